package dev.openvenue.core;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A response's body that is read from a {@link WatchedSocket}, which must have received at least that many bytes in the
 * end.
 */
final class WatchedBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    WatchedBody(ResponseBody body, Check check) {
        this.body = body;
        this.source = Okio.buffer(new Validatable(body.source(), check));
    }

    /** Checks the number of bytes in the body. */
    @FunctionalInterface
    interface Check {
        void of(long bytes) throws StaleConnectionException;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Validatable extends ForwardingSource {
        private final Check check;
        private long bytes;

        Validatable(BufferedSource source, Check check) {
            super(source);
            this.check = check;
        }

        @Override
        public long read(Buffer sink, long max) throws IOException {
            long read = super.read(sink, max);
            if (read < 0) {
                check.of(bytes);
            } else {
                bytes += read;
            }
            return read;
        }
    }
}
