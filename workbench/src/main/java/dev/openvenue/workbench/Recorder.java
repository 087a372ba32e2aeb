package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session so far, as lines of JSON: what it began with, then every exchange and every control call that changed
 * something, in their order. A file takes all of it; memory keeps it as long as it is short enough.
 */
final class Recorder implements AutoCloseable {
    private static final long MOST_CHARS = 32L * 1024 * 1024;

    private final Deque<String> kept = new ArrayDeque<>();
    private final @Nullable Writer file;
    private long chars;
    private boolean whole = true;

    /**
     * Begins a session.
     *
     * @param path the file that takes it, which must not exist; null for none
     */
    Recorder(@Nullable Path path, Map<String, @Nullable Object> beginning) {
        try {
            file = path == null
                    ? null
                    : Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot record to " + path + ": " + e, e);
        }
        add(beginning);
    }

    synchronized void add(Map<String, @Nullable Object> entry) {
        String line = Json.write(entry);
        if (whole) {
            kept.add(line);
            chars += line.length();
            if (chars > MOST_CHARS) {
                whole = false;
                kept.clear();
            }
        }
        if (file != null) {
            try {
                file.write(line);
                file.write('\n');
                file.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("The recording cannot be written", e);
            }
        }
    }

    /**
     * The lines of the session.
     *
     * @throws ControlException if it has become too long for memory
     */
    synchronized String lines() {
        if (!whole) {
            throw ControlException.conflict("The session is too long to be kept in memory; start with --record, and"
                    + " export the file with: openvenue replay");
        }
        return String.join("\n", kept) + "\n";
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The recording cannot be closed", e);
        }
    }
}
