package dev.openvenue.generator;

import io.swagger.v3.oas.models.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Javadoc of an operation: what it does, what it needs, how often and how safely it may be called, and who says so. */
final class OperationDoc {
    private OperationDoc() {}

    static List<String> of(Operation operation, List<ParameterView> parameters) {
        List<String> doc = new ArrayList<>();
        doc.add(Javadoc.sentence(operation.getSummary(), operation.getOperationId()));
        paragraph(Javadoc.lines(operation.getDescription()), doc);
        paragraph(Javadoc.wrapped(String.join(" ", facts(operation)), ""), doc);
        doc.add("");
        parameters.forEach(p -> doc.addAll(Javadoc.wrapped("@param " + p.name() + " " + describe(p), "    ")));
        if (operation.getExternalDocs() != null) {
            doc.add("@see <a href=\"" + operation.getExternalDocs().getUrl() + "\">Source</a>");
        }
        return doc;
    }

    private static void paragraph(List<String> lines, List<String> doc) {
        if (!lines.isEmpty()) {
            doc.add("");
            doc.add((lines.get(0).startsWith("<") ? "" : "<p>") + lines.get(0));
            doc.addAll(lines.subList(1, lines.size()));
        }
    }

    private static String describe(ParameterView parameter) {
        String text = parameter.schema().getDescription();
        String plain = text == null || text.isBlank()
                ? (parameter.isBody() ? "the request" : "the venue's {@code " + parameter.wire() + "}")
                : Javadoc.inline(text).replaceAll("\\s+", " ").strip();
        return parameter.required() ? plain : plain + (plain.endsWith(".") ? " Optional." : "; optional");
    }

    private static List<String> facts(Operation operation) {
        Map<String, Object> extensions = operation.getExtensions() == null ? Map.of() : operation.getExtensions();
        List<String> facts = new ArrayList<>();
        boolean signed =
                operation.getSecurity() == null || !operation.getSecurity().isEmpty();
        String permission = Tree.text(extensions.get("x-permission"));
        facts.add(
                signed
                        ? "Signed" + (permission.isEmpty() ? "." : ", needs the right to " + permission + ".")
                        : "Public.");
        Map<String, Object> limit = Tree.map(extensions.get("x-rate-limit"));
        if (!limit.isEmpty()) {
            facts.add("At most " + calls(limit) + " per " + period(Tree.text(limit.get("period"))) + " and "
                    + scope(limit) + (Boolean.TRUE.equals(limit.get("inferred")) ? " (inferred)." : "."));
        }
        Map<String, Object> batch = Tree.map(extensions.get("x-batch"));
        if (batch.containsKey("cap")) {
            facts.add("A call carries at most " + batch.get("cap") + " elements.");
        }
        Map<String, Object> window = Tree.map(Tree.map(extensions.get("x-page")).get("window"));
        if (!window.isEmpty()) {
            facts.add(window(window));
        }
        facts.add(repeat(extensions.get("x-retry")));
        String provenance = Tree.text(extensions.get("x-provenance"));
        if (!provenance.isEmpty()) {
            facts.add(
                    switch (provenance) {
                        case "sdk" -> "No official page describes it: it is known from the venue's own SDK only.";
                        case "observed" -> "No official page describes it: it was observed in public captures.";
                        default ->
                            "No official page describes it: it is known from a venue that runs the same software.";
                    });
        }
        return facts;
    }

    private static String calls(Map<String, Object> limit) {
        String permits = Tree.text(limit.get("permits"));
        return permits + (permits.equals("1") ? " call" : " calls");
    }

    /** {@code 1s} → {@code second}, {@code 2s} → {@code 2 seconds}. */
    private static String period(String text) {
        Duration period = OperationAnnotations.period(text);
        if (period.toMillis() % 1000 != 0) {
            return period.toMillis() + " milliseconds";
        }
        long seconds = period.toSeconds();
        boolean minutes = seconds % 60 == 0;
        long amount = minutes ? seconds / 60 : seconds;
        String unit = minutes ? "minute" : "second";
        return amount == 1 ? unit : amount + " " + unit + "s";
    }

    private static String scope(Map<String, Object> limit) {
        return switch (Tree.text(limit.get("scope"))) {
            case "ip" -> "IP address";
            case "key" -> "API key";
            default -> "account";
        };
    }

    /** A span keeps the unit of the spec: {@code 48h} is 48 hours and not 2 days. */
    private static String window(Map<String, Object> window) {
        Duration span = OperationAnnotations.span(window);
        boolean days = Tree.text(window.get("span")).endsWith("d");
        long amount = days ? span.toDays() : span.toHours();
        String words = amount + (days ? " day" : " hour") + (amount == 1 ? "" : "s");
        return "A call answers at most " + words + " from {@code " + window.get("from") + "} to {@code "
                + window.get("to") + "}; {@code pages()} reads a longer time in such windows, "
                + (OperationAnnotations.isOldestFirst(window) ? "oldest" : "newest") + " first.";
    }

    private static String repeat(@Nullable Object retry) {
        if (retry instanceof Map<?, ?>) {
            return withClientId(Tree.map(retry));
        }
        return "safe".equals(retry)
                ? "Safe to repeat."
                : "Never repeated unless it is certain that nothing was executed.";
    }

    private static String withClientId(Map<String, Object> retry) {
        String lookup = Tree.text(retry.get("lookup"));
        String sentence = "Repeated after an unknown outcome only if {@code " + retry.get("with-client-id")
                + "} is given" + (lookup.isEmpty() ? "." : " and {@code " + lookup + "} does not know it.");
        return sentence
                + condition(" Never repeated then with ", Tree.map(retry.get("unless")))
                + condition(
                        " Repeated only if the policy allows immediate orders with ", Tree.map(retry.get("immediate")));
    }

    private static String condition(String words, Map<String, Object> values) {
        return values.isEmpty()
                ? ""
                : words
                        + OperationAnnotations.conditions(values).stream()
                                .map(condition -> "{@code " + condition + "}")
                                .collect(Collectors.joining(" or "))
                        + ".";
    }
}
