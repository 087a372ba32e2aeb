package dev.openvenue.conformance;

import dev.openvenue.conformance.Spoiled.Kind;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Documents that are JSON, or nearly, with one value that no venue should send. */
final class HostileValues {
    private static final List<String> NUMBERS = List.of(
            "1e400",
            "-1e400",
            "1E-400",
            "1e999999999",
            "1E-999999999",
            "1e99999999999",
            "1e3496526",
            "10e5000001",
            "13e496526",
            "-0",
            "-0.0",
            "-1",
            "0",
            "1.5",
            "2147483648",
            "9223372036854775808",
            "-9223372036854775809",
            "31556889864403199000",
            "0.1e1",
            "007",
            "+1",
            "1.",
            ".5",
            "0x10",
            "1_000",
            "1,5",
            "NaN",
            "Infinity",
            "-Infinity",
            "9".repeat(5_000),
            "0." + "0".repeat(5_000) + "1",
            "1" + "0".repeat(5_000) + ".50");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "undefined",
            "N/A",
            "no-number",
            "--",
            "\\u0000",
            "\\ud800",
            "\\udc00\\ud800",
            "\\u202Etxt.exe",
            "\\u2028\\u2029",
            "\\u0007\\u001b[31m\\u009b",
            "\\r\\nX-Injected: 1",
            "%s%n${jndi:ldap://x}",
            "../../etc/passwd",
            "😀".repeat(200),
            "١٢٣",
            "x".repeat(20_000));
    private static final List<String> OTHERS = List.of(
            "true", "false", "{}", "[]", "[null]", "[[]]", "[{}]", "{\"\":null}", "{\"a\":{\"a\":1}}", "0", "\"word\"");

    private HostileValues() {}

    static List<Kind> kinds() {
        return List.of(
                value("null", (old, random) -> "null"),
                value("empty text", (old, random) -> "\"\""),
                value("odd number", (old, random) -> Spoiled.any(NUMBERS, random)),
                value("odd number as text", (old, random) -> quoted(Spoiled.any(NUMBERS, random))),
                value("odd text", (old, random) -> quoted(Spoiled.any(TEXTS, random))),
                value("number as text or text as number", (old, random) -> respelled(old)),
                value("another type", (old, random) -> Spoiled.any(OTHERS, random)),
                value("wrapped in a list", (old, random) -> "[" + old + "]"),
                value("nested", (old, random) -> nested(old, 2 + random.nextInt(600))),
                member("absent", (place, text, random) -> place.removed(text)),
                member(
                        "renamed",
                        (place, text, random) ->
                                text.substring(0, place.key() + 1) + "_" + text.substring(place.key() + 1)),
                member("twice", HostileValues::twice),
                list("null row", (place, text, random) -> rows(place, text, "null", random.nextInt(2) == 0)),
                list("odd row", (place, text, random) -> rows(place, text, Spoiled.any(OTHERS, random), true)),
                list("only a null row", (place, text, random) -> place.replaced(text, "[null]")),
                list("empty list", (place, text, random) -> place.replaced(text, "[]")),
                list("grown list", (place, text, random) -> grown(place, text, 2 + random.nextInt(8))));
    }

    /** What takes long, and is therefore rare. */
    static List<Kind> costly() {
        return List.of(
                value("nested to 100,000", (old, random) -> nested(old, 100_000)),
                value("number of 50,000 digits", (old, random) -> "7".repeat(50_000)),
                value("text of a million characters", (old, random) -> quoted("x".repeat(1_000_000))),
                list("thousand rows", (place, text, random) -> grown(place, text, 1_000)),
                list(
                        "thousand null rows",
                        (place, text, random) -> place.replaced(
                                text, "[" + String.join(",", Collections.nCopies(1_000, "null")) + "]")));
    }

    /** Spells a value differently. */
    @FunctionalInterface
    private interface Change {
        String of(String value, RandomGenerator random);
    }

    /** Gives another text for one with a place in it. */
    @FunctionalInterface
    private interface Edit {
        String of(JsonPlace place, String text, RandomGenerator random);
    }

    private static Kind value(String name, Change change) {
        return kind(
                name, place -> true, (place, text, random) -> place.replaced(text, change.of(place.in(text), random)));
    }

    private static Kind member(String name, Edit edit) {
        return kind(name, JsonPlace::isMember, edit);
    }

    private static Kind list(String name, Edit edit) {
        return new Kind(
                name, (response, random) -> edited(response, place -> place.isList(response.text()), edit, random));
    }

    private static Kind kind(String name, Predicate<JsonPlace> fit, Edit edit) {
        return new Kind(name, (response, random) -> edited(response, fit, edit, random));
    }

    /** A document without such a place is replaced as a whole. */
    private static Spoiled edited(
            IntactResponse response, Predicate<JsonPlace> fit, Edit edit, RandomGenerator random) {
        List<JsonPlace> places = response.places().stream().filter(fit).toList();
        if (places.isEmpty()) {
            return Spoiled.document(response, "the whole", "null");
        }
        JsonPlace place = Spoiled.any(places, random);
        return Spoiled.document(response, "at " + place.pointer(), edit.of(place, response.text(), random));
    }

    private static String twice(JsonPlace place, String text, RandomGenerator random) {
        String name = text.substring(place.key(), place.start());
        String value = random.nextInt(2) == 0 ? Spoiled.any(OTHERS, random) : place.in(text);
        return random.nextInt(2) == 0
                ? place.preceded(text, name + value + ",")
                : text.substring(0, place.end()) + "," + name + value + text.substring(place.end());
    }

    private static String rows(JsonPlace place, String text, String row, boolean first) {
        boolean empty = text.substring(place.start() + 1).stripLeading().startsWith("]");
        String comma = empty ? "" : ",";
        return first
                ? text.substring(0, place.start() + 1) + row + comma + text.substring(place.start() + 1)
                : text.substring(0, place.end() - 1) + comma + row + text.substring(place.end() - 1);
    }

    private static String grown(JsonPlace place, String text, int times) {
        String elements = text.substring(place.start() + 1, place.end() - 1);
        return elements.isBlank()
                ? text
                : place.replaced(text, "[" + String.join(",", Collections.nCopies(times, elements)) + "]");
    }

    private static String respelled(String value) {
        boolean text = value.startsWith("\"");
        return text ? value.substring(1, value.length() - 1) : quoted(value.replace("\"", ""));
    }

    private static String nested(String value, int depth) {
        String open = depth % 2 == 0 ? "[" : "{\"a\":";
        String close = depth % 2 == 0 ? "]" : "}";
        return open.repeat(depth) + value + close.repeat(depth);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
