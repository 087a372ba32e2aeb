package dev.openvenue.generator;

import dev.openvenue.generator.spec.Tree;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Maps schemas to Java types. A schema without a mapping is an error: an empty class would lose the venue's data. */
final class Types {
    private static final String DECIMAL = "java.math.BigDecimal";
    private static final String INSTANT = "java.time.Instant";

    private final OpenAPI openApi;
    private final String modelPackage;

    Types(OpenAPI openApi, String modelPackage) {
        this.openApi = openApi;
        this.modelPackage = modelPackage;
    }

    /** The type of a schema. */
    JavaType of(Schema<?> schema) {
        String name = nameOf(schema);
        Schema<?> target = resolve(schema);
        if (name != null && isEnum(target)) {
            return JavaType.openEnum(name, "integer".equals(target.getType()), modelPackage);
        }
        if (name != null && isRecord(target)) {
            return JavaType.record(name, modelPackage);
        }
        Schema<?> items = target.getItems();
        if (items != null) {
            return of(items).list();
        }
        if (target.getAdditionalProperties() instanceof Schema<?> values) {
            return of(values).map();
        }
        return scalar(target);
    }

    private static JavaType scalar(Schema<?> schema) {
        String type = schema.getType() == null ? "" : schema.getType();
        String format = schema.getFormat() == null ? "" : schema.getFormat();
        return switch (type + ":" + format) {
            case "string:decimal" -> JavaType.wire("BigDecimal", "decimal", "decimalText", DECIMAL);
            case "number:decimal" -> JavaType.wire("BigDecimal", "decimal", "decimal", DECIMAL);
            case "integer:int32" -> JavaType.wire("Integer", "int32", "integer");
            case "integer:int64" -> JavaType.wire("Long", "int64", "integer");
            case "integer:id" -> JavaType.wire("String", "id", "id");
            // Without a type, for which Swagger's model may say object, it arrives as text or as a number.
            case ":id", "object:id" -> JavaType.wire("String", "id", "text");
            case ":decimal", "object:decimal" -> JavaType.wire("BigDecimal", "decimal", "decimalText", DECIMAL);
            case "string:epoch-millis" -> JavaType.wire("Instant", "millis", "millisText", INSTANT);
            case "integer:epoch-millis" -> JavaType.wire("Instant", "millis", "millis", INSTANT);
            case "integer:epoch-seconds" -> JavaType.wire("Instant", "seconds", "seconds", INSTANT);
            case "boolean:", "boolean:capitalized" -> JavaType.wire("Boolean", "bool", "bool");
            case "object:", ":" -> JavaType.wire("Object", "any", "any");
            default -> {
                if (type.equals("string")) {
                    yield JavaType.wire("String", "text", "text");
                }
                throw new IllegalArgumentException("the schema " + type + " of format '" + format
                        + "' has no mapping; use the formats of specs/README.md");
            }
        };
    }

    /** The component that a schema refers to, or null if it is inline. */
    @Nullable
    String nameOf(Schema<?> schema) {
        String reference = reference(schema);
        if (reference == null) {
            return null;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        Schema<?> target = openApi.getComponents().getSchemas().get(name);
        return target != null && isObjectOrList(target) ? nameOf(target) : name;
    }

    /** A bare reference has no description; one that has a description is the only element of an {@code allOf}. */
    private static @Nullable String reference(Schema<?> schema) {
        // An object, or in its place the bare list that it has in a member: its adapter reads both.
        if (isObjectOrList(schema)) {
            return ((Schema<?>) schema.getOneOf().get(0)).get$ref();
        }
        List<Schema<?>> parts = parts(schema);
        boolean described = parts.size() == 1 && schema.getProperties() == null;
        return described ? parts.get(0).get$ref() : schema.get$ref();
    }

    private static boolean isObjectOrList(Schema<?> schema) {
        return schema.getOneOf() != null
                && schema.getOneOf().size() == 2
                && ((Schema<?>) schema.getOneOf().get(0)).get$ref() != null;
    }

    /** The member that an object has alone where a bare list stands in its place; null if it is always an object. */
    static @Nullable String bareList(Schema<?> schema) {
        Object member =
                schema.getExtensions() == null ? null : schema.getExtensions().get("x-bare-list");
        return member == null ? null : member.toString();
    }

    /** The schema behind a reference. */
    Schema<?> resolve(Schema<?> schema) {
        Schema<?> current = schema;
        while (reference(current) != null) {
            Schema<?> next = openApi.getComponents().getSchemas().get(nameOf(current));
            if (next == null) {
                throw new IllegalArgumentException("nothing stands at " + reference(current));
            }
            current = next;
        }
        return current;
    }

    static boolean isEnum(Schema<?> schema) {
        return schema.getEnum() != null && !schema.getEnum().isEmpty();
    }

    /** Whether a schema becomes a record: it has members, or is an array that represents a record. */
    boolean isRecord(Schema<?> schema) {
        return isRow(schema) || !members(schema).isEmpty();
    }

    static boolean isRow(Schema<?> schema) {
        return schema.getExtensions() != null && schema.getExtensions().containsKey("x-json-array");
    }

    /** The members of an object, including those of its parts, or the elements of a row. */
    Map<String, Schema<?>> members(Schema<?> schema) {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        if (isRow(schema)) {
            for (Object element : Tree.list(schema.getExtensions().get("x-json-array"))) {
                Map<String, Object> map = Tree.map(element);
                String name = Tree.text(map.remove("name"));
                members.put(name, inPlace(map));
            }
            return members;
        }
        for (Schema<?> part : parts(schema)) {
            members.putAll(members(resolve(part)));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, member) -> members.put(name, (Schema<?>) member));
        }
        return members;
    }

    /** The names of the members that a schema requires, including those of its parts. */
    Set<String> required(Schema<?> schema) {
        Set<String> required = new LinkedHashSet<>();
        for (Schema<?> part : parts(schema)) {
            required.addAll(required(resolve(part)));
        }
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        return required;
    }

    /** The parts that a schema combines by {@code allOf}. */
    static List<Schema<?>> parts(Schema<?> schema) {
        List<Schema<?>> parts = new ArrayList<>();
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(parts::add);
        }
        return parts;
    }

    /** The schemas that a schema refers to directly. */
    List<Schema<?>> children(Schema<?> schema) {
        List<Schema<?>> children = new ArrayList<>(members(schema).values());
        if (schema.getItems() != null && !isRow(schema)) {
            children.add(schema.getItems());
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            children.add(values);
        }
        return children;
    }

    /** A schema inside an extension. */
    static Schema<?> inPlace(Map<String, Object> map) {
        return Json.mapper().convertValue(map, Schema.class);
    }

    /** The schema of the value inside a Base64 text, or null if the schema is not such a text. */
    static @Nullable Schema<?> encoded(Schema<?> schema) {
        Object encoding =
                schema.getExtensions() == null ? null : schema.getExtensions().get("x-encoding");
        return encoding == null ? null : inPlace(Tree.map(Tree.map(encoding).get("base64-json")));
    }
}
