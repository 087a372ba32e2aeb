package dev.openvenue.core;

import java.io.IOException;
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
        // A snapshot shares the buffer's memory, and so does every buffer that it is written to.
        return new Body(tooLong ? ByteString.EMPTY : buffer.snapshot(), cut, tooLong);
    }
}
