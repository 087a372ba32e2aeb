package dev.openvenue.core.engine;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run's calls under one deadline. Calls are asynchronous; their results are handled by the one thread that calls
 * {@link #await}, so that no state of a run is ever shared. Only {@link #stop}, {@link #callsByOperation} and
 * {@link #elapsed} are for other threads.
 */
public final class CallDispatcher implements AutoCloseable {
    /**
     * One call may take a third of the run, so that a response that never comes leaves time for a lookup and a retry.
     */
    private static final int SHARE_OF_ONE_CALL = 3;

    private static final String CLOSED = "the client was closed";

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private final EngineVenue venue;
    private final EngineClock clock;
    private final Duration deadline;
    private final long startedAt;
    private final BlockingQueue<Runnable> arrivals = new LinkedBlockingQueue<>();
    private final Map<Long, CompletableFuture<?>> inFlight = new ConcurrentHashMap<>();
    private final Map<String, Long> calls = Collections.synchronizedMap(new LinkedHashMap<>());
    private long number;
    private volatile @Nullable String stopped;
    private volatile @Nullable Throwable failure;
    private int running;
    private final Runnable withdraw;

    /** Starts the time of a run. */
    public CallDispatcher(EngineVenue venue, EngineClock clock, Duration deadline) {
        this.venue = venue;
        this.clock = clock;
        this.deadline = deadline;
        this.startedAt = clock.nanoTime();
        this.withdraw = venue.gateway().onClose(this::clientClosed);
    }

    /** Nothing more will be done: gives up what is still on its way, and the client need not know of the run. */
    @Override
    public void close() {
        withdraw.run();
        abandon();
    }

    /** Starts a run's work on a thread of its own. */
    public void start(Runnable batch, String name) {
        clock.start(batch, name);
    }

    /** Time since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(now());
    }

    /** Nanoseconds since the start. */
    public long now() {
        return clock.nanoTime() - startedAt;
    }

    /** Whether nothing more may be sent. */
    public boolean isOver() {
        return stopped != null || now() >= deadline.toNanos();
    }

    /** Why nothing more may be sent. */
    public String reason() {
        String why = stopped;
        return why != null ? why : "the deadline of " + Seconds.text(deadline) + " passed";
    }

    /** {@link #reason} as an exception, for orders to which nothing worse happened. */
    public VenueException ended() {
        String operation = venue.operation();
        String message = operation + " was not sent: " + reason();
        return CLOSED.equals(stopped)
                ? NotSentException.closed(venue.id(), operation, message)
                : venue.notSent(operation, message, failure);
    }

    /** {@link #reason} as an exception, for orders whose call is still waiting for its response. */
    public VenueException withoutResponse() {
        String operation = venue.operation();
        return venue.withoutResponse(operation, operation + " had no response: " + reason(), failure);
    }

    /** Ends the run from any thread. */
    public void stop(String reason) {
        stopped = reason;
        wake();
    }

    private void clientClosed() {
        stop(CLOSED);
    }

    /** Ends the run because of an unforeseen failure. */
    public void fail(Throwable unforeseen) {
        failure = unforeseen;
        stop("the run failed: " + unforeseen);
    }

    /** Lets {@link #await} return, from any thread. */
    public void wake() {
        arrivals.add(() -> {});
    }

    /** How many calls were made. */
    public long calls() {
        return callsByOperation().values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many calls of each operation were made. */
    public Map<String, Long> callsByOperation() {
        synchronized (calls) {
            return new LinkedHashMap<>(calls);
        }
    }

    /** How many calls wait for their responses. */
    public int running() {
        return running;
    }

    /** The time after a pause. */
    public long after(int tries, Duration demanded) {
        // Anything after the deadline amounts to never, even if a venue demands years.
        Duration atMost = demanded.compareTo(deadline) < 0 ? demanded : deadline;
        return now() + Backoff.after(tries, atMost, clock.jitter()).toNanos();
    }

    /** Makes a call; its end is handled in a later {@link #await}. The caller has asked {@link #isOver} just before. */
    @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens.
    public void send(String operation, Map<String, ?> arguments, Consumer<CallResult> handler) {
        CompletableFuture<VenueResponse<Object>> call;
        try {
            call = venue.gateway().call(operation, arguments, deadlineOfCall());
        } catch (NotSentException e) {
            running++;
            arrivals.add(() -> {
                running--;
                handler.accept(new CallResult.Invalid(e));
            });
            return;
        } catch (RuntimeException e) {
            // It is unknown whether something was sent before this happened.
            call = CompletableFuture.failedFuture(e);
        }
        running++;
        calls.merge(operation, 1L, Long::sum);
        long key = ++number;
        inFlight.put(key, call);
        call.whenComplete((response, failure) -> {
            inFlight.remove(key);
            if (failure instanceof NotSentException notSent && notSent.isClientClosed()) {
                clientClosed();
            }
            arrivals.add(() -> {
                running--;
                handler.accept(CallResult.of(venue, operation, response, failure));
            });
        });
    }

    /**
     * Waits until something arrives, but not beyond the given time or the deadline, and handles all that has arrived.
     */
    public void await(long until) {
        long wait = Math.min(until, deadline.toNanos()) - now();
        try {
            Runnable arrival = clock.await(arrivals, Duration.ofNanos(Math.max(0, wait)));
            while (arrival != null) {
                arrival.run();
                arrival = arrivals.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop("the thread was interrupted");
        }
    }

    /**
     * Handles what has arrived at the end. If the client was closed, what is on the wire completes, at its deadline at
     * the latest, and still counts.
     */
    public void drain() {
        await(0);
        while (CLOSED.equals(stopped) && running > 0 && now() < deadline.toNanos()) {
            await(Long.MAX_VALUE);
        }
    }

    /** Gives up the calls that still wait for their responses. */
    public void abandon() {
        inFlight.values().forEach(call -> call.cancel(true));
    }

    private Duration deadlineOfCall() {
        long share = Math.min(LONGEST_CALL.toNanos(), deadline.toNanos() / SHARE_OF_ONE_CALL);
        return Duration.ofNanos(Math.max(1, Math.min(share, deadline.toNanos() - now())));
    }
}
