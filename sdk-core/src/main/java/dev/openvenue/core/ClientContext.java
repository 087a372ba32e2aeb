package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.PermitRequest;
import dev.openvenue.core.limit.RateLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What every call of a client shares.
 *
 * @param threads what asynchronous calls run on
 * @param isDirect whether a call that is waited for runs on the thread that waits, which spares the way to another one
 *     and back. It may where all that it meets can be ended from outside: our own OkHttp, and a key in memory.
 *     Elsewhere it could be stuck in the user's interceptor or key service beyond its deadline
 * @param cancels the operations that cancel orders
 */
record ClientContext(
        String venueName,
        OkHttpClient client,
        ClientConfig config,
        VenueClock clock,
        RateLimiter limiter,
        ResponseReader reader,
        VenueExceptions failures,
        CallThreads threads,
        boolean isDirect,
        Set<String> cancels) {

    /** Starts the clock of one execution. */
    <T> CallState<T> start(Endpoint<T> endpoint, Arguments arguments, RetryPolicy retryPolicy, Duration deadline) {
        return new CallState<>(endpoint, arguments, retryPolicy, deadline, config.nanoTime());
    }

    /** Where an asynchronous call queues. */
    CallLane lane(Endpoint<?> endpoint, CallOptions options) {
        return threads.lane(options.isUrgent() || cancels.contains(endpoint.id()));
    }

    /** Begins a call, which then must be {@link CallThreads#exit exited}; returns why it cannot begin, else null. */
    @Nullable
    VenueException enter(CallState<?> state) {
        String reason = threads.enter(state.end());
        return reason == null ? null : failures.closed(state, reason);
    }

    /** Makes a call on this thread, from its beginning to its end. */
    <T> VenueResponse<T> direct(CallState<T> state) {
        VenueException closed = enter(state);
        if (closed != null) {
            throw closed;
        }
        CallCompletion.afterOuter(state.end()::now);
        Runnable deadline = countdown(state, state::expire);
        try {
            return make(state);
        } finally {
            deadline.run();
            state.end().finish();
            threads.exit(state.end());
        }
    }

    /** Starts the countdown of a call to its deadline; returns what ends it. */
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
            return answer(state, response);
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
     * After a silence until the deadline: what made this connection fall silent, a firewall that forgot it or a dead
     * load balancer, has perhaps done the same to those that are idle. Nobody pings those of HTTP/1.1, and each would
     * cost a call its deadline.
     */
    void distrustConnections(CallState<?> state) {
        if (state.isExpired()
                && state.attempt().left() != null
                && state.attempt().head() == null) {
            client.connectionPool().evictAll();
        }
    }

    /**
     * The decoded answer; an interceptor of the user's may have answered in place of the venue, then it is read here.
     */
    private <T> VenueResponse<T> answer(CallState<T> state, Response response) throws IOException {
        @Nullable VenueResponse<T> decoded = state.answer();
        if (decoded != null) {
            return decoded;
        }
        Attempt.Head head = Attempt.Head.of(response, config.clock().instant());
        return reader.read(state, head, ByteString.of(response.body().bytes()), null);
    }

    /** Why a call never began although its deadline passed: it waited for a permit, or for other calls. */
    VenueException late(CallState<?> state, @Nullable PermitRequest permit) {
        VenueException held =
                permit == null ? null : new RateLimitExceptions(venueName, failures).of(state, permit, limiter.nanos());
        return held == null ? failures.transport(state, new IOException("never got its turn")) : held;
    }

    /** What a call ended in that was ended from outside: between two attempts, in what the last one met. */
    VenueException ended(CallState<?> state, @Nullable InterruptedException interrupt) {
        VenueException last = state.lastFailure();
        if (last != null) {
            return last;
        }
        return failures.transport(state, interrupt == null ? new IOException("the call was ended") : interrupt);
    }

    /** What an exception out of OkHttp means; beside failures of ours it lets those of users' interceptors through. */
    private VenueException failure(CallState<?> state, Throwable e) {
        return Objects.requireNonNullElseGet(VenueIoException.carriedBy(e), () -> failures.transport(state, e));
    }
}
