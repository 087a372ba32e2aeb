package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run: admits orders, sends calls and waits for results, until every order has its outcome or the run is over. One
 * thread owns all of its state.
 */
final class RunLoop {
    /** The longest time, and the share of the timeout, for which one order may hold back those behind it. */
    private static final Duration LONGEST_OBSTACLE = Duration.ofSeconds(10);

    private static final int SHARE_OF_OBSTACLE = 4;

    private final VenueContext venue;
    private final CallPlanner plan;
    private final RunOptions options;
    private final CallDispatcher dispatcher;
    private final InputBuffer buffer;
    private final CallRunner calls;
    private final ProgressListener listener;
    private final OrderQueue queue = new OrderQueue();
    private long quietUntil;
    private int rateLimits;
    private long orders;
    private long settled;

    RunLoop(VenueContext venue, RunOptions options, CallDispatcher dispatcher, InputBuffer buffer) {
        this.venue = venue;
        this.plan = new CallPlanner(venue, options.arguments());
        this.options = options;
        this.dispatcher = dispatcher;
        this.buffer = buffer;
        this.calls = new CallRunner(venue, plan, dispatcher, this::pace, this::follow);
        this.listener = new ProgressListener(venue.id(), options.listener());
    }

    /**
     * Runs to the end on this thread. Throws only what the consumer of the outcomes or the input threw.
     *
     * @param taken orders that the buffer admitted before
     */
    void run(List<OrderCancelState> taken) {
        try {
            guarded(() -> taken.forEach(this::admit));
            while (!dispatcher.isOver() && !buffer.isDrained()) {
                guarded(this::step);
                buffer.emit();
                listener.hear(orders, settled, dispatcher.calls());
            }
            // Results that have arrived by now still count.
            guarded(() -> dispatcher.await(0));
            buffer.finish(this::end);
        } finally {
            buffer.close();
            dispatcher.abandon();
        }
        buffer.rethrow();
    }

    /**
     * An unforeseen failure ends the run and becomes the outcome of its orders: what was done so far must be reported.
     */
    private void guarded(Runnable batch) {
        try {
            batch.run();
        } catch (RuntimeException | Error e) {
            dispatcher.fail(e);
        }
    }

    private void step() {
        passOver();
        buffer.admit(dispatcher.now()).forEach(this::admit);
        sendWhatMayGo();
        if (dispatcher.running() > 0 || !queue.isEmpty() || buffer.nextDue() < Long.MAX_VALUE || buffer.isWaiting()) {
            dispatcher.await(wakeUp());
        }
    }

    private void passOver() {
        Duration share = options.timeout().dividedBy(SHARE_OF_OBSTACLE);
        OrderCancelState obstacle =
                buffer.obstacle(dispatcher.now(), share.compareTo(LONGEST_OBSTACLE) < 0 ? share : LONGEST_OBSTACLE);
        if (obstacle != null) {
            follow(obstacle, obstacle.settle(end(obstacle, "given up, because it held back the orders behind it")));
        }
    }

    private void admit(OrderCancelState order) {
        orders++;
        Optional<String> problem = plan.problem(order.ref());
        if (problem.isPresent()) {
            String operation = venue.description().operation();
            NotSentException cause = venue.notSent(operation, problem.get(), null);
            follow(order, order.settle(order.evidence().notSent(cause)));
        } else {
            queue.add(plan.cancel(order), order);
        }
    }

    private void sendWhatMayGo() {
        while (dispatcher.running() < options.parallelism() && dispatcher.now() >= quietUntil && !dispatcher.isOver()) {
            CallBatch batch = queue.next(dispatcher.now());
            if (batch == null) {
                return;
            }
            calls.start(batch);
        }
    }

    /** The time of the next action if nothing arrives. */
    private long wakeUp() {
        if (dispatcher.running() >= options.parallelism()) {
            return Long.MAX_VALUE;
        }
        return Math.min(buffer.nextDue(), Math.max(quietUntil, queue.nextDue()));
    }

    /** After a rejection for too many requests, pauses all calls for a while, not only the one that was rejected. */
    private void pace(CallResult reply) {
        if (reply instanceof CallResult.Failed failed
                && failed.failure() instanceof RejectedException rejection
                && rejection.kind() == ErrorKind.RATE_LIMIT) {
            Duration demanded = rejection.retryAfter().orElse(Duration.ZERO);
            quietUntil = Math.max(quietUntil, dispatcher.after(++rateLimits, demanded));
        } else if (reply instanceof CallResult.Succeeded) {
            rateLimits = 0;
        }
    }

    private void follow(OrderCancelState order, NextStep next) {
        if (order.isDone()) {
            return;
        }
        if (next.action() == NextStep.Action.NOTHING) {
            order.done();
            settled++;
            buffer.settled();
            return;
        }
        Optional<Group> group = switch (next.action()) {
            case CANCEL -> Optional.of(plan.cancel(order));
            case LOOK -> plan.look(order);
            case LIST_NAMESAKES -> plan.namesakes(order);
            default -> plan.list(order);
        };
        if (group.isPresent()) {
            queue.add(group.get(), order, dispatcher.after(next.tries(), next.pause()));
        } else {
            follow(order, order.cannotLookUp());
        }
    }

    /** The outcome of an order when the run is over. */
    CancelOutcome end(OrderCancelState order) {
        return end(order, dispatcher.reason());
    }

    private CancelOutcome end(OrderCancelState order, String reason) {
        if (calls.isSending(order)) {
            String operation = venue.description().operation();
            order.endWhileSending(venue.unanswered(operation, operation + " was not answered: " + reason, null));
        }
        return order.evidence().ended(reason, dispatcher.ended());
    }
}
