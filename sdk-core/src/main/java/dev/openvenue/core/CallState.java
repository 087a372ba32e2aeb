package dev.openvenue.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
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
    private final CountDownLatch cancellation = new CountDownLatch(1);
    private volatile boolean expired;
    private volatile boolean entered;
    private volatile Attempt attempt = new Attempt();
    private int sent;
    private boolean clockMeasured;
    private boolean outcomeUnknown;
    private @Nullable VenueException failure;
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
        cancel();
    }

    /** Wakes a pausing call. */
    void cancel() {
        cancellation.countDown();
        turn.wake();
    }

    /** Lets time pass, but no longer than until the call is cancelled. */
    void awaitCancellation(Duration pause) throws InterruptedIOException {
        try {
            cancellation.await(pause.toNanos(), TimeUnit.NANOSECONDS);
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

    /** Whether a repeat by somebody else could do harm: the call changes something and its last attempt may have succeeded. */
    boolean isUnrepeatable() {
        return !endpoint.isSafe() && (outcomeUnknown || failure == null || failure.execution() == Execution.UNKNOWN);
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
        sent++;
    }

    int sent() {
        return sent;
    }

    /** Whether the clock may be measured for this call, which it may be once. */
    boolean mayMeasureClock() {
        boolean may = !clockMeasured;
        clockMeasured = true;
        return may;
    }

    /** Notes how an attempt failed. */
    void failed(VenueException failure) {
        this.failure = failure;
        outcomeUnknown |= failure.execution() == Execution.UNKNOWN && !endpoint.isSafe();
    }

    /** Whether an earlier attempt may have changed something although it failed. */
    boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    void answer(Exchange<T> answer) {
        this.answer = answer;
    }

    /** The decoded answer; null if there is none. */
    @Nullable
    Exchange<T> answer() {
        return answer;
    }
}
