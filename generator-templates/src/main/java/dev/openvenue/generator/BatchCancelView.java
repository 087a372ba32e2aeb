package dev.openvenue.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes {@code x-batch-cancel} as the Java expression of a {@code BatchCancelDescription}. */
final class BatchCancelView {
    private static final String INDENT = "\n            ";

    private BatchCancelView() {}

    static String expression(String operation, Map<String, Object> batch, Map<String, Object> cancel) {
        return "new BatchCancelDescription("
                + String.join(
                        "," + INDENT,
                        INDENT + Names.literal(operation),
                        Tree.text(batch.getOrDefault("cap", 0)),
                        text(cancel, "symbol"),
                        values(cancel.get("arguments")),
                        ids(Tree.map(cancel.get("ids"))),
                        answer(Tree.map(cancel.get("answer"))),
                        lookups(cancel.get("lookup")),
                        query(Tree.map(cancel.get("open"))),
                        states(Tree.map(cancel.get("states"))),
                        Tree.text(cancel.getOrDefault("client-ids-repeat", false)),
                        list(cancel.get("not-listed")))
                + ")";
    }

    private static String ids(Map<String, Object> ids) {
        List<String> entries = ids.entrySet().stream()
                .map(e -> kind(e.getKey()) + ", new IdArgument(" + text(Tree.map(e.getValue()), "list") + ", "
                        + text(Tree.map(e.getValue()), "field") + ")")
                .toList();
        return "Map.of(" + Lines.fill(entries, 19, 20) + ")";
    }

    private static String answer(Map<String, Object> answer) {
        List<String> entries = new ArrayList<>();
        entries.add("Shape."
                + Tree.text(answer.get("shape")).toUpperCase(Locale.ROOT).replace('-', '_'));
        List.of("rows", "success", "failure", "order-id", "client-order-id", "code", "message")
                .forEach(key -> entries.add(text(answer, key)));
        entries.add(set(answer.get("cancelled")));
        return "new Answer(" + Lines.fill(entries, 23, 20) + ")";
    }

    private static String lookups(@Nullable Object lookups) {
        return Tree.list(lookups).stream()
                .map(lookup -> query(Tree.map(lookup)))
                .collect(Collectors.joining(", ", "List.of(", ")"));
    }

    private static String query(Map<String, Object> query) {
        if (query.isEmpty()) {
            return "null";
        }
        String ids = Tree.map(query.get("ids")).entrySet().stream()
                .map(e -> kind(e.getKey()) + ", " + Names.literal(Tree.text(e.getValue())))
                .collect(Collectors.joining(", ", "Map.of(", ")"));
        List<String> entries = List.of(
                text(query, "operation"),
                text(query, "symbol"),
                values(query.get("arguments")),
                ids,
                Tree.text(query.getOrDefault("many", false)),
                Tree.text(query.getOrDefault("cap", 0)),
                text(query, "rows"),
                text(query, "order-id"),
                text(query, "client-order-id"),
                text(query, "status"),
                set(query.get("accepts")));
        return "new Query(" + Lines.fill(entries, 22, 20) + ")";
    }

    private static String states(Map<String, Object> states) {
        List<String> entries =
                List.of(set(states.get("open")), set(states.get("cancelled")), set(states.get("filled")));
        return states.isEmpty() ? "States.NONE" : "new States(" + Lines.fill(entries, 23, 20) + ")";
    }

    private static String kind(String wire) {
        return "IdKind." + wire.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(Map<String, Object> map, String key) {
        return map.containsKey(key) ? Names.literal(Tree.text(map.get(key))) : "null";
    }

    private static String set(@Nullable Object values) {
        return "Set.of(" + literals(values) + ")";
    }

    private static String list(@Nullable Object values) {
        return "List.of(" + literals(values) + ")";
    }

    private static String literals(@Nullable Object values) {
        return Tree.texts(values).stream().map(Names::literal).collect(Collectors.joining(", "));
    }

    private static String values(@Nullable Object values) {
        return Tree.map(values).entrySet().stream()
                .map(e -> Names.literal(e.getKey()) + ", "
                        + (e.getValue() instanceof String s ? Names.literal(s) : Tree.text(e.getValue())))
                .collect(Collectors.joining(", ", "Map.of(", ")"));
    }
}
