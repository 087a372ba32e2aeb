package dev.openvenue.core;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The state of one execution of a call; it travels through the interceptors as a tag of the request. All interceptors
 * run on one thread; other threads may complete the call through its {@link CallCompletion}, and then read what became
 * of the attempts.
 */
final class CallState<T> {
    private final Endpoint<T> endpoint;
    private final Arguments arguments;
    private final RetryPolicy retryPolicy;
    private final Duration deadline;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private final CallPermit permit = new CallPermit();
    private final CallCompletion end = new CallCompletion();
    private final AtomicBoolean inside = new AtomicBoolean();
    private volatile @Nullable CallLane lane;
    private volatile boolean urgent;
    private volatile boolean expired;
    private volatile Attempt attempt = new Attempt();
    private volatile @Nullable VenueException lastFailure;
    private volatile boolean outcomeUnknown;
    private volatile @Nullable VenueResponse<T> response;
    private final List<Supplier<List<String>>> signedTexts = new CopyOnWriteArrayList<>();
    private final CallEvents events;
    private volatile int attempts;
    private volatile long waitingSince;
    private int sent;
    private long firstSentAt;
    private Instant signedTime = Instant.MIN;
    private @Nullable Request unsigned;
    private boolean clockMeasured;

    CallState(
            Endpoint<T> endpoint,
            Arguments arguments,
            RetryPolicy retryPolicy,
            Duration deadline,
            LongSupplier nanoTime,
            CallEvents events) {
        this.endpoint = endpoint;
        this.arguments = arguments;
        this.retryPolicy = retryPolicy;
        this.deadline = deadline;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.waitingSince = startedAt;
        this.events = events;
    }

    /** The state that is attached to a request. */
    static CallState<?> of(Request request) throws IOException {
        CallState<?> state = request.tag(CallState.class);
        if (state == null) {
            throw new IOException("an interceptor of the given OkHttpClient dropped the tags of the request");
        }
        return state;
    }

    Endpoint<T> endpoint() {
        return endpoint;
    }

    Arguments arguments() {
        return arguments;
    }

    RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    Duration deadline() {
        return deadline;
    }

    /** Marks a call that takes turns with others when it waits for permits. */
    CallState<T> urgent(boolean urgent) {
        this.urgent = urgent;
        return this;
    }

    boolean isUrgent() {
        return urgent;
    }

    /** The rate-limit state of this execution. */
    CallPermit permit() {
        return permit;
    }

    /** The time that remains until the deadline; zero or negative once it has passed. */
    Duration remaining() {
        return deadline.minusNanos(nanoTime.getAsLong() - startedAt);
    }

    /** How long ago the call began. */
    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - startedAt);
    }

    /** Where to report what happens. */
    CallEvents events() {
        return events;
    }

    /** Records that the call begins to wait for its turn. */
    void waits() {
        waitingSince = nanoTime.getAsLong();
    }

    /** How long the call has waited since. */
    Duration waited() {
        return Duration.ofNanos(nanoTime.getAsLong() - waitingSince);
    }

    boolean isExpired() {
        return expired || remaining().compareTo(Duration.ZERO) <= 0;
    }

    /** Ends the call at its deadline; false if it was over before. */
    boolean expire() {
        expired = true;
        return end.now();
    }

    /** The completion of this execution. */
    CallCompletion end() {
        return end;
    }

    /** Sets the lane in which this execution counts while it runs; without one it counts nowhere. */
    void runIn(CallLane lane) {
        this.lane = lane;
    }

    /** Pauses, but no longer than until the call ends. */
    void pause(Duration pause) throws InterruptedIOException {
        try {
            aside(() -> end.woken().get(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            // The full pause passed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while pausing between two attempts");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call's end does not fail", e);
        }
    }

    /** Waits for a future, or until the call ends; meanwhile the call gives up its place in the lane. */
    void await(CompletableFuture<?> something) throws InterruptedException, ExecutionException {
        try {
            aside(() -> CompletableFuture.anyOf(something, end.woken()).get());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Nothing here has a time limit", e);
        }
    }

    private void aside(Wait wait) throws InterruptedException, ExecutionException, TimeoutException {
        CallLane left = lane;
        if (left == null) {
            wait.get();
            return;
        }
        left.leave();
        try {
            wait.get();
        } finally {
            left.resume();
        }
    }

    @FunctionalInterface
    private interface Wait {
        @Nullable
        Object get() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** Enters the interceptors; false if the call is inside already. */
    boolean enter() {
        return inside.compareAndSet(false, true);
    }

    /** Leaves the interceptors. */
    void exit() {
        inside.set(false);
    }

    /** Begins the next attempt. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread makes the attempts; others read the number.
    void begin() throws IOException {
        attempts++;
        attempt = new Attempt();
        end.unlessOver(() -> lastFailure = null);
    }

    /** Records that the current request leaves this process; fails if the call has ended. */
    void leave(Instant now) throws IOException {
        end.unlessOver(() -> {
            attempt.leave(now);
            countSent();
        });
    }

    Attempt attempt() {
        return attempt;
    }

    private void countSent() {
        if (sent++ == 0) {
            firstSentAt = nanoTime.getAsLong();
        }
    }

    /** How many attempts were begun. */
    int attempts() {
        return attempts;
    }

    int sent() {
        return sent;
    }

    /** How long ago the first request left. */
    Duration sinceFirstSent() {
        return Duration.ofNanos(nanoTime.getAsLong() - firstSentAt);
    }

    /** Records the current attempt's request as it is before it is signed. */
    void unsigned(Request request) {
        unsigned = request;
    }

    /** The current attempt's request without its signature. */
    Request unsigned() {
        return Objects.requireNonNull(unsigned, "known before the attempt is made");
    }

    /** Records the timestamp of a signature. */
    void signed(Instant time) {
        signedTime = signedTime.isBefore(time) ? time : signedTime;
    }

    /** The latest timestamp in a signature of this call. */
    Instant signedTime() {
        return signedTime;
    }

    /** Whether this call may synchronise the clock, which it may do once. */
    boolean mayMeasureClock() {
        boolean may = !clockMeasured;
        clockMeasured = true;
        return may;
    }

    /** Records that an attempt failed. */
    void failed(VenueException failure) {
        lastFailure = failure;
        outcomeUnknown |= failure.effect() == Effect.UNKNOWN && !endpoint.isSafe();
    }

    /** Whether a finished attempt may have changed something: it failed with an unknown effect, or even succeeded. */
    boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /** How the last attempt failed; null if there was none, or one is under way. */
    @Nullable
    VenueException lastFailure() {
        return lastFailure;
    }

    /** Records what a signature added to a request, so that it can be redacted from messages. */
    void signed(Supplier<List<String>> texts) {
        signedTexts.add(texts);
    }

    /** What signatures added to the requests of this call. */
    List<String> signedTexts() {
        return signedTexts.stream().flatMap(texts -> texts.get().stream()).toList();
    }

    /** Records that an attempt succeeded. */
    void succeeded(VenueResponse<T> response) {
        this.response = response;
        outcomeUnknown = !endpoint.isSafe();
    }

    /** The decoded response; null if there is none. */
    @Nullable
    VenueResponse<T> response() {
        return response;
    }
}
