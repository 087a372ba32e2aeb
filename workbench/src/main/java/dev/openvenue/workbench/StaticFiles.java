package dev.openvenue.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The console's own files: a fixed table, so that no path leads anywhere else. */
final class StaticFiles {
    /** By the ends of their names. */
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final StaticFile PAGE = new StaticFile("index.html");

    private static final Map<String, StaticFile> FILES = List.of(
                    "api.js",
                    "base.css",
                    "book.js",
                    "detail.js",
                    "dom.js",
                    "explain.js",
                    "faults.js",
                    "favicon.svg",
                    "keys.js",
                    "layout.css",
                    "main.js",
                    "market.js",
                    "money.js",
                    "parts.css",
                    "requests.js",
                    "rows.js",
                    "session.js",
                    "settings.js",
                    "shortcuts.js",
                    "store.js",
                    "stream.js",
                    "text.js",
                    "venues.js",
                    "zip.js")
            .stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), StaticFile::new));

    private StaticFiles() {}

    /** A resource in the folder {@code console} beside this class. */
    record StaticFile(String resource) {
        String contentType() {
            return String.valueOf(TYPES.get(resource.substring(resource.lastIndexOf('.') + 1)));
        }

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
        return path.equals("/") ? PAGE : path.startsWith("/") ? FILES.get(path.substring(1)) : null;
    }
}
