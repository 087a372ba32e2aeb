package dev.openvenue.core;

import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A response's body as far as it came, no longer than the client may hold.
 *
 * @param bytes what came
 * @param cut what ended it too early; null if nothing did
 * @param isTooLong whether more came than the client may hold
 */
record Body(ByteString bytes, @Nullable IOException cut, boolean isTooLong) {
    private static final long STEP = 64 * 1024;

    /** Reads all that comes, decompressed, up to a number of bytes. */
    static Body read(BufferedSource source, long max) {
        Buffer buffer = new Buffer();
        IOException cut = null;
        try {
            while (buffer.size() <= max && source.read(buffer, Math.min(STEP, max + 1 - buffer.size())) >= 0) {}
        } catch (IOException e) {
            cut = e;
        }
        boolean tooLong = buffer.size() > max;
        // A snapshot shares the buffer's memory, and every buffer that it is written to shares it too.
        return new Body(tooLong ? ByteString.EMPTY : buffer.snapshot(), cut, tooLong);
    }
}
