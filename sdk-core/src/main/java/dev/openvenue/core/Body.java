package dev.openvenue.core;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as far as it was received, up to the client's maximum size.
 *
 * @param bytes what was received
 * @param cut what cut it off; null if it is complete
 * @param isTooLong whether it exceeds the maximum size
 */
record Body(ByteString bytes, @Nullable IOException cut, boolean isTooLong) {
    private static final long STEP = 64 * 1024;

    /** Reads the decompressed body, up to the given number of bytes. */
    static Body read(BufferedSource source, long max) {
        Buffer buffer = new Buffer();
        IOException cut = null;
        try {
            while (buffer.size() <= max && source.read(buffer, Math.min(STEP, max + 1 - buffer.size())) >= 0) {}
        } catch (IOException e) {
            cut = e;
        }
        boolean tooLong = buffer.size() > max;
        if (tooLong) {
            buffer.clear();
        }
        // A copy, not a snapshot: that would keep the buffer's segments, at least 8 KiB, from being used again.
        return new Body(buffer.readByteString(), cut, tooLong);
    }

    /** The body for a user's interceptor, which hardly ever reads it. */
    ResponseBody asResponse(@Nullable MediaType type) {
        return new ResponseBody() {
            private @Nullable Buffer source;

            @Override
            public @Nullable MediaType contentType() {
                return type;
            }

            @Override
            public long contentLength() {
                return bytes.size();
            }

            @Override
            public BufferedSource source() {
                Buffer opened = source == null ? new Buffer().write(bytes) : source;
                source = opened;
                return opened;
            }

            /** Without this, closing would open the source first. */
            @Override
            public void close() {
                if (source != null) {
                    source.close();
                }
            }
        };
    }
}
