package dev.openvenue.generator;

import dev.openvenue.generator.spec.Tree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders {@code x-batch-cancel} as the Java expression of a {@code BatchCancelDescription}. */
final class BatchCancelView {
    private final StringBuilder expression = new StringBuilder();

    private BatchCancelView(String start) {
        expression.append(start);
    }

    /**
     * The expression of one operation's batch cancel.
     *
     * @param batches the {@code x-batch} of each operation
     */
    static String expression(
            String operation, Map<String, Object> cancel, Function<String, Map<String, Object>> batches) {
        BatchCancelView view = new BatchCancelView("BatchCancelDescription.builder(" + Names.literal(operation) + ")");
        view.cancel(cancel, batches.apply(operation));
        Tree.list(cancel.get("lookup")).forEach(lookup -> view.set("lookup", query(Tree.map(lookup))));
        for (String listing : List.of("open", "history")) {
            if (cancel.containsKey(listing)) {
                view.set(listing, query(Tree.map(cancel.get(listing))));
            }
        }
        if (cancel.containsKey("sides")) {
            view.set("sides", sets("Sides", cancel.get("sides"), "buy", "sell"));
        }
        if (cancel.containsKey("states")) {
            view.set("states", sets("States", cancel.get("states"), "open", "cancelled", "filled"));
        }
        view.flag("clientIdsRepeat", cancel.get("client-ids-repeat"));
        Tree.list(cancel.get("kinds")).forEach(kind -> view.kind(Tree.map(kind), cancel, batches));
        if (cancel.containsKey("symbols")) {
            view.set("symbols", symbols(Tree.map(cancel.get("symbols"))));
        }
        view.texts("notListed", cancel.get("not-listed"));
        return view.built();
    }

    /**
     * How fast the ends of orders can be found out at a venue that lists no closed orders, as a sentence; empty at one
     * that does, or whose lookups have no limit.
     *
     * @param limits the rate limits that count the calls of an operation; an empty one counts none
     */
    static String pace(Map<String, Object> cancel, Function<String, List<Map<String, Object>>> limits) {
        List<Map<String, Object>> lookups =
                Tree.list(cancel.get("lookup")).stream().map(Tree::map).toList();
        if (cancel.containsKey("history") || lookups.isEmpty()) {
            return "";
        }
        Map<String, Object> lookup = lookups.get(0);
        long each = lookup.containsKey("cap") ? Long.parseLong(Tree.text(lookup.get("cap"))) : 1;
        return limits.apply(Tree.text(lookup.get("operation"))).stream()
                .filter(limit -> !limit.isEmpty())
                .map(limit -> perSecond(limit).multiply(BigDecimal.valueOf(each)))
                .min(Comparator.naturalOrder())
                .map(orders ->
                        "The venue lists no closed orders. Whether an order was cancelled or filled is looked up,"
                                + " for at most " + orders.stripTrailingZeros().toPlainString() + " orders a second.")
                .orElse("");
    }

    private static BigDecimal perSecond(Map<String, Object> limit) {
        BigDecimal millis = BigDecimal.valueOf(
                OperationAnnotations.period(Tree.text(limit.get("period"))).toMillis());
        return new BigDecimal(Tree.text(limit.get("permits")))
                .multiply(BigDecimal.valueOf(1000))
                .divide(millis, 1, RoundingMode.DOWN);
    }

    /** How the orders of a call are named and what the response says about them. */
    private void cancel(Map<String, Object> cancel, Map<String, Object> batch) {
        Map<String, Object> response = Tree.map(cancel.get("response"));
        number("cap", "single".equals(response.get("shape")) ? Integer.valueOf(1) : batch.get("cap"));
        text("symbol", cancel.get("symbol"));
        categories(Tree.map(cancel.get("category")));
        arguments(cancel.get("arguments"));
        Tree.map(cancel.get("ids")).forEach((kind, place) -> id(kind, Tree.map(place)));
        set("response", response(response));
    }

    /** A kind of orders with operations of its own; states and sides are the venue's unless it has its own. */
    private void kind(
            Map<String, Object> kind, Map<String, Object> cancel, Function<String, Map<String, Object>> batches) {
        Map<String, Object> own = new LinkedHashMap<>(Tree.map(kind.get("cancel")));
        for (String key : List.of("states", "sides")) {
            Object values = kind.getOrDefault(key, cancel.get(key));
            if (values != null) {
                own.put(key, values);
            }
        }
        own.put("open", kind.get("open"));
        Map<String, Object> categories = new LinkedHashMap<>(Tree.map(cancel.get("category")));
        if (!categories.isEmpty()) {
            categories.remove("argument");
            if (own.containsKey("category")) {
                categories.put("argument", own.get("category"));
            }
            own.put("category", categories);
        }
        String operation = Tree.text(own.get("operation"));
        set("kind", Names.literal(Tree.text(kind.get("name"))) + ", " + expression(operation, own, batches));
    }

    private void categories(Map<String, Object> categories) {
        if (!categories.isEmpty()) {
            set(
                    "categories",
                    "new Categories(" + Names.literal(Tree.text(categories.get("default"))) + ", List.of("
                            + literals(categories.get("values")) + "), " + orNull(categories.get("argument")) + ")");
        }
    }

    private static String symbols(Map<String, Object> symbols) {
        return "new SymbolList(" + Names.literal(Tree.text(symbols.get("operation"))) + ", "
                + Names.literal(Tree.text(symbols.getOrDefault("rows", "."))) + ", " + orNull(symbols.get("symbol"))
                + ", " + orNull(symbols.get("category")) + ")";
    }

    private static String orNull(@Nullable Object value) {
        return value == null ? "null" : Names.literal(Tree.text(value));
    }

    private static String response(Map<String, Object> response) {
        String shape = Tree.text(response.get("shape")).toUpperCase(Locale.ROOT).replace('-', '_');
        BatchCancelView view = new BatchCancelView("Response.builder(Shape." + shape + ")");
        for (String key : List.of("rows", "success", "failure", "order-id", "client-order-id", "code", "message")) {
            view.text(Names.camel(key), response.get(key));
        }
        view.texts("cancelled", response.get("cancelled"));
        return view.built();
    }

    private static String query(Map<String, Object> query) {
        BatchCancelView view =
                new BatchCancelView("Query.builder(" + Names.literal(Tree.text(query.get("operation"))) + ")");
        view.text("symbol", query.get("symbol"));
        view.text("category", query.get("category"));
        view.arguments(query.get("arguments"));
        Tree.map(query.get("ids"))
                .forEach((kind, name) -> view.set("id", kind(kind) + ", " + Names.literal(Tree.text(name))));
        view.flag("many", query.get("many"));
        view.number("cap", query.get("cap"));
        for (String key : List.of("rows", "order-id", "client-order-id", "status")) {
            view.text(Names.camel(key), query.get(key));
        }
        view.texts("accepts", query.get("accepts"));
        if (query.containsKey("fields")) {
            view.set("fields", fields(Tree.map(query.get("fields"))));
        }
        return view.built();
    }

    private static String fields(Map<String, Object> fields) {
        String closedAt = fields.containsKey("closed-at")
                ? ".closedAt(" + Names.literal(Tree.text(fields.get("closed-at"))) + ")"
                : "";
        return Stream.of("symbol", "category", "side", "price", "quantity", "filled", "filled-value", "average-price")
                        .map(key -> orNull(fields.get(key)))
                        .collect(Collectors.joining(", ", "new OrderFields(", ")"))
                + closedAt;
    }

    private static String sets(String type, @Nullable Object values, String... keys) {
        return Stream.of(keys)
                .map(key -> "Set.of(" + literals(Tree.map(values).get(key)) + ")")
                .collect(Collectors.joining(", ", "new " + type + "(", ")"));
    }

    private void id(String kind, Map<String, Object> place) {
        String list = Names.literal(Tree.text(place.getOrDefault("list", place.get("argument"))));
        if (Stream.of("symbol", "category", "arguments").anyMatch(place::containsKey)) {
            String arguments = Tree.map(place.get("arguments")).entrySet().stream()
                    .map(argument -> Names.literal(argument.getKey()) + ", " + value(argument.getValue()))
                    .collect(Collectors.joining(", "));
            set(
                    "id",
                    kind(kind) + ", new IdArgument(" + list + ", " + orNull(place.get("field")) + ", "
                            + orNull(place.get("symbol")) + ", " + orNull(place.get("category")) + ", Map.of("
                            + arguments + "))");
            return;
        }
        String field = place.containsKey("field") ? ", " + Names.literal(Tree.text(place.get("field"))) : "";
        set("id", kind(kind) + ", " + list + field);
    }

    private void arguments(@Nullable Object values) {
        Tree.map(values).forEach((name, value) -> set("argument", Names.literal(name) + ", " + value(value)));
    }

    private static String value(Object value) {
        return value instanceof String text ? Names.literal(text) : Tree.text(value);
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
