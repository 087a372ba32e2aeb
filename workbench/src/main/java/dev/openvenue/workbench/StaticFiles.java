package dev.openvenue.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The console's own files: a fixed table, so that no path leads anywhere else. */
final class StaticFiles {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, StaticFile> FILES = Map.of(
            "/", new StaticFile("index.html", HTML),
            "/console.css", new StaticFile("console.css", CSS),
            "/console.js", new StaticFile("console.js", SCRIPT));

    private StaticFiles() {}

    /** A resource in the folder {@code console} beside this class. */
    record StaticFile(String resource, String contentType) {
        byte[] bytes() {
            try (InputStream in = StaticFiles.class.getResourceAsStream("console/" + resource)) {
                if (in == null) {
                    throw new IllegalStateException("The workbench was built without console/" + resource);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("console/" + resource + " cannot be read", e);
            }
        }
    }

    /** The file at a path; null if it is none of the console's. */
    static @Nullable StaticFile at(String path) {
        return FILES.get(path);
    }
}
