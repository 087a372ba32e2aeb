package dev.openvenue.core.cancel;

import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A run in progress on another thread. Its report can be read at any time and always covers every input. */
public final class CancelRun {
    private final VenueContext venue;
    private final CallDispatcher dispatcher;
    private final List<OrderCancelState> orders;
    private final CompletableFuture<CancelReport> completion = new CompletableFuture<>();

    CancelRun(VenueContext venue, CallDispatcher dispatcher, List<OrderCancelState> orders) {
        this.venue = venue;
        this.dispatcher = dispatcher;
        this.orders = orders;
    }

    /** Reports what is known so far; orders without an outcome are unknown. */
    public CancelReport report() {
        CancelReport last = completion.getNow(null);
        return last != null ? last : new CancelReport(outcomes(), dispatcher.elapsed(), dispatcher.callsByOperation());
    }

    /** Whether the run has ended. */
    public boolean isDone() {
        return completion.isDone();
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
        try {
            return completion.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run failed: " + e.getCause(), e.getCause());
        }
    }

    /** Waits for the run to end, up to the given duration, and returns the report so far. */
    public CancelReport await(Duration atMost) throws InterruptedException {
        try {
            return completion.get(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return report();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The run failed: " + e.getCause(), e.getCause());
        }
    }

    /**
     * Returns a new future of the report. Cancelling it ends the run; {@link #report} and {@link #await} still report
     * what is known.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens.
    public CompletableFuture<CancelReport> future() {
        CompletableFuture<CancelReport> future = completion.copy();
        future.whenComplete((report, failure) -> {
            if (future.isCancelled()) {
                cancel();
            }
        });
        return future;
    }

    /** Runs to the end on this thread. */
    CancelReport run(RunLoop loop) {
        try (dispatcher) {
            loop.run(orders.stream().distinct().toList());
            return new CancelReport(outcomes(), dispatcher.elapsed(), dispatcher.callsByOperation());
        }
    }

    /** Runs to the end on a thread of its own. If no thread can be created, the report says so. */
    CancelRun start(RunLoop loop) {
        try {
            dispatcher.start(() -> complete(loop), "openvenue-cancel-" + venue.id());
        } catch (Error e) {
            dispatcher.fail(e);
            complete(loop);
        }
        return this;
    }

    private void complete(RunLoop loop) {
        try {
            completion.complete(run(loop));
        } catch (RuntimeException | Error e) {
            dispatcher.fail(e);
            orders.forEach(order -> order.settle(loop.end(order)));
            completion.complete(new CancelReport(outcomes(), dispatcher.elapsed(), dispatcher.callsByOperation()));
        }
    }

    /** Ends the run from any thread, for a reason. */
    void stop(String reason) {
        dispatcher.stop(reason);
    }

    private List<CancelOutcome> outcomes() {
        return orders.stream()
                .map(order -> Objects.requireNonNullElseGet(order.outcome(), () -> pending(order)))
                .toList();
    }

    private CancelOutcome pending(OrderCancelState order) {
        String operation = venue.description().operation();
        VenueException cause = venue.withoutResponse(operation, "the run has not ended", null);
        // The order's evidence belongs to the run's thread.
        String words = "The run is still at work on it";
        return new CancelOutcome(order.ref(), CancelOutcome.Status.UNKNOWN, null, null, words, cause, null, List.of());
    }
}
