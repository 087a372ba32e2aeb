package dev.openvenue.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of a call knows of itself; it travels through the interceptors as a tag of the request. All interceptors run
 * on one thread; only cancellation and the deadline come from others.
 */
final class CallState<T> {
    private final Endpoint<T> endpoint;
    private final Arguments arguments;
    private final RetryPolicy retryPolicy;
    private final Duration deadline;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private final CallTurn turn = new CallTurn();
    private final CountDownLatch woken = new CountDownLatch(1);
    private volatile boolean expired;
    private volatile boolean entered;
    private volatile Attempt attempt = new Attempt();
    private int sent;
    private long firstSentAt;
    private Instant signedTime = Instant.MIN;
    private boolean clockMeasured;
    private boolean outcomeUnknown;
    private @Nullable Exchange<T> answer;

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
    CallTurn turn() {
        return turn;
    }

    /** What is left until the deadline; zero or negative when it has passed. */
    Duration remaining() {
        return deadline.minusNanos(nanoTime.getAsLong() - startedAt);
    }

    boolean isExpired() {
        return expired || remaining().compareTo(Duration.ZERO) <= 0;
    }

    /** The deadline passed. */
    void expire() {
        expired = true;
    }

    /** Ends a pause; to be called after the OkHttp call was cancelled, or the next attempt would begin. */
    void wake() {
        woken.countDown();
        turn.wake();
    }

    /** Lets time pass, but no longer than until somebody wakes the call. */
    void pause(Duration pause) throws InterruptedIOException {
        try {
            woken.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while pausing between two attempts");
        }
    }

    /** Whether this is the first time that the call enters the interceptors. */
    boolean enter() {
        boolean first = !entered;
        entered = true;
        return first;
    }

    boolean hasEntered() {
        return entered;
    }

    /** Begins the next request of the call. */
    Attempt begin() {
        attempt = new Attempt();
        return attempt;
    }

    Attempt attempt() {
        return attempt;
    }

    /** Counts a request that leaves this process. */
    void countSent() {
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
        outcomeUnknown |= failure.execution() == Execution.UNKNOWN && !endpoint.isSafe();
    }

    /** Whether an attempt that is over may have changed something: it failed that way, or it even succeeded. */
    boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /** An attempt succeeded. */
    void succeeded(Exchange<T> answer) {
        this.answer = answer;
        outcomeUnknown = !endpoint.isSafe();
    }

    /** The decoded answer; null if there is none. */
    @Nullable
    Exchange<T> answer() {
        return answer;
    }
}
