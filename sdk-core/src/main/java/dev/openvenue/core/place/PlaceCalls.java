package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One run's calls under one deadline. Calls are asynchronous; their results are handled by the one thread that calls
 * {@link #await}, so that no state of a run is ever shared.
 */
final class PlaceCalls {
    /** One call may take a third of the run, so that a response that never comes leaves time for lookups. */
    private static final int SHARE_OF_ONE_CALL = 3;

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private final PlaceContext venue;
    private final PlaceClock clock;
    private final Duration timeout;
    private final long startedAt;
    private final BlockingQueue<Runnable> arrivals = new LinkedBlockingQueue<>();
    private final Map<Long, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long number;
    private int running;
    private @Nullable String stopped;
    private @Nullable Throwable failure;

    /** Handles how a call ended. */
    interface Handler {
        /** The venue responded. */
        void responded(VenueResponse<Object> response);

        /** The call failed. */
        void failed(VenueException failure);
    }

    PlaceCalls(PlaceContext venue, PlaceClock clock, Duration timeout) {
        this.venue = venue;
        this.clock = clock;
        this.timeout = timeout;
        this.startedAt = clock.nanoTime();
    }

    /** Nanoseconds since the start. */
    long now() {
        return clock.nanoTime() - startedAt;
    }

    Duration elapsed() {
        return Duration.ofNanos(now());
    }

    /** Whether nothing more may be sent. */
    boolean isOver() {
        return stopped != null || now() >= timeout.toNanos();
    }

    /** Why nothing more may be sent. */
    String reason() {
        return stopped != null ? stopped : "the timeout of " + Seconds.text(timeout) + " passed";
    }

    /** {@link #reason} as the failure of an order that was not sent. */
    VenueException unsent() {
        return venue.notSent(venue.operation() + " was not sent: " + reason(), failure);
    }

    /** {@link #reason} as the failure of an order whose call is still waiting for its response. */
    VenueException withoutResponse() {
        String operation = venue.operation();
        return venue.withoutResponse(operation, operation + " had no response: " + reason(), failure);
    }

    void fail(Throwable unforeseen) {
        failure = unforeseen;
        stopped = "the run failed: " + unforeseen;
    }

    /** How many calls wait for their responses. */
    int running() {
        return running;
    }

    Map<String, Long> counts() {
        return counts;
    }

    /** Makes a call; its end is handled in a later {@link #await}. The caller has asked {@link #isOver} just before. */
    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens.
    void send(String operation, Map<String, ?> arguments, Handler handler) {
        CompletableFuture<VenueResponse<Object>> call;
        try {
            call = venue.gateway().call(operation, arguments, timeoutOfCall());
        } catch (RuntimeException e) {
            // It is unknown whether something was sent before this happened, unless it says so.
            call = CompletableFuture.failedFuture(e);
        }
        running++;
        counts.merge(operation, 1L, Long::sum);
        long key = ++number;
        inFlight.put(key, call);
        call.whenComplete((response, thrown) -> {
            inFlight.remove(key);
            arrivals.add(() -> {
                running--;
                if (response != null) {
                    handler.responded(response);
                    return;
                }
                VenueException failed = failure(operation, thrown);
                if (failed instanceof NotSentException unsent && unsent.isClientClosed()) {
                    stopped = "the client was closed";
                }
                handler.failed(failed);
            });
        });
    }

    private VenueException failure(String operation, @Nullable Throwable thrown) {
        Throwable failed =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return failed instanceof VenueException known
                ? known
                : venue.withoutResponse(operation, operation + " failed: " + failed, failed);
    }

    /**
     * Waits until something arrives, but not beyond the given time or the deadline, and handles all that has arrived.
     */
    void await(long until) {
        long wait = Math.min(until, timeout.toNanos()) - now();
        try {
            Runnable arrival = clock.await(arrivals, Duration.ofNanos(Math.max(0, wait)));
            while (arrival != null) {
                arrival.run();
                arrival = arrivals.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = "the thread was interrupted";
        }
    }

    /** Gives up the calls that still wait for their responses. */
    void abandon() {
        inFlight.values().forEach(call -> call.cancel(true));
    }

    private Duration timeoutOfCall() {
        long share = Math.min(LONGEST_CALL.toNanos(), timeout.toNanos() / SHARE_OF_ONE_CALL);
        return Duration.ofNanos(Math.max(1, Math.min(share, timeout.toNanos() - now())));
    }
}
