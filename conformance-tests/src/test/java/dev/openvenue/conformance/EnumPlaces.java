package dev.openvenue.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks a document along its schema and puts another word wherever the schema has an enum. */
final class EnumPlaces {
    private final Map<String, @Nullable Object> root;

    EnumPlaces(Venue venue) {
        this.root = venue.spec();
    }

    /** A copy of the document with the word in every place of an enum. */
    @Nullable Object replace(Map<String, @Nullable Object> schema, @Nullable Object value, String word) {
        Map<String, @Nullable Object> target = resolve(schema);
        if (target.containsKey("enum")) {
            return value == null ? null : word;
        }
        if (value instanceof List<?> list) {
            return elements(target, list, word);
        }
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        Map<String, @Nullable Object> properties = properties(target);
        Map<String, @Nullable Object> rest = Json.map(target.get("additionalProperties"));
        Json.map(value).forEach((key, item) -> {
            Map<String, @Nullable Object> member = properties.containsKey(key) ? Json.map(properties.get(key)) : rest;
            copy.put(key, replace(member, item, word));
        });
        return copy;
    }

    private List<@Nullable Object> elements(Map<String, @Nullable Object> target, List<?> list, String word) {
        List<@Nullable Object> copy = new ArrayList<>();
        Object row = target.get("x-json-array");
        for (int i = 0; i < list.size(); i++) {
            Object schema = row instanceof List<?> elements
                    ? (i < elements.size() ? elements.get(i) : null)
                    : target.get("items");
            copy.add(replace(Json.map(schema), list.get(i), word));
        }
        return copy;
    }

    private Map<String, @Nullable Object> properties(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        if (schema.get("allOf") instanceof List<?> parts) {
            parts.forEach(part -> all.putAll(properties(resolve(Json.map(part)))));
        }
        all.putAll(Json.map(schema.get("properties")));
        return all;
    }

    private Map<String, @Nullable Object> resolve(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> current = schema;
        while (current.get("$ref") instanceof String reference) {
            Object target = root;
            for (String step : reference.substring(2).split("/")) {
                target = Json.map(target).get(step);
            }
            current = Json.map(target);
        }
        return current;
    }
}
