package dev.openvenue.generator;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Javadoc of an operation: what it does, what the venue calls it, what it requires, its rate limit, whether it can
 * be retried safely, and the source.
 */
final class OperationDoc {
    private OperationDoc() {}

    /** The lines, with the parameters of the public method. */
    static List<String> of(SpecOperation operation, List<ParameterView> parameters) {
        List<String> doc = new ArrayList<>();
        doc.add(summary(operation));
        Map<String, Object> page = Tree.map(operation.raw().get("externalDocs"));
        String title = Javadoc.line(Tree.text(page.get("description")));
        doc.add("");
        doc.add("<p>" + Javadoc.code(operation.method() + " " + operation.path()) + " (" + title + ").");
        paragraph(Javadoc.lines(Tree.text(operation.raw().get("description"))), doc);
        paragraph(List.of(String.join(" ", facts(operation))), doc);
        doc.add("");
        for (ParameterView parameter : parameters) {
            String text = describe(parameter);
            if (!text.isEmpty()) {
                doc.add("@param " + parameter.name() + " " + text);
            }
        }
        doc.add("@see <a href=\"" + page.get("url") + "\">" + title + "</a>");
        return doc;
    }

    /** The first sentence. */
    static String summary(SpecOperation operation) {
        return Javadoc.sentence(Tree.text(operation.raw().get("summary")), operation.id());
    }

    private static void paragraph(List<String> lines, List<String> doc) {
        if (!lines.isEmpty()) {
            doc.add("");
            doc.add((lines.get(0).startsWith("<") ? "" : "<p>") + lines.get(0));
            doc.addAll(lines.subList(1, lines.size()));
        }
    }

    /** The meaning of a parameter; empty for a body that has no description beyond its type. */
    private static String describe(ParameterView parameter) {
        String text = parameter.schema().getDescription();
        boolean silent = text == null || text.isBlank();
        if (silent && parameter.isBody()) {
            return "";
        }
        String plain = silent ? "the venue's {@code " + parameter.wire() + "}" : Javadoc.line(text);
        return parameter.required() ? plain : plain + (plain.endsWith(".") ? " Optional." : "; optional");
    }

    private static List<String> facts(SpecOperation operation) {
        Map<String, Object> extensions = operation.raw();
        List<String> facts = new ArrayList<>();
        String permission = Tree.text(extensions.get("x-permission"));
        String needed = permission.isEmpty() ? "" : " with the {@code " + permission + "} permission";
        facts.add(operation.signed() ? "Requires a signed request" + needed + "." : "Requires no credentials.");
        Map<String, Object> limit = Tree.map(extensions.get("x-rate-limit"));
        if (!limit.isEmpty()) {
            facts.add((Boolean.TRUE.equals(limit.get("inferred")) ? "Rate limit (inferred): " : "Rate limit: ")
                    + requests(limit) + " per " + period(Tree.text(limit.get("period"))) + " per " + scope(limit)
                    + ".");
        }
        Map<String, Object> batch = Tree.map(extensions.get("x-batch"));
        if (batch.containsKey("cap")) {
            facts.add("One request carries at most " + batch.get("cap") + " elements.");
        }
        facts.add(retry(extensions.get("x-retry")));
        Map<String, Object> page = Tree.map(extensions.get("x-page"));
        if (!page.isEmpty()) {
            facts.add("Paginated: {@link ListingCall#items()}.");
        }
        Map<String, Object> window = Tree.map(page.get("window"));
        if (!window.isEmpty()) {
            facts.add(window(window));
        }
        String provenance = Tree.text(extensions.get("x-provenance"));
        if (!provenance.isEmpty()) {
            facts.add(
                    switch (provenance) {
                        case "sdk" -> "Not documented officially: known from the venue's own SDK only.";
                        case "observed" -> "Not documented officially: observed in public captures.";
                        default -> "Not documented officially: known from a venue that runs the same software.";
                    });
        }
        return facts;
    }

    private static String requests(Map<String, Object> limit) {
        String permits = Tree.text(limit.get("permits"));
        return permits + (permits.equals("1") ? " request" : " requests");
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

    /** A duration keeps the unit of the spec: {@code 48h} is 48 hours and not 2 days. */
    private static String window(Map<String, Object> window) {
        Duration span = OperationAnnotations.span(window);
        boolean days = Tree.text(window.get("span")).endsWith("d");
        long amount = days ? span.toDays() : span.toHours();
        String words = amount + (days ? " day" : " hour") + (amount == 1 ? "" : "s");
        return "One request covers at most " + words + " from {@code " + window.get("from") + "} to {@code "
                + window.get("to") + "}; {@code items()} splits a longer range into such windows, "
                + (OperationAnnotations.isOldestFirst(window) ? "oldest" : "newest") + " first.";
    }

    private static String retry(@Nullable Object retry) {
        if (retry instanceof Map<?, ?>) {
            return withClientId(Tree.map(retry));
        }
        return "safe".equals(retry)
                ? "Safe to retry."
                : "Retried only if the previous attempt certainly had no effect.";
    }

    private static String withClientId(Map<String, Object> retry) {
        String lookup = Tree.text(retry.get("lookup"));
        String sentence = "Retried after an unknown outcome only if {@code " + retry.get("with-client-id")
                + "} is given" + (lookup.isEmpty() ? "." : " and {@code " + lookup + "} does not find it.");
        return sentence
                + condition(" Never retried then with ", Tree.map(retry.get("unless")))
                + condition(
                        " Retried only if the policy allows immediate orders with ", Tree.map(retry.get("immediate")));
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
