package dev.openvenue.core;

import dev.openvenue.core.limit.RateLimiter;
import dev.openvenue.core.limit.Turn;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What every call of a client shares. */
record Transport(
        String venueName,
        OkHttpClient client,
        Settings settings,
        VenueClock clock,
        RateLimiter limiter,
        ResponseReader reader,
        Failures failures) {

    /** Starts the clock of one execution. */
    <T> CallState<T> start(Endpoint<T> endpoint, Arguments arguments, RetryPolicy retryPolicy, Duration deadline) {
        return new CallState<>(endpoint, arguments, retryPolicy, deadline, settings.nanoTime());
    }

    /** The decoded answer; an interceptor of the user's may have answered in place of the venue, then it is read here. */
    <T> Exchange<T> answer(CallState<T> state, Response response) {
        @Nullable Exchange<T> decoded = state.answer();
        if (decoded != null) {
            return decoded;
        }
        try {
            Attempt.Head head = Attempt.Head.of(response, settings.clock().instant());
            return reader.read(state, head, ByteString.of(response.body().bytes()), null);
        } catch (IOException e) {
            throw failures.transport(state, e);
        }
    }

    /** Why a call never began although its deadline passed: it waited for a permit, or for OkHttp's dispatcher. */
    VenueException late(CallState<?> state, @Nullable Turn turn) {
        VenueException held =
                turn == null ? null : new LimitFailures(venueName, failures).of(state, turn, limiter.nanos());
        return held == null ? failures.transport(state, new IOException("never got its turn")) : held;
    }

    /** What an exception out of OkHttp means; beside failures of ours it lets those of users' interceptors through. */
    VenueException failure(CallState<?> state, Exception e) {
        return Objects.requireNonNullElseGet(VenueIoException.carriedBy(e), () -> failures.transport(state, e));
    }
}
