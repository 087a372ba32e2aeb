package dev.openvenue.core;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * What one execution of a call knows of itself; it travels through the interceptors as a tag of the request. All
 * interceptors run on one thread; its {@link CallCompletion} comes from others too, and they look at what became of the
 * attempts.
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
    private volatile boolean expired;
    private volatile Attempt attempt = new Attempt();
    private volatile @Nullable VenueException lastFailure;
    private volatile boolean outcomeUnknown;
    private volatile @Nullable VenueResponse<T> answer;
    private final List<Supplier<List<String>>> signedTexts = new CopyOnWriteArrayList<>();
    private int sent;
    private long firstSentAt;
    private Instant signedTime = Instant.MIN;
    private boolean clockMeasured;

    CallState(
            Endpoint<T> endpoint,
            Arguments arguments,
            RetryPolicy retryPolicy,
            Duration deadline,
            LongSupplier nanoTime) {
        this.endpoint = endpoint;
        this.arguments = arguments;
        this.retryPolicy = retryPolicy;
        this.deadline = deadline;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        var unused = end.woken().thenRun(permit::wake);
    }

    /** The state that travels with a request. */
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

    /** What this execution knows of the rate limits. */
    CallPermit permit() {
        return permit;
    }

    /** What is left until the deadline; zero or negative when it has passed. */
    Duration remaining() {
        return deadline.minusNanos(nanoTime.getAsLong() - startedAt);
    }

    boolean isExpired() {
        return expired || remaining().compareTo(Duration.ZERO) <= 0;
    }

    /** The deadline passed: ends the call; false if it was over before. */
    boolean expire() {
        expired = true;
        return end.now();
    }

    /** How this execution ends. */
    CallCompletion end() {
        return end;
    }

    /** The lane in which this execution counts while it runs; without one it counts nowhere. */
    void runIn(CallLane lane) {
        this.lane = lane;
    }

    /** Lets time pass, but no longer than until the call ends. */
    void pause(Duration pause) throws InterruptedIOException {
        try {
            aside(() -> end.woken().get(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            // So the pause was as long as it should be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while pausing between two attempts");
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call's end does not fail", e);
        }
    }

    /** Waits for something, or until the call ends; meanwhile the call leaves its place to others. */
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

    /** The call enters the interceptors; false if it is inside already. */
    boolean enter() {
        return inside.compareAndSet(false, true);
    }

    /** The call left the interceptors. */
    void exit() {
        inside.set(false);
    }

    /** Begins the next request of the call. */
    void begin() throws IOException {
        attempt = new Attempt();
        end.unlessOver(() -> lastFailure = null);
    }

    /** The current request leaves this process, unless the call has ended. */
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

    int sent() {
        return sent;
    }

    /** How long ago the first request left. */
    Duration sinceFirstSent() {
        return Duration.ofNanos(nanoTime.getAsLong() - firstSentAt);
    }

    /** Notes the time that a signature states. */
    void signed(Instant time) {
        signedTime = signedTime.isBefore(time) ? time : signedTime;
    }

    /** The latest time that a signature of this call stated. */
    Instant signedTime() {
        return signedTime;
    }

    /** Whether the clock may be measured for this call, which it may be once. */
    boolean mayMeasureClock() {
        boolean may = !clockMeasured;
        clockMeasured = true;
        return may;
    }

    /** An attempt failed. */
    void failed(VenueException failure) {
        lastFailure = failure;
        outcomeUnknown |= failure.effect() == Effect.UNKNOWN && !endpoint.isSafe();
    }

    /** Whether an attempt that is over may have changed something: it failed that way, or it even succeeded. */
    boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /** How the last attempt failed; null if there was none, or one is under way. */
    @Nullable
    VenueException lastFailure() {
        return lastFailure;
    }

    /** Notes what a signature added to a request, so that no failure shows it. */
    void signed(Supplier<List<String>> texts) {
        signedTexts.add(texts);
    }

    /** What signatures added to the requests of this call. */
    List<String> signedTexts() {
        return signedTexts.stream().flatMap(texts -> texts.get().stream()).toList();
    }

    /** An attempt succeeded. */
    void succeeded(VenueResponse<T> answer) {
        this.answer = answer;
        outcomeUnknown = !endpoint.isSafe();
    }

    /** The decoded answer; null if there is none. */
    @Nullable
    VenueResponse<T> answer() {
        return answer;
    }
}
