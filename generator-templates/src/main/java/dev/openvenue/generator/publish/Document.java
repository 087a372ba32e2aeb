package dev.openvenue.generator.publish;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A spec's data, a copy of its own that may be changed. */
final class Document {
    private static final String SCHEMAS = "#/components/schemas/";
    /** Where the portable form keeps a choice between schemas. */
    static final String ONE_OF_SCHEMAS = "x-one-of-schemas";

    private static final List<String> LISTS_OF_SCHEMAS =
            List.of("allOf", "oneOf", "anyOf", ONE_OF_SCHEMAS, "x-json-array");

    private final Map<String, Object> root;

    Document(Map<String, Object> root) {
        this.root = mapping(copy(root));
    }

    Map<String, Object> root() {
        return root;
    }

    /** The mapping under a key of the root, or of another mapping; added if it is missing. */
    static Map<String, Object> child(Map<String, Object> parent, String key) {
        return mapping(parent.computeIfAbsent(key, missing -> new LinkedHashMap<>()));
    }

    Map<String, Object> schemas() {
        return child(child(root, "components"), "schemas");
    }

    List<Map<String, Object>> operations() {
        List<Map<String, Object>> operations = new ArrayList<>();
        child(root, "paths")
                .values()
                .forEach(item -> mapping(item).forEach((key, operation) -> {
                    if (SpecOperation.isMethod(key)) {
                        operations.add(mapping(operation));
                    }
                }));
        return operations;
    }

    /** What a reference leads to; the value itself if it is none. */
    Map<String, Object> resolve(Map<String, Object> value) {
        Map<String, Object> current = value;
        while (current.containsKey("$ref")) {
            Map<String, Object> target = root;
            for (String step : Tree.text(current.get("$ref")).substring(2).split("/")) {
                target = mapping(target.get(step.replace("~1", "/").replace("~0", "~")));
            }
            current = target;
        }
        return current;
    }

    /** The schemas of parameters and bodies of all operations. */
    List<Map<String, Object>> requestSchemas() {
        List<Map<String, Object>> schemas = new ArrayList<>();
        for (Map<String, Object> operation : operations()) {
            for (Object parameter : Tree.list(operation.get("parameters"))) {
                addSchema(resolve(mapping(parameter)), schemas);
            }
            if (operation.containsKey("requestBody")) {
                addContents(resolve(mapping(operation.get("requestBody"))), schemas);
            }
        }
        return schemas;
    }

    /** The schemas of all responses of all operations. */
    List<Map<String, Object>> responseSchemas() {
        List<Map<String, Object>> schemas = new ArrayList<>();
        for (Map<String, Object> operation : operations()) {
            child(operation, "responses").values().forEach(r -> addContents(resolve(mapping(r)), schemas));
        }
        return schemas;
    }

    private static void addContents(Map<String, Object> holder, List<Map<String, Object>> schemas) {
        child(holder, "content").values().forEach(content -> addSchema(mapping(content), schemas));
    }

    private static void addSchema(Map<String, Object> holder, List<Map<String, Object>> schemas) {
        if (holder.containsKey("schema")) {
            schemas.add(mapping(holder.get("schema")));
        }
    }

    /** The names of the components that some schemas refer to, directly or through others. */
    Set<String> reached(List<Map<String, Object>> from) {
        Set<String> names = new LinkedHashSet<>();
        from.forEach(schema -> reach(schema, names));
        return names;
    }

    private void reach(Map<String, Object> from, Set<String> names) {
        visit(from, schema -> {
            String name = component(schema);
            if (name != null && names.add(name)) {
                reach(mapping(schemas().get(name)), names);
            }
        });
    }

    /** The name of the component that a schema refers to; null if it refers to none. */
    static @Nullable String component(Map<String, Object> schema) {
        String reference = Tree.text(schema.get("$ref"));
        return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : null;
    }

    /** Makes a schema refer to another component. */
    static void refer(Map<String, Object> schema, String name) {
        schema.put("$ref", SCHEMAS + name);
    }

    /** Calls a visitor with a schema and all schemas inside it; references are not followed. */
    static void visit(Map<String, Object> schema, Consumer<Map<String, Object>> visitor) {
        visitor.accept(schema);
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            List.copyOf(properties.values()).forEach(property -> visit(mapping(property), visitor));
        }
        for (String key : LISTS_OF_SCHEMAS) {
            Tree.list(schema.get(key)).forEach(part -> visit(mapping(part), visitor));
        }
        for (String key : List.of("items", "additionalProperties")) {
            if (schema.get(key) instanceof Map<?, ?> inner) {
                visit(mapping(inner), visitor);
            }
        }
        if (schema.get("x-encoding") instanceof Map<?, ?> encoding) {
            mapping(encoding).values().forEach(inner -> visit(mapping(inner), visitor));
        }
    }

    /** Calls a visitor with every schema of the document, those inside others included. */
    void visitAll(Consumer<Map<String, Object>> visitor) {
        List.copyOf(schemas().values()).forEach(schema -> visit(mapping(schema), visitor));
        requestSchemas().forEach(schema -> visit(schema, visitor));
        responseSchemas().forEach(schema -> visit(schema, visitor));
    }

    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), item == null ? null : copy(item)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(item == null ? null : copy(item)));
            return copy;
        }
        return value;
    }

    /** A mapping of this document, not a copy of it. */
    @SuppressWarnings("unchecked") // copy makes all keys text.
    static Map<String, Object> mapping(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("Expected a mapping, found " + value);
    }
}
