package dev.openvenue.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Walks a document along its schema and replaces its values. */
final class SchemaWalk {
    private final Map<String, @Nullable Object> root;
    private final BiFunction<Map<String, @Nullable Object>, @Nullable Object, @Nullable Object> change;

    /** The change is given a place's schema and value, its members changed before, and returns its replacement. */
    SchemaWalk(Venue venue, BiFunction<Map<String, @Nullable Object>, @Nullable Object, @Nullable Object> change) {
        this.root = venue.spec();
        this.change = change;
    }

    /** A copy of the document, changed. */
    @Nullable
    Object changed(Map<String, @Nullable Object> schema, @Nullable Object value) {
        Map<String, @Nullable Object> target = resolve(schema);
        if (value instanceof List<?> list) {
            return change.apply(target, elements(target, list));
        }
        if (!(value instanceof Map<?, ?>)) {
            return change.apply(target, value);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        Map<String, @Nullable Object> properties = properties(target);
        Map<String, @Nullable Object> rest = Json.map(target.get("additionalProperties"));
        Json.map(value).forEach((key, item) -> {
            Map<String, @Nullable Object> member = properties.containsKey(key) ? Json.map(properties.get(key)) : rest;
            copy.put(key, changed(member, item));
        });
        return change.apply(target, copy);
    }

    /** The members that a schema declares, with those of its parts. */
    Map<String, @Nullable Object> properties(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        if (schema.get("allOf") instanceof List<?> parts) {
            parts.forEach(part -> all.putAll(properties(resolve(Json.map(part)))));
        }
        all.putAll(Json.map(schema.get("properties")));
        return all;
    }

    private List<@Nullable Object> elements(Map<String, @Nullable Object> target, List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>();
        Object row = target.get("x-json-array");
        for (int i = 0; i < list.size(); i++) {
            Object schema = row instanceof List<?> elements
                    ? (i < elements.size() ? elements.get(i) : null)
                    : target.get("items");
            copy.add(changed(Json.map(schema), list.get(i)));
        }
        return copy;
    }

    private Map<String, @Nullable Object> resolve(Map<String, @Nullable Object> schema) {
        Map<String, @Nullable Object> current = schema;
        while (current.get("$ref") instanceof String reference) {
            Object target = root;
            for (String step : reference.substring(2).split("/", -1)) {
                target = Json.map(target).get(step);
            }
            current = Json.map(target);
        }
        return current;
    }
}
