package dev.openvenue.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code case.json} may say, by the kinds of cases, as {@code specs/case.schema.json} has it: a key that no
 * runner reads would silently weaken a case.
 *
 * @param keys the keys that are allowed
 * @param expected the keys that are allowed in {@code expect}, if that is an object
 * @param runners who checks the SDK against these cases, by the names that {@code skip} knows
 */
record CaseFormat(List<String> keys, List<String> expected, List<String> runners) {
    private static final Path SCHEMA = Path.of("..", "specs", "case.schema.json");
    private static final Map<String, @Nullable Object> DEFINITIONS = definitions();
    private static final Map<String, CaseFormat> KINDS = kindsOf(DEFINITIONS);

    private static Map<String, @Nullable Object> definitions() {
        try {
            return at(Json.map(Json.parse(Files.readString(SCHEMA))), "$defs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A definition with a title is that of a kind. */
    private static Map<String, CaseFormat> kindsOf(Map<String, @Nullable Object> definitions) {
        Map<String, CaseFormat> kinds = new TreeMap<>();
        definitions.forEach((name, definition) -> {
            Map<String, @Nullable Object> properties = at(Json.map(definition), "properties");
            if (Json.map(definition).containsKey("title")) {
                List<?> skips =
                        (List<?>) Objects.requireNonNull(at(properties, "skip").get("oneOf"));
                kinds.put(
                        name,
                        new CaseFormat(
                                List.copyOf(properties.keySet()),
                                List.copyOf(
                                        at(properties, "expect", "properties").keySet()),
                                List.copyOf(
                                        at(Json.map(skips.get(1)), "properties").keySet())));
            }
        });
        return kinds;
    }

    private static Map<String, @Nullable Object> at(Map<String, @Nullable Object> map, String... names) {
        Map<String, @Nullable Object> current = map;
        for (String name : names) {
            current = Json.map(current.get(name));
        }
        return current;
    }

    /** The kinds of cases, which are the names of their folders. */
    static Collection<String> kinds() {
        return KINDS.keySet();
    }

    /** The schema of a kind's {@code case.json}, with what it refers to. */
    static Map<String, @Nullable Object> schema(String kind) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(at(DEFINITIONS, kind));
        schema.put("$defs", DEFINITIONS);
        return schema;
    }

    /** The format of a kind. */
    static CaseFormat of(String kind) {
        CaseFormat format = KINDS.get(kind);
        if (format == null) {
            throw new IllegalArgumentException(unknown("kind of cases", kind, KINDS.keySet()));
        }
        return format;
    }

    /** Rejects keys that no runner reads. */
    void check(Path file, Map<String, @Nullable Object> data) {
        names(file, "key", data, keys);
        Map<String, @Nullable Object> allowed = at(DEFINITIONS, "signing", "properties", "credentials", "properties");
        Map<String, @Nullable Object> credentials = Json.map(data.get("credentials"));
        names(file, "key in credentials", credentials, allowed.keySet());
        names(
                file,
                "kind of key",
                Json.map(credentials.get("key")),
                at(allowed, "key", "properties").keySet());
        names(file, "key in expect", Json.map(data.get("expect")), expected);
        names(file, "runner in skip", Json.map(data.get("skip")), runners);
        if (data.containsKey("body") && !"exact".equals(data.get("body"))) {
            throw new IllegalArgumentException(
                    file + ": body is " + data.get("body") + "; it can only be exact, or be left out");
        }
    }

    private static void names(Path file, String what, Map<String, ?> data, Collection<String> allowed) {
        for (String name : data.keySet()) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(file + ": " + unknown(what, name, allowed));
            }
        }
    }

    private static String unknown(String what, String name, Collection<String> allowed) {
        String nearest = allowed.stream()
                .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)))
                .orElse("none");
        String all = allowed.stream().sorted().collect(Collectors.joining(", "));
        return "there is no " + what + " " + name + "; the nearest is " + nearest + " (of " + all + ")";
    }

    /** The edit distance: how many letters must be inserted, deleted or replaced. */
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
