package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.CallResult;
import dev.openvenue.core.engine.ProgressListener;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    /** Into how many parts the pause between two lists is divided, so that many orders share each of them. */
    private static final int BEATS = 5;

    private final VenueContext venue;
    private final CallPlanner plan;
    private final RunOptions options;
    private final CallDispatcher dispatcher;
    private final InputBuffer buffer;
    private final CallRunner calls;
    private final ProgressListener<CancelProgress> listener;
    private final OrderQueue queue = new OrderQueue();
    private final GatheringGate gate;
    private long quietUntil;
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
        this.gate = new GatheringGate(queue, calls, dispatcher, options.absence(), longest());
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
            warning.get().ifPresent(words -> {
                plan.hurry();
                listener.warn(words);
            });
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
        OrderCancelState obstacle = buffer.obstacle(dispatcher.now(), longest());
        if (obstacle != null) {
            follow(obstacle, obstacle.settle(end(obstacle, "given up, because it held back the orders behind it")));
        }
    }

    private Duration longest() {
        Duration share = options.timeout().dividedBy(SHARE_OF_OBSTACLE);
        return share.compareTo(LONGEST_OBSTACLE) < 0 ? share : LONGEST_OBSTACLE;
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
            CallBatch batch = queue.next(dispatcher.now(), gate);
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

    private void gather(CallBatch batch) {
        List<OrderCancelState> orders = batch.orders();
        switch (plan.source(orders.size(), queue.waiting(Purpose.LIST, dispatcher.now()))) {
            case LOOKUP -> orders.forEach(this::lookUp);
            case HISTORY -> calls.start(batch);
            case OPEN_LIST -> list(orders);
        }
    }

    /**
     * The list of closed orders did not show these. A few are looked up, and many are looked for among the open ones.
     */
    private void unseen(List<OrderCancelState> orders) {
        if (orders.size() <= CallPlanner.LOOKUPS_BESIDE_OPEN_LIST) {
            orders.forEach(this::lookUp);
        } else {
            list(orders);
        }
    }

    /** Looks for many among the open orders, and one of them up, unless it is known that the list is the right one. */
    private void list(List<OrderCancelState> orders) {
        Optional<OrderCancelState> control = orders.stream()
                .filter(order -> order.isKnown() && !order.isControlled())
                .findFirst();
        control.ifPresent(this::lookUp);
        orders.stream()
                .filter(order -> control.isEmpty() || order != control.get())
                .forEach(this::list);
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
        // What has become due meanwhile goes when the pause is over.
        boolean quiet = dispatcher.now() < quietUntil;
        return Math.min(buffer.nextDue(), quiet ? quietUntil : Math.min(queue.nextDue(), gate.opensAt()));
    }

    /** After a rejection for too many requests, pauses all calls for a while, not only the one that was rejected. */
    private void pace(CallResult reply) {
        if (reply instanceof CallResult.Failed failed
                && failed.failure() instanceof RejectedException rejection
                && OrderLookupReader.isRateLimit(rejection)) {
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
            queue.add(group.get(), order, due(group.get(), order, next));
        } else {
            follow(order, order.isLastLook() ? order.absentAtLast() : order.cannotLookUp());
        }
    }

    /** When the next call for an order may be sent. Lists that are due at almost the same time are one. */
    private long due(Group group, OrderCancelState order, NextStep next) {
        if (group.purpose() != Purpose.LIST || !order.isUnlisted()) {
            return dispatcher.after(next.tries(), next.pause());
        }
        Duration part = options.absence().dividedBy(AbsenceProof.LISTS);
        // What a list did not show is not listed again at once.
        Duration pause = next.action() == NextStep.Action.LOOK ? part : next.pause();
        long beat = part.dividedBy(BEATS).toNanos();
        return (dispatcher.after(next.tries(), pause) + beat - 1) / beat * beat;
    }

    /** The outcome of an order when the run is over. */
    CancelOutcome end(OrderCancelState order) {
        return end(order, dispatcher.reason());
    }

    private CancelOutcome end(OrderCancelState order, String reason) {
        if (calls.isSending(order)) {
            String operation = venue.description().operation();
            order.endWhileSending(venue.withoutResponse(operation, operation + " had no response: " + reason, null));
        } else if (order.isLastLook() && order.isKnown()) {
            // The lists have proven it closed; only how it ended was still to be asked.
            order.absentAtLast();
            return Objects.requireNonNull(order.outcome());
        }
        return order.evidence().ended(reason, dispatcher.ended());
    }
}
