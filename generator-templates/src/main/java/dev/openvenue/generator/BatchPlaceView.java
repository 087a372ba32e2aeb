package dev.openvenue.generator;

import dev.openvenue.generator.spec.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders {@code x-batch-place} as the Java expression of a {@code BatchPlaceDescription}. */
final class BatchPlaceView {
    private static final String TYPE = "BatchPlaceDescription";

    private BatchPlaceView() {}

    static String expression(String operation, Map<String, Object> batch, Map<String, Object> place) {
        StringBuilder expression = new StringBuilder(TYPE + ".builder(" + Names.literal(operation) + ", "
                + literal(batch.get("list")) + ", " + Tree.text(batch.get("cap")) + ")");
        if (place.containsKey("symbol")) {
            set(expression, "symbol", literal(place.get("symbol")));
        }
        Tree.map(place.get("arguments"))
                .forEach((name, value) -> set(
                        expression,
                        "argument",
                        Names.literal(name) + ", " + (value instanceof String ? literal(value) : Tree.text(value))));
        if (place.containsKey("item")) {
            set(expression, "item", item(Tree.map(place.get("item"))));
        }
        if (Boolean.TRUE.equals(place.get("all-or-nothing"))) {
            set(expression, "allOrNothing", "");
        }
        set(expression, "response", response(Tree.map(place.get("response"))));
        if (place.containsKey("lookup")) {
            set(expression, "lookup", lookup(Tree.map(place.get("lookup"))));
        }
        return expression + ".build()";
    }

    private static String item(Map<String, Object> item) {
        Map<String, Object> id = Tree.map(item.get("client-order-id"));
        String alphabet = Tree.text(id.getOrDefault("alphabet", "hexadecimal")).toUpperCase(Locale.ROOT);
        return created(
                "Item",
                literal(item.get("symbol")),
                literal(id.get("field")),
                TYPE + ".Alphabet." + alphabet,
                Tree.text(id.getOrDefault("length", 0)),
                literal(item.get("category")));
    }

    private static String response(Map<String, Object> response) {
        String fields = Stream.of("rows", "success", "failure", "order-id", "client-order-id", "code", "message")
                .map(key -> literal(response.get(key)))
                .collect(Collectors.joining(", "));
        return created(
                "Response",
                fields,
                "List.of(" + literals(response.get("echoes")) + ")",
                "Set.of(" + literals(response.get("placed")) + ")",
                "List.of(" + literals(response.get("rejected")) + ")");
    }

    private static String lookup(Map<String, Object> lookup) {
        String absence = lookup.containsKey("absence") ? absence(Tree.map(lookup.get("absence"))) : "null";
        return created(
                "Lookup", String.valueOf("open".equals(lookup.get("by"))), literal(lookup.get("created")), absence);
    }

    private static String absence(Map<String, Object> absence) {
        String only = Tree.map(absence.get("only")).entrySet().stream()
                .map(field -> Names.literal(field.getKey()) + ", " + literal(field.getValue()))
                .collect(Collectors.joining(", "));
        String after = "Duration.parse("
                + Names.literal("PT" + Tree.text(absence.get("after")).toUpperCase(Locale.ROOT)) + ")";
        return created("Absence", after, "Map.of(" + only + ")");
    }

    private static String created(String type, String... arguments) {
        return "new " + TYPE + "." + type + List.of(arguments).stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static void set(StringBuilder expression, String name, String value) {
        expression.append('.').append(name).append('(').append(value).append(')');
    }

    private static String literals(@Nullable Object values) {
        return Tree.texts(values).stream().map(Names::literal).collect(Collectors.joining(", "));
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "null" : Names.literal(Tree.text(value));
    }
}
