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
    private final boolean wraps;

    /** The change is given a place's schema and value, its members changed before, and returns its replacement. */
    SchemaWalk(Venue venue, BiFunction<Map<String, @Nullable Object>, @Nullable Object, @Nullable Object> change) {
        this(venue, change, false);
    }

    private SchemaWalk(
            Venue venue,
            BiFunction<Map<String, @Nullable Object>, @Nullable Object, @Nullable Object> change,
            boolean wraps) {
        this.root = venue.spec();
        this.change = change;
        this.wraps = wraps;
    }

    /** The document as it is decoded: where a bare list stands in place of an object, the object. */
    static @Nullable Object decoded(Venue venue, String operation, @Nullable Object document) {
        return new SchemaWalk(venue, (schema, value) -> value, true).changed(venue.documentSchema(operation), document);
    }

    /** A copy of the document, changed. */
    @Nullable
    Object changed(Map<String, @Nullable Object> schema, @Nullable Object value) {
        Map<String, @Nullable Object> target = resolve(schema);
        if (target.get("oneOf") instanceof List<?> alternatives && alternatives.size() == 2) {
            Map<String, @Nullable Object> object = Json.map(alternatives.get(0));
            boolean bare = value instanceof List<?>;
            Object changed = changed(bare ? Json.map(alternatives.get(1)) : object, value);
            String member = String.valueOf(resolve(object).get("x-bare-list"));
            if (bare && wraps) {
                Map<String, @Nullable Object> whole = new LinkedHashMap<>();
                whole.put(member, changed);
                return whole;
            }
            return changed;
        }
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

    /** What a reference leads to; the schema itself if it is none. */
    Map<String, @Nullable Object> resolve(Map<String, @Nullable Object> schema) {
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
