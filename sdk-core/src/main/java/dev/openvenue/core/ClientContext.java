package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.PermitRequest;
import dev.openvenue.core.limit.RateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a client shares.
 *
 * @param headers what every request of this client carries
 * @param events where to report what happens
 * @param threads runs asynchronous calls
 * @param isDirect whether a synchronous call runs on the caller's thread, which saves two thread switches. That is
 *     allowed if everything it passes can be ended from outside: the SDK's own OkHttp client, and a key in memory.
 *     Otherwise it could be stuck in a user's interceptor or key service beyond its deadline
 */
record ClientContext(
        String venueName,
        OkHttpClient client,
        ClientConfig config,
        VenueClock clock,
        RateLimiter limiter,
        ResponseReader reader,
        VenueExceptions failures,
        ClientHeaders headers,
        CallEvents events,
        CallThreads threads,
        boolean isDirect) {

    /** Starts one execution and its deadline. */
    <T> CallState<T> start(Endpoint<T> endpoint, Arguments arguments, RetryPolicy retryPolicy, Duration deadline) {
        return new CallState<>(endpoint, arguments, retryPolicy, deadline, config.nanoTime(), events);
    }

    /** The lane of an asynchronous call. */
    CallLane lane(Endpoint<?> endpoint, CallOptions options) {
        return threads.lane(options.isUrgent() || endpoint.metadata().cancels());
    }

    /** Begins a call, which must later be {@link CallThreads#exit exited}; returns why it cannot begin, else null. */
    @Nullable
    VenueException enter(CallState<?> state) {
        String reason = threads.enter(state.end());
        return reason == null ? null : failures.closed(state, reason);
    }

    /** Makes a call on this thread, from beginning to end. */
    <T> VenueResponse<T> direct(CallState<T> state) {
        VenueException closed = enter(state);
        if (closed != null) {
            events.ended(state, closed);
            throw closed;
        }
        CallCompletion.afterOuter(state.end()::now);
        Runnable deadline = countdown(state, state::expire);
        try {
            VenueResponse<T> response = make(state);
            events.ended(state, null);
            return response;
        } catch (VenueException e) {
            events.ended(state, e);
            throw e;
        } finally {
            deadline.run();
            state.end().finish();
            threads.exit(state.end());
        }
    }

    /** Starts the countdown to a call's deadline; returns what stops it. */
    Runnable countdown(CallState<?> state, Runnable whenPassed) {
        return config.deadlineTimer().start(state.remaining(), threads, whenPassed);
    }

    /** Makes a call that has begun, on this thread. */
    <T> VenueResponse<T> make(CallState<T> state) {
        if (state.end().isClosed()) {
            throw failures.closed(state, CallThreads.CLOSED);
        }
        CallCompletion outer = state.end().enterThread();
        try (Response response = state.end().call().execute()) {
            return responseOf(state, response);
        } catch (VenueException e) {
            throw e;
        } catch (Throwable e) {
            throw failure(state, e);
        } finally {
            CallCompletion.leaveThread(outer);
            distrustConnections(state);
        }
    }

    /**
     * Drops idle connections after a call that received nothing until its deadline: whatever silenced its connection,
     * such as a firewall that dropped it or a dead load balancer, may have silenced the idle ones too. Nobody pings
     * those of HTTP/1.1, and each would cost another call its deadline.
     */
    void distrustConnections(CallState<?> state) {
        if (state.isExpired()
                && state.attempt().left() != null
                && state.attempt().head() == null) {
            client.connectionPool().evictAll();
        }
    }

    /** The decoded response; if a user's interceptor responded in place of the venue, it is decoded here. */
    private <T> VenueResponse<T> responseOf(CallState<T> state, Response response) throws IOException {
        @Nullable VenueResponse<T> decoded = state.response();
        if (decoded != null) {
            return decoded;
        }
        Attempt.Head head = Attempt.Head.of(response, config.clock().instant());
        return reader.read(state, head, ByteString.of(response.body().bytes()), null);
    }

    /**
     * The failure of a call that had not begun when its deadline passed: it waited for a permit, or for other calls.
     */
    VenueException late(CallState<?> state, @Nullable PermitRequest permit) {
        VenueException held =
                permit == null ? null : new RateLimitExceptions(venueName, failures).of(state, permit, limiter.nanos());
        return held == null ? failures.transport(state, new IOException("never got its turn")) : held;
    }

    /** The failure of a call that was ended from outside: between two attempts, that of the last one. */
    VenueException ended(CallState<?> state, @Nullable InterruptedException interrupt) {
        VenueException last = state.lastFailure();
        if (last != null) {
            return last;
        }
        return failures.transport(state, interrupt == null ? new IOException("the call was ended") : interrupt);
    }

    /**
     * Interprets an exception thrown by OkHttp; apart from the SDK's own failures it passes on those of users'
     * interceptors.
     */
    private VenueException failure(CallState<?> state, Throwable e) {
        return Objects.requireNonNullElseGet(VenueIoException.carriedBy(e), () -> failures.transport(state, e));
    }
}
