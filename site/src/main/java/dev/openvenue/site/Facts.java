package dev.openvenue.site;

import static dev.openvenue.site.Html.at;
import static dev.openvenue.site.Html.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the vocabulary of the specs says of an operation, in words where there are some, and all of it. */
final class Facts {
    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("x-permission", "Permission of the key"),
            Map.entry("x-rate-limit", "Limit"),
            Map.entry("x-retry", "Retry"),
            Map.entry("x-batch", "Batch"),
            Map.entry("x-cancels", "Cancels"),
            Map.entry("x-page", "Pages"),
            Map.entry("x-any-of", "Arguments"),
            Map.entry("x-no-effect", "Codes without effect"),
            Map.entry("x-envelope", "Envelope"),
            Map.entry("x-provenance", "Provenance"),
            Map.entry("x-dead-mans-switch", "Dead man's switch"),
            Map.entry("x-batch-cancel", "Batch cancel"),
            Map.entry("x-batch-place", "Batch place")));
    private static final Set<String> LONG = Set.of("x-batch-cancel", "x-batch-place");

    private Facts() {}

    /** A list of the facts; the long ones can be opened. */
    static Html of(JsonNode operation) {
        List<Html> list = new ArrayList<>();
        JsonNode security = operation.path("security");
        boolean isPublic = security.isArray() && security.isEmpty();
        add(list, "Signature", isPublic ? "none: anybody may call it" : "signed");
        operation.properties().forEach(field -> {
            if (field.getKey().startsWith("x-")) {
                list.add(tag("dt", NAMES.getOrDefault(field.getKey(), field.getKey())));
                list.add(tag(
                        "dd",
                        LONG.contains(field.getKey())
                                ? folded(field.getValue())
                                : words(field.getKey(), field.getValue())));
            }
        });
        return tag("dl", at("class", "facts"), list);
    }

    private static void add(List<Html> list, String name, Object value) {
        list.add(tag("dt", name));
        list.add(tag("dd", value));
    }

    private static Html folded(JsonNode value) {
        return tag(
                "details",
                tag("summary", "What a client knows of it"),
                tag("pre", at("tabindex", "0"), yaml(value, "")));
    }

    private static Object words(String name, JsonNode value) {
        return switch (name) {
            case "x-rate-limit" -> limits(value);
            case "x-retry" -> retry(value);
            case "x-batch" ->
                "at most " + value.path("cap").asText() + " in "
                        + list(value.path("list").asText());
            case "x-cancels" -> "it cancels orders and does nothing else; a part of every shared limit is kept for it";
            default -> value.isValueNode() ? value.asText() : Html.code(flow(value));
        };
    }

    private static String list(String name) {
        return name.equals(".") ? "the list that is the body" : name;
    }

    /** Limits in words, such as {@code 10 per 1s and account}. */
    static String limits(JsonNode value) {
        List<String> limits = new ArrayList<>();
        for (JsonNode limit : value.isArray() ? value : List.of(value)) {
            String shared = limit.path("group").asText();
            limits.add(limit.path("permits").asText() + " per "
                    + limit.path("period").asText() + " and "
                    + limit.path("scope").asText()
                    + (shared.isEmpty() ? "" : ", shared by the group " + shared)
                    + (limit.path("inferred").asBoolean() ? " (ours: no page of the venue states it)" : ""));
        }
        return String.join("; ", limits);
    }

    /** The class of a retry in words. */
    static String retry(JsonNode value) {
        if (!value.isTextual()) {
            return "harmless with an id of the client: " + flow(value);
        }
        return switch (value.asText()) {
            case "safe" -> "safe: it may be repeated at will";
            case "unsafe" -> "unsafe: only if the request certainly had no effect";
            default -> value.asText();
        };
    }

    /** YAML on one line. */
    static String flow(JsonNode value) {
        if (value.isObject()) {
            List<String> members = new ArrayList<>();
            value.properties().forEach(member -> members.add(member.getKey() + ": " + flow(member.getValue())));
            return "{" + String.join(", ", members) + "}";
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(flow(element)));
            return "[" + String.join(", ", elements) + "]";
        }
        return value.isTextual() && value.asText().isEmpty() ? "\"\"" : value.asText();
    }

    private static String yaml(JsonNode value, String indent) {
        StringBuilder lines = new StringBuilder();
        value.properties().forEach(member -> {
            JsonNode inner = member.getValue();
            lines.append(indent).append(member.getKey()).append(':');
            if (inner.isObject() && flow(inner).length() > 80) {
                lines.append('\n').append(yaml(inner, indent + "  "));
            } else if (inner.isArray() && !inner.isEmpty() && inner.get(0).isObject()) {
                lines.append('\n');
                inner.forEach(element -> lines.append(indent).append("  -\n").append(yaml(element, indent + "    ")));
            } else {
                lines.append(' ').append(flow(inner)).append('\n');
            }
        });
        return lines.toString();
    }
}
