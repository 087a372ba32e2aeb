package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.CallResult;
import dev.openvenue.core.engine.ProgressListener;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One run: admits orders, sends calls and waits for results, until every order has its outcome or the run is over. One
 * thread owns all of its state.
 */
final class RunLoop {
    /** The longest time, and the share of the timeout, for which one order may hold back those behind it. */
    private static final Duration LONGEST_OBSTACLE = Duration.ofSeconds(10);

    private static final int SHARE_OF_OBSTACLE = 4;

    /** How many orders are looked up at once although cancels are still under way. */
    private static final int FEW = 3;

    private final VenueContext venue;
    private final CallPlanner plan;
    private final RunOptions options;
    private final CallDispatcher dispatcher;
    private final InputBuffer buffer;
    private final CallRunner calls;
    private final ProgressListener<CancelProgress> listener;
    private final OrderQueue queue = new OrderQueue();
    private long quietUntil;
    private long gatheringSince = Long.MAX_VALUE;
    private int gathered;
    private int rateLimits;
    private long orders;
    private long settled;
    private Supplier<Optional<String>> warning = Optional::empty;

    RunLoop(VenueContext venue, RunOptions options, CallDispatcher dispatcher, InputBuffer buffer) {
        this.venue = venue;
        this.plan = new CallPlanner(venue, options.arguments());
        this.options = options;
        this.dispatcher = dispatcher;
        this.buffer = buffer;
        this.calls = new CallRunner(venue, plan, dispatcher, this::pace, this::follow, this::unseen);
        this.listener = CancelProgress.to(venue.id(), options.listener());
    }

    /** Says before the first call, on the run's thread, what is wrong with the run, if anything is. */
    RunLoop warning(Supplier<Optional<String>> warning) {
        this.warning = warning;
        return this;
    }

    /**
     * Runs to the end on this thread. Throws only what the consumer of the outcomes or the input threw.
     *
     * @param taken orders that the buffer admitted before
     */
    void run(List<OrderCancelState> taken) {
        try {
            warning.get().ifPresent(listener::warn);
            guarded(() -> taken.forEach(this::admit));
            while (!dispatcher.isOver() && !buffer.isDrained()) {
                guarded(this::step);
                buffer.emit();
                listener.hear(orders, settled, dispatcher.calls());
            }
            guarded(dispatcher::drain);
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
            CallBatch batch = queue.next(dispatcher.now(), mayGather());
            if (batch == null) {
                return;
            }
            if (batch.group().purpose() == Purpose.EVIDENCE) {
                gather(batch);
            } else {
                calls.start(batch);
            }
        }
    }

    /**
     * Whether to look at the orders that wait for evidence now. One list settles the more of them the later it is read,
     * so they wait until no cancel is under way, but not for long; a few are looked up at once.
     */
    private boolean mayGather() {
        long now = dispatcher.now();
        int waiting = queue.ready(Purpose.EVIDENCE, now);
        // While more and more join them, it is worth waiting; if a cancel is stuck, it is not.
        gatheringSince = waiting == 0 ? Long.MAX_VALUE : waiting > gathered ? now : Math.min(gatheringSince, now);
        gathered = waiting;
        boolean quiet = !calls.isCancelling() && queue.ready(Purpose.CANCEL, now) == 0;
        return !calls.isSweeping() && (quiet || waiting <= FEW || now >= gatheringEnd());
    }

    private long gatheringEnd() {
        return gatheringSince == Long.MAX_VALUE || calls.isSweeping()
                ? Long.MAX_VALUE
                : gatheringSince + options.absence().toNanos();
    }

    private void gather(CallBatch batch) {
        List<OrderCancelState> orders = batch.orders();
        switch (plan.source(orders.size())) {
            case LOOKUP -> orders.forEach(this::lookUp);
            case HISTORY -> calls.start(batch);
            case OPEN_LIST -> orders.forEach(this::list);
        }
    }

    /**
     * The list of closed orders did not show these. A few are looked up, and many are looked for among the open ones.
     */
    private void unseen(List<OrderCancelState> orders) {
        orders.forEach(orders.size() <= CallPlanner.LOOKUPS_BESIDE_OPEN_LIST ? this::lookUp : this::list);
    }

    /** Looks for an order among the open ones, unless it is known to be none of them: then its state is not told. */
    private void list(OrderCancelState order) {
        Optional<Group> open = plan.list(order);
        if (order.isLastLook() && order.isKnown()) {
            follow(order, order.absentAtLast());
        } else if (order.isLastLook() || open.isEmpty()) {
            lookUp(order);
        } else {
            queue.add(open.get(), order);
        }
    }

    private void lookUp(OrderCancelState order) {
        plan.lookup(order).ifPresent(group -> queue.add(group, order));
    }

    /** The time of the next action if nothing arrives. */
    private long wakeUp() {
        if (dispatcher.running() >= options.parallelism()) {
            return Long.MAX_VALUE;
        }
        return Math.min(buffer.nextDue(), Math.max(quietUntil, Math.min(queue.nextDue(), gatheringEnd())));
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
            case LOOK -> order.isLastLook() && plan.lookup(order).isEmpty() ? Optional.empty() : plan.look(order);
            case LIST_NAMESAKES -> plan.namesakes(order);
            default -> plan.list(order);
        };
        if (group.isPresent()) {
            queue.add(group.get(), order, dispatcher.after(next.tries(), next.pause()));
        } else {
            follow(order, order.isLastLook() ? order.absentAtLast() : order.cannotLookUp());
        }
    }

    /** The outcome of an order when the run is over. */
    CancelOutcome end(OrderCancelState order) {
        return end(order, dispatcher.reason());
    }

    private CancelOutcome end(OrderCancelState order, String reason) {
        if (calls.isSending(order)) {
            String operation = venue.description().operation();
            order.endWhileSending(venue.withoutResponse(operation, operation + " had no response: " + reason, null));
        }
        return order.evidence().ended(reason, dispatcher.ended());
    }
}
