package dev.openvenue.core.cancel;

import dev.openvenue.core.engine.BackgroundRun;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A run in progress on another thread. Its report can be read at any time and always covers every input. */
public final class CancelRun {
    private final VenueContext venue;
    private final RunOptions options;
    private final CallDispatcher dispatcher;
    private final List<OrderCancelState> orders;
    private final BackgroundRun<CancelReport> background;

    /** What is known of orders that turned out to be of another kind. */
    private volatile Map<OrderRef, CancelOutcome> ofOtherKinds = Map.of();

    CancelRun(VenueContext venue, RunOptions options, CallDispatcher dispatcher, List<OrderCancelState> orders) {
        this.venue = venue;
        this.options = options;
        this.dispatcher = dispatcher;
        this.orders = orders;
        this.background = new BackgroundRun<>(dispatcher, this::soFar);
    }

    /** Reports what is known so far; orders without an outcome are unknown. */
    public CancelReport report() {
        return background.report();
    }

    /** Whether the run has ended. */
    public boolean isDone() {
        return background.isDone();
    }

    /**
     * Ends the run: nothing more is sent, and calls in progress are abandoned. The report then says of each order what
     * is known; it is complete soon after, see {@link #await}.
     */
    public void cancel() {
        stop("the run was cancelled");
    }

    /** Waits for the run to end, at its deadline at the latest. */
    public CancelReport await() throws InterruptedException {
        return background.await();
    }

    /** Waits for the run to end, up to the given duration, and returns the report so far. */
    public CancelReport await(Duration atMost) throws InterruptedException {
        return background.await(atMost);
    }

    /**
     * Returns a new future of the report. Cancelling it ends the run; {@link #report} and {@link #await} still report
     * what is known.
     */
    public CompletableFuture<CancelReport> future() {
        return background.future();
    }

    /** Runs to the end on this thread. */
    CancelReport run(RunLoop loop) {
        try (dispatcher) {
            loop.run(orders.stream().distinct().toList());
            List<CancelOutcome> unknown = soFar().outcomes().stream()
                    .filter(outcome -> outcome.status() == CancelOutcome.Status.NOT_FOUND)
                    .distinct()
                    .toList();
            ofOtherKinds = new OtherKinds(venue, options, dispatcher).cancel(unknown);
            return soFar();
        }
    }

    /** Runs to the end on a thread of its own. If no thread can be created, the report says so. */
    CancelRun start(RunLoop loop) {
        background.start(
                () -> run(loop),
                () -> {
                    orders.forEach(order -> order.settle(loop.end(order)));
                    return soFar();
                },
                "openvenue-cancel-" + venue.id());
        return this;
    }

    /** Ends the run from any thread, for a reason. */
    void stop(String reason) {
        dispatcher.stop(reason);
    }

    private CancelReport soFar() {
        List<CancelOutcome> outcomes = orders.stream()
                .map(order -> Objects.requireNonNullElseGet(order.outcome(), () -> pending(order)))
                .map(outcome -> ofOtherKinds.getOrDefault(outcome.ref(), outcome))
                .toList();
        return new CancelReport(outcomes, dispatcher.elapsed(), dispatcher.callsByOperation());
    }

    private CancelOutcome pending(OrderCancelState order) {
        String operation = venue.description().operation();
        VenueException cause = venue.withoutResponse(operation, "the run has not ended", null);
        // The order's evidence belongs to the run's thread.
        String words = "The run is still at work on it";
        return new CancelOutcome(order.ref(), CancelOutcome.Status.UNKNOWN, null, null, words, cause, null, List.of());
    }
}
