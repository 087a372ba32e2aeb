package dev.openvenue.conformance;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code case.json} may say, by the kinds of cases: a key that no runner reads would silently weaken a case.
 *
 * @param keys the keys that are allowed besides provenance, source and skip
 * @param expected the keys that are allowed in {@code expect}, if that is an object
 * @param runners who checks the SDK against these cases, by the names that {@code skip} knows
 */
record CaseFormat(List<String> keys, List<String> expected, List<String> runners) {
    private static final List<String> COMMON = List.of("provenance", "source", "skip");
    private static final List<String> CREDENTIALS = List.of("apiKey", "passphrase", "key");
    private static final List<String> KEYS = List.of("hmac", "rsa", "ed25519", "secp256k1");
    private static final Map<String, CaseFormat> KINDS = Map.of(
            "signing", of(List.of("time", "credentials"), "signature"),
            "recover", of(List.of("signature", "address"), "address"),
            "requests", of(List.of("operation", "arguments", "body"), "request"),
            "responses",
                    of(
                            List.of("operation", "schema"),
                            "schema",
                            "nothing-lost",
                            "unknown-fields",
                            "unknown-words",
                            "nulls",
                            "missing-members",
                            "numbers-as-text",
                            "text-as-numbers",
                            "empty-text",
                            "odd-text"),
            "errors",
                    new CaseFormat(
                            List.of("operation", "status", "expect"),
                            List.of("code", "kind", "effect", "remedy", "message"),
                            List.of("error")),
            "invalid", of(List.of("operation", "arguments", "expect"), "validation"));

    private static CaseFormat of(List<String> keys, String... runners) {
        return new CaseFormat(keys, List.of(), List.of(runners));
    }

    /** The kinds of cases, which are the names of their folders. */
    static Collection<String> kinds() {
        return new TreeSet<>(KINDS.keySet());
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
        names(file, "key", data, Stream.concat(COMMON.stream(), keys.stream()).toList());
        Map<String, @Nullable Object> credentials = Json.map(data.get("credentials"));
        names(file, "key in credentials", credentials, CREDENTIALS);
        names(file, "kind of key", Json.map(credentials.get("key")), KEYS);
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
