package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription.LimitHeaders;
import dev.openvenue.core.limit.RateLimiter;
import dev.openvenue.core.limit.Turn;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Lets an attempt pass when every limit has a permit for it, and listens to what the venue says of its limits. */
final class RateLimitInterceptor implements Interceptor {
    private final RateLimiter limiter;
    private final LimitFailures failures;
    private final @Nullable LimitHeaders headers;
    private final InstantSource clock;

    RateLimitInterceptor(
            RateLimiter limiter, LimitFailures failures, @Nullable LimitHeaders headers, InstantSource clock) {
        this.limiter = limiter;
        this.failures = failures;
        this.headers = headers;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        await(state);
        String operation = state.endpoint().id();
        long sentAt = limiter.nanos();
        try {
            Response response = chain.proceed(chain.request());
            limiter.accepted(operation, sentAt);
            listen(state);
            return response;
        } catch (VenueIoException e) {
            state.turn().failed(e.failure());
            if (e.failure() instanceof RejectedException refusal) {
                heed(refusal, operation, sentAt);
            }
            listen(state);
            throw e;
        }
    }

    private void heed(RejectedException refusal, String operation, long sentAt) {
        if (refusal.kind() == ErrorKind.RATE_LIMIT || refusal.status() == 429) {
            limiter.refused(operation, refusal.retryAfter().orElse(null), sentAt);
        } else if (refusal.kind() != ErrorKind.VENUE_UNAVAILABLE) {
            limiter.accepted(operation, sentAt);
        }
    }

    /** An asynchronous call brings its first permit along, so that no thread of OkHttp's waited for it. */
    private void await(CallState<?> state) throws IOException {
        Turn turn = state.turn().take(limiter.nanos());
        if (turn == null) {
            turn = limiter.join(state.endpoint().id(), state.remaining());
        }
        if (turn == null) {
            return;
        }
        await(state, turn);
        while (turn.isStale(limiter.nanos())) {
            turn.giveBack();
            // Woken late, the request would arrive in a window that others have filled; so it waits for a new permit.
            turn = Objects.requireNonNull(limiter.join(state.endpoint().id(), state.remaining()));
            await(state, turn);
        }
    }

    private void await(CallState<?> state, Turn turn) throws IOException {
        try {
            state.await(turn.decided());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state.turn().holdBack();
            throw new VenueIoException(failures.interrupted(state, e));
        } catch (ExecutionException e) {
            // The turn itself knows, and says so below.
        } finally {
            turn.leave();
        }
        VenueException failure = failures.of(state, turn, limiter.nanos());
        if (failure != null) {
            state.turn().holdBack();
            throw new VenueIoException(failure);
        }
    }

    private void listen(CallState<?> state) {
        Attempt.Head head = state.attempt().head();
        if (headers == null || head == null) {
            return;
        }
        String remaining = head.headers().get(headers.remaining());
        if (remaining != null && remaining.strip().equals("0")) {
            limiter.nothingLeft(state.endpoint().id(), untilReset(head.headers(), headers));
        }
    }

    /** Milliseconds that are left or the end as epoch milliseconds: venues do not say which, but the two cannot be confused. */
    private @Nullable Duration untilReset(Headers answer, LimitHeaders names) {
        String reset = names.reset() == null ? null : answer.get(names.reset());
        if (reset == null || !reset.strip().matches("\\d{1,15}")) {
            return null;
        }
        long millis = Long.parseLong(reset.strip());
        boolean isInstant = millis > Duration.ofDays(3650).toMillis();
        long left = isInstant ? millis - clock.millis() : millis;
        return Duration.ofMillis(Math.max(0, left));
    }
}
