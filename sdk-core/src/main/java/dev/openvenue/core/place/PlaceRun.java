package dev.openvenue.core.place;

import dev.openvenue.core.engine.BackgroundRun;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A run in progress on another thread. Its report can be read at any time and always covers every order.
 *
 * @param <T> the venue's type of a new order
 */
public final class PlaceRun<T> {
    private final PlaceContext venue;
    private final CallDispatcher dispatcher;
    private final List<T> orders;
    private final List<PlaceIntent> intents;
    private final BackgroundRun<PlaceReport<T>> background;

    PlaceRun(PlaceContext venue, CallDispatcher dispatcher, List<T> orders, List<PlaceIntent> intents) {
        this.venue = venue;
        this.dispatcher = dispatcher;
        this.orders = orders;
        this.intents = intents;
        this.background = new BackgroundRun<>(dispatcher, this::soFar);
    }

    /** Reports what is known so far; orders without an outcome are unknown. */
    public PlaceReport<T> report() {
        return background.report();
    }

    /** Whether the run has ended. */
    public boolean isDone() {
        return background.isDone();
    }

    /**
     * Ends the run: nothing more is sent, and calls in progress are abandoned, so that their orders are unknown. Orders
     * that were placed stay placed. The report is complete soon after, see {@link #await}.
     */
    public void cancel() {
        dispatcher.stop("the run was cancelled");
    }

    /** Waits for the run to end, at its timeout at the latest. */
    public PlaceReport<T> await() throws InterruptedException {
        return background.await();
    }

    /** Waits for the run to end, up to the given duration, and returns the report so far. */
    public PlaceReport<T> await(Duration atMost) throws InterruptedException {
        return background.await(atMost);
    }

    /**
     * Returns a new future of the report. Cancelling it ends the run; {@link #report} and {@link #await} still report
     * what is known.
     */
    public CompletableFuture<PlaceReport<T>> future() {
        return background.future();
    }

    /** Runs to the end on this thread. */
    PlaceReport<T> run(PlaceLoop loop) {
        try (dispatcher) {
            loop.run();
            return soFar();
        }
    }

    /** Runs to the end on a thread of its own. If no thread can be created, the report says so. */
    PlaceRun<T> start(PlaceLoop loop) {
        background.start(
                () -> run(loop),
                () -> {
                    loop.end();
                    return soFar();
                },
                "openvenue-place-" + venue.id());
        return this;
    }

    private PlaceReport<T> soFar() {
        List<PlaceOutcome<T>> outcomes = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            PlaceIntent intent = intents.get(i);
            PlaceIntent.Ending ending = Objects.requireNonNullElseGet(intent.ending(), this::pending);
            outcomes.add(outcome(orders.get(i), intent, ending));
        }
        return new PlaceReport<>(outcomes, dispatcher.elapsed(), dispatcher.callsByOperation());
    }

    private PlaceIntent.Ending pending() {
        VenueException cause = venue.withoutResponse(venue.operation(), "the run has not ended", null);
        return new PlaceIntent.Ending(Status.UNKNOWN, null, "The run is still at work on it", cause);
    }

    private static <T> PlaceOutcome<T> outcome(T order, PlaceIntent intent, PlaceIntent.Ending ending) {
        boolean rejection = ending.status() != Status.PLACED;
        return new PlaceOutcome<>(
                order,
                intent.clientOrderId(),
                ending.status(),
                ending.orderId(),
                rejection ? ending.code() : null,
                rejection ? ending.kind() : null,
                ending.message(),
                ending.cause());
    }
}
