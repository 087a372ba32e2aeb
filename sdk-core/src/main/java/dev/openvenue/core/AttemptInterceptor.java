package dev.openvenue.core;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt and says what became of it: either the answer is a success and already decoded, or a {@link VenueIoException}
 * carries the failure. So every document is read once, and whoever decides on a repeat knows the venue's verdict.
 */
final class AttemptInterceptor implements Interceptor {
    private final ResponseReader reader;
    private final Failures failures;

    AttemptInterceptor(ResponseReader reader, Failures failures) {
        this.reader = reader;
        this.failures = failures;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        state.begin();
        try {
            return attempt(chain, state);
        } catch (VenueException e) {
            state.failed(e);
            throw new VenueIoException(e);
        }
    }

    private <T> Response attempt(Chain chain, CallState<T> state) {
        try {
            if (state.isExpired()) {
                throw new IOException("the deadline passed");
            }
            return read(chain, state);
        } catch (VenueException e) {
            throw e;
        } catch (Exception e) {
            Attempt.Head head = state.attempt().head();
            throw head != null && state.attempt().isRepeatStopped()
                    ? reader.refusedByStatus(state, head, "")
                    : failures.transport(state, e);
        }
    }

    private <T> Response read(Chain chain, CallState<T> state) throws IOException {
        try (Response response = chain.proceed(chain.request())) {
            Buffer buffer = new Buffer();
            IOException cut = drain(response.body().source(), buffer);
            if (cut != null && (state.isExpired() || chain.call().isCanceled())) {
                throw cut;
            }
            ByteString bytes = buffer.readByteString();
            Attempt.Head head = Objects.requireNonNull(state.attempt().head(), "an answer has a head");
            state.succeeded(reader.read(state, head, bytes, cut));
            return response.newBuilder()
                    .body(ResponseBody.create(bytes, response.body().contentType()))
                    .build();
        }
    }

    /** Reads all that comes; returns what cut it off, null if nothing did. */
    private static @Nullable IOException drain(BufferedSource source, Buffer into) {
        try {
            into.writeAll(source);
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
