package dev.openvenue.conformance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client in another language is asked to do with the cases of a venue, in a form that is easy to read. */
final class LanguageTasks {
    private static final String NEW_WORD = "a-word-of-tomorrow";
    private static final BigDecimal NEW_NUMBER = new BigDecimal("987");
    /** What stands before the 32 bytes of an Ed25519 seed in PKCS#8. */
    private static final String PKCS8 = "302e020100300506032b657004220420";

    private static final String UNLISTED =
            "The case has a value that the venue's own table does not list, and stock clients"
                    + " keep to the table in requests";

    private final Venue venue;

    LanguageTasks(Venue venue) {
        this.venue = venue;
    }

    /** All tasks of a venue: its signing cases, its request cases, and every document that it may send. */
    List<LanguageTask> all() {
        List<LanguageTask> tasks = new ArrayList<>();
        cases("signing").forEach(test -> tasks.add(task("signing", test, "", signing(test), "")));
        cases("requests").forEach(test -> tasks.add(request(test)));
        cases("responses").forEach(test -> tasks.add(read("responses", test, test.file("response.json"))));
        cases("responses").forEach(test -> {
            Object document = Json.parse(test.file("response.json"));
            Object changed = withUnknownWords(test, document);
            if (!Json.write(document).equals(Json.write(changed))) {
                tasks.add(read("unknown enums", test, Json.write(changed)));
            }
        });
        cases("errors").forEach(test -> tasks.add(read("refusals", test, test.file("response.json"))));
        return tasks;
    }

    private Stream<Case> cases(String kind) {
        return Case.all(venue, kind).stream();
    }

    private static LanguageTask task(
            String column, Case test, String document, Map<String, @Nullable Object> data, String excuse) {
        data.put("name", column + "/" + test.name());
        return new LanguageTask(column, test, document, data, excuse);
    }

    private LanguageTask request(Case test) {
        LanguageArguments arguments = new LanguageArguments(venue, test.operation(), test.arguments());
        return task(
                "requests", test, "", call(test, arguments.portable()), arguments.hasUnlistedValues() ? UNLISTED : "");
    }

    private LanguageTask read(String column, Case test, String document) {
        Map<String, @Nullable Object> data =
                call(test, new LanguageArguments(venue, test.operation(), venue.arguments(test.operation())).listed());
        data.put("status", new BigDecimal(test.text("status").isEmpty() ? "200" : test.text("status")));
        data.put("body", document);
        return task(column, test, document, data, "");
    }

    private @Nullable Object withUnknownWords(Case test, @Nullable Object document) {
        return new SchemaWalk(venue, (schema, value) -> {
                    boolean known = schema.containsKey("enum") && value != null;
                    return !known ? value : value instanceof BigDecimal ? NEW_NUMBER : NEW_WORD;
                })
                .changed(venue.documentSchema(test.operation()), document);
    }

    private Map<String, @Nullable Object> signing(Case test) {
        HttpText request = HttpText.parse(test.file("request.http"));
        Map<String, @Nullable Object> headers = new LinkedHashMap<>(request.headers());
        Object host = headers.remove("host");
        Map<String, @Nullable Object> credentials = Json.map(test.data().get("credentials"));
        credentials.computeIfPresent("key", (name, key) -> withPem(Json.map(key)));
        String time = test.text("time");
        Map<String, @Nullable Object> task = new LinkedHashMap<>();
        task.put(
                "time",
                time.matches("\\d+") ? time : String.valueOf(Instant.parse(time).toEpochMilli()));
        task.put("credentials", credentials);
        task.put("method", request.method());
        task.put("url", "https://" + host + request.target());
        task.put("headers", headers);
        task.put("body", request.body());
        return task;
    }

    /** Every library reads PEM; the seed of an Ed25519 key in hex or Base64 is a habit of some venues. */
    private static Map<String, @Nullable Object> withPem(Map<String, @Nullable Object> key) {
        key.computeIfPresent("ed25519", (kind, value) -> {
            String text = String.valueOf(value);
            if (text.startsWith("-")) {
                return text;
            }
            byte[] seed = text.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            byte[] der = HexFormat.of().parseHex(PKCS8 + HexFormat.of().formatHex(seed));
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                    + "\n-----END PRIVATE KEY-----\n";
        });
        return key;
    }

    private static Map<String, @Nullable Object> call(Case test, Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> task = new LinkedHashMap<>();
        task.put("operation", test.operation());
        task.put("arguments", arguments);
        return task;
    }
}
