package dev.openvenue.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a client in another language is asked to do with a case, and the judgement of what it did.
 *
 * @param column the column of the table
 * @param test the case
 * @param document what the client has to read; empty if it has to send something
 * @param data what the client is told
 * @param excuse why a client may fail, beside what the case says of itself
 */
record LanguageTask(String column, Case test, String document, Map<String, @Nullable Object> data, String excuse) {
    /** The name under which the client reports its result. */
    String name() {
        return column + "/" + test.name();
    }

    /** The list of tasks that it belongs to: every document is read in the same way. */
    String list() {
        return column.equals("signing") || column.equals("requests") ? column : "responses";
    }

    /** Why the case itself need not hold; empty if it must. */
    String mayFail() {
        List<String> runners = switch (column) {
            case "signing" -> List.of("description");
            case "requests" -> List.of("request");
            case "responses" -> List.of("schema", "nothing-lost");
            case "unknown enums" -> List.of("schema", "unknown-words");
            default -> List.of("error");
        };
        List<String> reasons = new ArrayList<>(runners.stream().map(test::skip).toList());
        reasons.add(test.text("schema"));
        reasons.add(excuse);
        return reasons.stream().filter(reason -> !reason.isEmpty()).findFirst().orElse("");
    }

    /** What is wrong with a client's result; empty if nothing is. */
    String problem(Map<String, @Nullable Object> result) {
        if (result.isEmpty()) {
            return "no result";
        }
        String error = Json.text(result, "error");
        if (!error.isEmpty()) {
            return error;
        }
        return switch (column) {
            case "signing" ->
                Json.text(result, "text").equals(test.file("canonical.txt"))
                        ? differences(result, "signed.http", true)
                        : "the signed text is " + Json.text(result, "text");
            case "requests" ->
                differences(result, "request.http", test.text("body").equals("exact"));
            default -> String.join("; ", losses("", Json.parse(document), Json.parse(Json.text(result, "body"))));
        };
    }

    private String differences(Map<String, @Nullable Object> result, String file, boolean exact) {
        HttpText expected = HttpText.parse(test.file(file));
        Map<String, @Nullable Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(Json.map(result.get("headers")));
        Map<String, String> sent = new TreeMap<>();
        headers.forEach((name, value) -> sent.put(name.toLowerCase(Locale.ROOT), String.valueOf(value)));
        String[] url = Json.text(result, "url").split("//", 2);
        int path = url[1].indexOf('/');
        sent.put("host", url[1].substring(0, path));
        HttpText actual =
                new HttpText(Json.text(result, "method"), url[1].substring(path), sent, Json.text(result, "body"));
        return String.join(
                "; ",
                exact
                        ? actual.differencesFrom(expected, true)
                        : sorted(actual).differencesFrom(sorted(expected), false));
    }

    /** Before a request is signed the order of its parameters and their spelling do not matter. */
    private static HttpText sorted(HttpText request) {
        String[] target = request.target().split("\\?", 2);
        boolean form = request.headers().getOrDefault("content-type", "").contains("form");
        return new HttpText(
                request.method(),
                target.length < 2 ? target[0] : target[0] + "?" + sorted(target[1]),
                request.headers(),
                form ? sorted(request.body()) : request.body());
    }

    private static String sorted(String parameters) {
        return Arrays.stream(parameters.split("&"))
                .map(pair -> URLDecoder.decode(pair, UTF_8))
                .sorted()
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
    }

    /** What a client has lost of a document. A member that is null may be absent, and numbers count by their value. */
    private static List<String> losses(String place, @Nullable Object document, @Nullable Object read) {
        List<String> losses = new ArrayList<>();
        if (document instanceof Map<?, ?> && read instanceof Map<?, ?>) {
            Map<String, @Nullable Object> members = Json.map(read);
            Json.map(document)
                    .forEach((name, value) -> losses.addAll(losses(place + "." + name, value, members.get(name))));
        } else if (document instanceof List<?> list && read instanceof List<?> rows && list.size() == rows.size()) {
            for (int i = 0; i < list.size(); i++) {
                losses.addAll(losses(place + "[" + i + "]", list.get(i), rows.get(i)));
            }
        } else if (!same(document, read)) {
            losses.add(place + ": " + Json.write(document) + " became " + Json.write(read));
        }
        return losses;
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return a instanceof BigDecimal left && b instanceof BigDecimal right
                ? left.compareTo(right) == 0
                : Objects.equals(a, b);
    }
}
