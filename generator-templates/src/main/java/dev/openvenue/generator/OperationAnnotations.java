package dev.openvenue.generator;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts the extensions of an operation to annotations. */
final class OperationAnnotations {
    private final List<String> lines = new ArrayList<>();

    private OperationAnnotations() {}

    static List<String> of(SpecOperation operation) {
        OperationAnnotations annotations = new OperationAnnotations();
        Map<String, Object> extensions = operation.raw();
        annotations.add("OperationId", Names.literal(operation.id()));
        if (operation.signed()) {
            String permission = Tree.text(extensions.get("x-permission"));
            annotations.add("Signed", permission.isEmpty() ? "" : "permission = " + Names.literal(permission));
        }
        annotations.retry(extensions.get("x-retry"));
        annotations.noEffect(extensions.get("x-no-effect"));
        annotations.rateLimit(Tree.map(extensions.get("x-rate-limit")));
        if (extensions.containsKey("x-cancels") || extensions.containsKey("x-batch-cancel")) {
            annotations.add("Cancels", "");
        }
        annotations.batch(Tree.map(extensions.get("x-batch")));
        annotations.alternatives("OneOf", extensions.get("x-one-of"));
        annotations.alternatives("AnyOf", extensions.get("x-any-of"));
        Map<String, Object> page = Tree.map(extensions.get("x-page"));
        annotations.page(page);
        annotations.window(Tree.map(page.get("window")));
        if (extensions.containsKey("x-envelope")) {
            annotations.add("Envelope", envelope(operation.envelope()));
        }
        return annotations.lines;
    }

    /** The entries of an {@code @Envelope}. */
    static String envelope(Map<String, Object> envelope) {
        List<String> entries = new ArrayList<>();
        entries.add("verdict = " + Names.literal(Tree.text(envelope.get("verdict"))));
        entries.add("success = " + array(envelope.get("success")));
        entries.add("code = " + array(envelope.get("code")));
        for (String words : List.of("message", "arguments")) {
            if (envelope.containsKey(words)) {
                entries.add(words + " = " + array(envelope.get(words)));
            }
        }
        entries.add("data = " + Names.literal(Tree.text(envelope.get("data"))));
        for (String optional : List.of("time", "trace")) {
            if (envelope.containsKey(optional)) {
                entries.add(optional + " = " + Names.literal(Tree.text(envelope.get(optional))));
            }
        }
        return String.join(", ", entries);
    }

    /** A period such as {@code 2s}. */
    static Duration period(String text) {
        if (text.endsWith("ms")) {
            return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("m") ? Duration.ofMinutes(amount) : Duration.ofSeconds(amount);
    }

    /** The longest time range of a window, such as {@code 48h} or {@code 10d}. */
    static Duration span(Map<String, Object> window) {
        String text = Tree.text(window.get("span"));
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("d") ? Duration.ofDays(amount) : Duration.ofHours(amount);
    }

    /** Whether the venue lists the oldest row of a window first. */
    static boolean isOldestFirst(Map<String, Object> window) {
        return "oldest-first".equals(window.get("order"));
    }

    private void retry(@Nullable Object retry) {
        if (retry instanceof Map<?, ?>) {
            add("Retry", String.join(", ", withClientId(Tree.map(retry))));
        } else {
            add("Retry", "Safety." + Tree.text(retry).toUpperCase(Locale.ROOT));
        }
    }

    private static List<String> withClientId(Map<String, Object> retry) {
        List<String> entries = new ArrayList<>();
        entries.add("value = Safety.WITH_CLIENT_ID");
        entries.add("clientId = " + Names.literal(Tree.text(retry.get("with-client-id"))));
        for (String name : List.of("lookup", "created")) {
            if (retry.containsKey(name)) {
                entries.add(name + " = " + Names.literal(Tree.text(retry.get(name))));
            }
        }
        for (String name : List.of("unless", "immediate")) {
            if (retry.containsKey(name)) {
                entries.add(name + " = " + array(conditions(Tree.map(retry.get(name)))));
            }
        }
        Map<String, Object> window = Tree.map(retry.get("receive-window"));
        if (!window.isEmpty()) {
            long millis = period(Tree.text(window.get("period"))).toMillis();
            entries.add("receiveWindow = " + Names.literal(Tree.text(window.get("field")) + "=" + millis));
        }
        return entries;
    }

    /** {@code name=value} for each value of each name. */
    static List<String> conditions(Map<String, Object> values) {
        return values.entrySet().stream()
                .flatMap(entry -> Tree.texts(entry.getValue()).stream().map(value -> entry.getKey() + "=" + value))
                .toList();
    }

    private void noEffect(@Nullable Object codes) {
        if (codes != null) {
            add("NoEffect", array(codes));
        }
    }

    private void rateLimit(Map<String, Object> limit) {
        if (limit.isEmpty()) {
            return;
        }
        String group = Tree.text(limit.get("group"));
        add(
                "RateLimit",
                "permits = " + limit.get("permits") + ", periodMillis = "
                        + period(Tree.text(limit.get("period"))).toMillis() + ", scope = Scope."
                        + Tree.text(limit.get("scope")).toUpperCase(Locale.ROOT)
                        + (group.isEmpty() ? "" : ", group = " + Names.literal(group)));
    }

    private void batch(Map<String, Object> batch) {
        if (batch.containsKey("cap")) {
            add("BatchLimit", "list = " + array(batch.get("list")) + ", cap = " + batch.get("cap"));
        }
    }

    private void alternatives(String annotation, @Nullable Object names) {
        if (names != null) {
            add(annotation, array(names));
        }
    }

    private void page(Map<String, Object> page) {
        if (!page.isEmpty()) {
            add(
                    "Page",
                    page.entrySet().stream()
                            .filter(e -> !e.getKey().equals("window"))
                            .map(e -> e.getKey() + " = " + pageEntry(e.getKey(), e.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void window(Map<String, Object> window) {
        if (window.isEmpty()) {
            return;
        }
        List<String> entries = new ArrayList<>();
        entries.add("from = " + Names.literal(Tree.text(window.get("from"))));
        entries.add("to = " + Names.literal(Tree.text(window.get("to"))));
        entries.add("spanHours = " + span(window).toHours());
        if (isOldestFirst(window)) {
            entries.add("oldestFirst = true");
        }
        Tree.map(window.get("reversed-by"))
                .forEach((name, value) -> entries.add("reversedBy = " + Names.literal(name + "=" + Tree.text(value))));
        add("TimeWindow", String.join(", ", entries));
    }

    private static String pageEntry(String key, Object value) {
        return switch (key) {
            case "start" -> Tree.text(value);
            case "arguments" ->
                array(Tree.map(value).entrySet().stream()
                        .map(e -> e.getKey() + "=" + Tree.text(e.getValue()))
                        .toList());
            default -> Names.literal(Tree.text(value));
        };
    }

    private void add(String annotation, String entries) {
        lines.add("@" + annotation + (entries.isEmpty() ? "" : "(" + entries + ")"));
    }

    private static String array(@Nullable Object values) {
        List<String> texts = Tree.texts(values).stream().map(Names::literal).toList();
        return texts.size() == 1 ? texts.get(0) : "{" + String.join(", ", texts) + "}";
    }
}
