package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Makes one attempt and determines its result: either the response is a success and already decoded, or a
 * {@link VenueIoException} carries the failure. So every document is parsed once, and the decision on a retry is made
 * with the venue's verdict at hand.
 */
final class AttemptInterceptor implements Interceptor {
    private final ResponseReader reader;
    private final VenueExceptions failures;
    private final long maxBytes;

    AttemptInterceptor(ResponseReader reader, VenueExceptions failures, long maxBytes) {
        this.reader = reader;
        this.failures = failures;
        this.maxBytes = maxBytes;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        Duration before = state.elapsed();
        try {
            Response response = attempt(chain, state);
            state.events().attempted(state, state.elapsed().minus(before), null);
            return response;
        } catch (VenueException e) {
            state.failed(e);
            state.events().attempted(state, state.elapsed().minus(before), e);
            throw new VenueIoException(e);
        }
    }

    private <T> Response attempt(Chain chain, CallState<T> state) {
        try {
            state.begin();
            if (state.isExpired()) {
                throw new IOException("the deadline passed");
            }
            return read(chain, state);
        } catch (VenueException e) {
            throw e;
        } catch (Exception e) {
            Attempt.Head head = state.attempt().head();
            throw head != null && state.attempt().isResendStopped()
                    ? reader.rejectedByStatus(state, head, "")
                    : failures.transport(state, e);
        }
    }

    private <T> Response read(Chain chain, CallState<T> state) throws IOException {
        try (Response response = proceed(chain, state)) {
            Attempt.Head head = Objects.requireNonNull(state.attempt().head(), "a response has a head");
            ResponseBody body = response.body();
            Body read = received(state, head, body);
            if (read.cut() != null && (state.isExpired() || chain.call().isCanceled())) {
                throw read.cut();
            }
            if (read.cut() instanceof StaleConnectionException e) {
                throw stale(state, e);
            }
            state.succeeded(read(state, head, read));
            // Outer interceptors, such as a user's logging interceptor, do not see the signed request.
            return response.newBuilder()
                    .request(state.unsigned())
                    .networkResponse(null)
                    .cacheResponse(null)
                    .priorResponse(null)
                    .body(read.asResponse(body.contentType()))
                    .build();
        }
    }

    /** OkHttp closes a connection that turns out to be stale; as long as nothing was sent, another one can be used. */
    private Response proceed(Chain chain, CallState<?> state) throws IOException {
        while (true) {
            try {
                return chain.proceed(UserAgent.on(chain.request()));
            } catch (StaleConnectionException e) {
                if (state.attempt().left() != null) {
                    throw stale(state, e);
                }
            }
        }
    }

    private VenueException stale(CallState<?> state, StaleConnectionException e) {
        return failures.malformed(state, String.valueOf(e.getMessage()), e.status(), "", e);
    }

    private Body received(CallState<?> state, Attempt.Head head, ResponseBody body) {
        try {
            return Body.read(body.source(), maxBytes);
        } catch (OutOfMemoryError e) {
            throw noMemory(state, head, e);
        }
    }

    private <T> VenueResponse<T> read(CallState<T> state, Attempt.Head head, Body body) {
        if (body.isTooLong() && head.isSuccessful()) {
            throw failures.malformed(state, "it is longer than " + maxBytes + " bytes", head.status(), "", null);
        }
        if (body.isTooLong()) {
            throw reader.rejectedByStatus(state, head, "");
        }
        try {
            return reader.read(state, head, body.bytes(), body.cut());
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw noMemory(state, head, e);
        }
    }

    /** Whether the venue acted is unknown, and the caller must learn that; what was read is garbage by now. */
    private VenueException noMemory(CallState<?> state, Attempt.Head head, Error e) {
        return failures.malformed(state, "there is no memory to hold it", head.status(), "", e);
    }
}
