package dev.openvenue.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mistaken request and its explanation, as data: a block of lines {@code name: value} with Java's escapes. The lines
 * of the file's first block are those of all others, unless they have their own.
 *
 * <ul>
 *   <li>{@code case}: what the client does
 *   <li>{@code request}, {@code header NAME}, {@code body}: what is sent; <code>{signature}</code> stands for the
 *       signature and <code>{host}</code> for the simulator's
 *   <li>{@code signed}: the text that is signed, written out by hand; {@code with}: the key and the way to sign it
 *   <li>{@code late}: by how many milliseconds the venue's clock has advanced
 *   <li>{@code mistake}, {@code grade}, {@code sentence}, {@code expected}, {@code difference}, {@code fact NAME}: the
 *       explanation
 * </ul>
 */
record ExplanationCase(Map<String, String> lines) {
    static List<ExplanationCase> of(String file) throws IOException {
        try (InputStream in = ExplanationCase.class.getResourceAsStream("explanations/" + file + ".txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            List<ExplanationCase> cases = new ArrayList<>();
            Map<String, String> common = Map.of();
            for (String block : text.split("\n\n+")) {
                Map<String, String> lines = new LinkedHashMap<>(common);
                block.lines().forEach(line -> {
                    int colon = line.indexOf(": ");
                    lines.put(
                            line.substring(0, colon), line.substring(colon + 2).translateEscapes());
                });
                if (common.isEmpty()) {
                    common = lines;
                } else {
                    cases.add(new ExplanationCase(lines));
                }
            }
            return cases;
        }
    }

    String get(String name) {
        return Objects.requireNonNull(lines.get(name), name);
    }

    @Nullable
    String find(String name) {
        return lines.get(name);
    }

    String get(String name, String otherwise) {
        return lines.getOrDefault(name, otherwise);
    }

    /** The lines whose names begin so, by the rest of their names. */
    Map<String, String> all(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        lines.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    @Override
    public String toString() {
        return get("case");
    }
}
