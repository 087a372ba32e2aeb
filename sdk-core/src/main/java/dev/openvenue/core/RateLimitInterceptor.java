package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription.LimitHeaders;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.PermitRequest;
import dev.openvenue.core.limit.RateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Waits until every rate limit has a permit for the attempt, and evaluates what the response says about the limits. */
final class RateLimitInterceptor implements Interceptor {
    private final RateLimiter limiter;
    private final RateLimitExceptions failures;
    private final @Nullable LimitHeaders headers;
    private final InstantSource clock;

    RateLimitInterceptor(
            RateLimiter limiter, RateLimitExceptions failures, @Nullable LimitHeaders headers, InstantSource clock) {
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
            state.permit().failed(e.failure());
            if (e.failure() instanceof RejectedException rejection) {
                honour(rejection, operation, sentAt);
            }
            listen(state);
            throw e;
        }
    }

    private void honour(RejectedException rejection, String operation, long sentAt) {
        if (rejection.kind() == ErrorKind.RATE_LIMIT || rejection.status() == 429) {
            limiter.rejected(operation, rejection.retryAfter().orElse(null), sentAt);
        } else if (rejection.kind() != ErrorKind.VENUE_UNAVAILABLE) {
            limiter.accepted(operation, sentAt);
        }
    }

    /**
     * Waits for a permit. An asynchronous call brings its first one along, so that no thread of OkHttp waited for it.
     */
    private void await(CallState<?> state) throws IOException {
        PermitRequest permit = state.permit().take(limiter.nanos());
        if (permit == null) {
            state.waits();
            permit = limiter.join(state.endpoint().id(), state.isUrgent(), state.remaining());
        }
        if (permit == null) {
            return;
        }
        await(state, permit);
        while (permit.isStale(limiter.nanos())) {
            permit.giveBack();
            // The thread woke late, and the request would arrive in a window that others have filled; so it waits for a
            // new permit.
            permit = Objects.requireNonNull(limiter.join(state.endpoint().id(), state.isUrgent(), state.remaining()));
            await(state, permit);
        }
        state.events().waited(state, state.waited());
    }

    private void await(CallState<?> state, PermitRequest permit) throws IOException {
        try {
            state.await(permit.decided());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            state.permit().holdBack();
            throw new VenueIoException(failures.interrupted(state, e));
        } catch (ExecutionException e) {
            // The permit request holds the reason, which is reported below.
        } finally {
            permit.leave();
        }
        VenueException failure = failures.of(state, permit, limiter.nanos());
        if (failure != null) {
            state.permit().holdBack();
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

    /**
     * The header holds the remaining milliseconds or the end as epoch milliseconds: venues do not say which, but the
     * two cannot be confused.
     */
    private @Nullable Duration untilReset(Headers headers, LimitHeaders names) {
        String reset = names.reset() == null ? null : headers.get(names.reset());
        if (reset == null || !reset.strip().matches("\\d{1,15}")) {
            return null;
        }
        long millis = Long.parseLong(reset.strip());
        boolean isInstant = millis > Duration.ofDays(3650).toMillis();
        long left = isInstant ? millis - clock.millis() : millis;
        return Duration.ofMillis(Math.max(0, left));
    }
}
