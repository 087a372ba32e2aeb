package dev.openvenue.generator;

import dev.openvenue.generator.spec.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders {@code x-batch-cancel} as the Java expression of a {@code BatchCancelDescription}. */
final class BatchCancelView {
    private final StringBuilder expression = new StringBuilder();

    private BatchCancelView(String start) {
        expression.append(start);
    }

    static String expression(String operation, Map<String, Object> batch, Map<String, Object> cancel) {
        BatchCancelView view = new BatchCancelView("BatchCancelDescription.builder(" + Names.literal(operation) + ")");
        view.number("cap", batch.get("cap"));
        view.text("symbol", cancel.get("symbol"));
        view.arguments(cancel.get("arguments"));
        Tree.map(cancel.get("ids")).forEach((kind, place) -> view.id(kind, Tree.map(place)));
        view.set("answer", answer(Tree.map(cancel.get("answer"))));
        Tree.list(cancel.get("lookup")).forEach(lookup -> view.set("lookup", query(Tree.map(lookup))));
        if (cancel.containsKey("open")) {
            view.set("open", query(Tree.map(cancel.get("open"))));
        }
        if (cancel.containsKey("states")) {
            view.set("states", states(Tree.map(cancel.get("states"))));
        }
        view.flag("clientIdsRepeat", cancel.get("client-ids-repeat"));
        view.texts("notListed", cancel.get("not-listed"));
        return view.built();
    }

    private static String answer(Map<String, Object> answer) {
        String shape = Tree.text(answer.get("shape")).toUpperCase(Locale.ROOT).replace('-', '_');
        BatchCancelView view = new BatchCancelView("Answer.builder(Shape." + shape + ")");
        for (String key : List.of("rows", "success", "failure", "order-id", "client-order-id", "code", "message")) {
            view.text(Names.camel(key), answer.get(key));
        }
        view.texts("cancelled", answer.get("cancelled"));
        return view.built();
    }

    private static String query(Map<String, Object> query) {
        BatchCancelView view =
                new BatchCancelView("Query.builder(" + Names.literal(Tree.text(query.get("operation"))) + ")");
        view.text("symbol", query.get("symbol"));
        view.arguments(query.get("arguments"));
        Tree.map(query.get("ids"))
                .forEach((kind, name) -> view.set("id", kind(kind) + ", " + Names.literal(Tree.text(name))));
        view.flag("many", query.get("many"));
        view.number("cap", query.get("cap"));
        for (String key : List.of("rows", "order-id", "client-order-id", "status")) {
            view.text(Names.camel(key), query.get(key));
        }
        view.texts("accepts", query.get("accepts"));
        return view.built();
    }

    private static String states(Map<String, Object> states) {
        return List.of("open", "cancelled", "filled").stream()
                .map(key -> "Set.of(" + literals(states.get(key)) + ")")
                .collect(Collectors.joining(", ", "new States(", ")"));
    }

    private void id(String kind, Map<String, Object> place) {
        String list = Names.literal(Tree.text(place.get("list")));
        String field = place.containsKey("field") ? ", " + Names.literal(Tree.text(place.get("field"))) : "";
        set("id", kind(kind) + ", " + list + field);
    }

    private void arguments(@Nullable Object values) {
        Tree.map(values)
                .forEach((name, value) -> set(
                        "argument",
                        Names.literal(name) + ", "
                                + (value instanceof String text ? Names.literal(text) : Tree.text(value))));
    }

    private void text(String name, @Nullable Object value) {
        if (value != null) {
            set(name, Names.literal(Tree.text(value)));
        }
    }

    private void texts(String name, @Nullable Object values) {
        if (values != null) {
            set(name, literals(values));
        }
    }

    private void number(String name, @Nullable Object value) {
        if (value != null) {
            set(name, Tree.text(value));
        }
    }

    private void flag(String name, @Nullable Object value) {
        if (Boolean.TRUE.equals(value)) {
            set(name, "");
        }
    }

    private void set(String name, String value) {
        expression.append('.').append(name).append('(').append(value).append(')');
    }

    private String built() {
        return expression + ".build()";
    }

    private static String kind(String wire) {
        return "IdKind." + wire.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String literals(@Nullable Object values) {
        return Tree.texts(values).stream().map(Names::literal).collect(Collectors.joining(", "));
    }
}
