package dev.openvenue.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a spec to the rules of {@code specs/README.md}. What would only look wrong in a document is dangerous in a client that
 * places orders: a misspelt extension is a missing limit, a bare number is a rounded price.
 */
public final class SpecLint {
    /** What a value is, which decides what may stand in it. */
    private enum Place {
        ROOT,
        PATHS,
        PATH_ITEM,
        OPERATION,
        SCHEMA,
        SCHEMAS,
        NAMED_SCHEMAS,
        JSON_ARRAY,
        ENCODING,
        EXAMPLE,
        OTHER
    }

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    private final SpecDocument spec;
    private final Vocabulary vocabulary = Vocabulary.load();
    private final SchemaCheck schemas;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();

    private SpecLint(SpecDocument spec) {
        this.spec = spec;
        this.schemas = SchemaCheck.of(spec.root());
    }

    /** All problems of a spec, in the order of its lines. */
    public static List<Problem> check(Path file) {
        SpecDocument document = SpecDocument.read(file);
        SpecLint lint = new SpecLint(document);
        lint.walk("", document.root(), Place.ROOT);
        lint.references();
        return lint.problems.stream()
                .sorted(java.util.Comparator.comparingInt(Problem::line))
                .toList();
    }

    private void walk(String pointer, @Nullable Object value, Place place) {
        if (place == Place.EXAMPLE) {
            return;
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(pointer + "/" + i, list.get(i), place == Place.JSON_ARRAY ? Place.SCHEMA : place);
            }
            return;
        }
        if (!(value instanceof Map<?, ?>)) {
            return;
        }
        Map<String, Object> map = Tree.map(value);
        extensions(pointer, map, place);
        switch (place) {
            case OPERATION -> operation(pointer, map);
            case SCHEMA -> schema(pointer, map);
            default -> {}
        }
        map.forEach((key, child) -> {
            String at = Tree.child(pointer, key);
            walk(at, child, placeOf(place, key, child));
        });
    }

    private static Place placeOf(Place parent, String key, @Nullable Object value) {
        if (key.equals("example") || key.equals("examples") || key.equals("default") || key.equals("enum")) {
            return parent == Place.SCHEMAS || parent == Place.NAMED_SCHEMAS ? Place.SCHEMA : Place.EXAMPLE;
        }
        return switch (parent) {
            case ROOT -> key.equals("paths") ? Place.PATHS : key.startsWith("x-") ? Place.EXAMPLE : Place.OTHER;
            case PATHS -> Place.PATH_ITEM;
            case PATH_ITEM -> METHODS.contains(key) ? Place.OPERATION : Place.OTHER;
            case OPERATION -> key.startsWith("x-") ? Place.EXAMPLE : Place.OTHER;
            case SCHEMAS, NAMED_SCHEMAS -> Place.SCHEMA;
            case SCHEMA, ENCODING, JSON_ARRAY -> switch (key) {
                case "properties" -> Place.SCHEMAS;
                case "items", "allOf", "additionalProperties", "base64-json" -> Place.SCHEMA;
                case "x-json-array" -> Place.JSON_ARRAY;
                case "x-encoding" -> Place.ENCODING;
                default -> Place.EXAMPLE;
            };
            default -> switch (key) {
                case "schema" -> Place.SCHEMA;
                case "schemas" -> value instanceof Map ? Place.NAMED_SCHEMAS : Place.OTHER;
                default -> Place.OTHER;
            };
        };
    }

    private void extensions(String pointer, Map<String, Object> map, Place place) {
        if (place == Place.SCHEMAS || place == Place.NAMED_SCHEMAS) {
            return;
        }
        String where = switch (place) {
            case ROOT -> Vocabulary.ROOT;
            case OPERATION -> Vocabulary.OPERATION;
            case SCHEMA -> Vocabulary.SCHEMA;
            default -> Vocabulary.NOWHERE;
        };
        map.forEach((key, value) -> {
            if (key.startsWith("x-")) {
                String at = Tree.child(pointer, key);
                vocabulary.problemsOf(where, key, value).forEach(p -> report(at, p.message(), p.fix()));
            }
        });
    }

    private void operation(String pointer, Map<String, Object> operation) {
        String id = Tree.text(operation.get("operationId"));
        for (String key : List.of("operationId", "summary", "description", "externalDocs", "x-retry")) {
            if (!operation.containsKey(key)) {
                report(pointer, "the operation has no " + key, "Add it; the generated method needs it");
            }
        }
        if (!operationIds.add(id)) {
            report(pointer, "a second operation is called " + id, "Choose another operationId; it names the method");
        }
        if (Tree.list(operation.get("tags")).size() != 1) {
            report(pointer, "the operation does not have exactly one tag", "Name one; the tag becomes the interface");
        }
        Map<String, Object> ok = Tree.map(Tree.map(operation.get("responses")).get("200"));
        if (!Tree.map(ok.get("content")).containsKey("application/json")) {
            report(pointer, "the operation has no 200 response of application/json", "Describe the document that it answers");
        }
        Map<String, Object> content = Tree.map(Tree.map(ok.get("content")).get("application/json"));
        if (content.containsKey("example")) {
            example(
                    pointer + "/responses/200/content/application~1json/example",
                    Tree.map(content.get("schema")),
                    content.get("example"));
        }
    }

    private void schema(String pointer, Map<String, Object> schema) {
        if (schema.containsKey("$ref")) {
            if (!schemas.resolves(Tree.text(schema.get("$ref")))) {
                report(pointer, "nothing stands at " + schema.get("$ref"), "Correct the reference");
            }
            return;
        }
        String type = Tree.text(schema.get("type"));
        String format = Tree.text(schema.get("format"));
        boolean row = schema.containsKey("x-json-array");
        switch (type) {
            case "integer" -> {
                if (!Set.of("int32", "int64", "id", "epoch-millis", "epoch-seconds").contains(format)) {
                    report(
                            pointer,
                            format.isEmpty() ? "an integer without a format" : "an integer of the format " + format,
                            "Write format: int32, int64, id, epoch-millis or epoch-seconds");
                }
            }
            case "number" -> {
                if (!format.equals("decimal")) {
                    report(pointer, "a number that would become binary floating point", "Write format: decimal");
                }
            }
            case "array" -> {
                if (!schema.containsKey("items") && !row) {
                    report(pointer, "an array that does not say of what", "Add items");
                }
            }
            case "object" -> title(pointer, schema);
            case "string", "boolean" -> {}
            case "" -> {
                if (schema.containsKey("properties")) {
                    report(pointer, "properties without a type", "Add type: object");
                } else if (schema.containsKey("enum")) {
                    report(pointer, "an enum without a type", "Add type: string or integer");
                }
            }
            default -> report(pointer, "the type " + type + " has no mapping", "Use the types of specs/README.md");
        }
        alternatives(pointer, schema);
        if (schema.containsKey("enum") && !named(pointer)) {
            report(pointer, "an enum without a name", "Move it to components/schemas and refer to it");
        }
        if (schema.containsKey("example")) {
            example(Tree.child(pointer, "example"), schema, schema.get("example"));
        }
    }

    private void title(String pointer, Map<String, Object> schema) {
        boolean record = schema.containsKey("properties");
        if (record && !named(pointer) && !schema.containsKey("title") && !pointer.contains("/allOf/")) {
            report(pointer, "an object schema in place without a title", "Add a title; it becomes the type's name");
        }
    }

    private void alternatives(String pointer, Map<String, Object> schema) {
        for (String key : List.of("oneOf", "anyOf")) {
            boolean pure = Tree.list(schema.get(key)).stream()
                    .allMatch(item -> Tree.map(item).keySet().equals(Set.of("required")));
            if (schema.containsKey(key) && !pure) {
                report(
                        Tree.child(pointer, key),
                        key + " of schemas has no mapping",
                        "List only required fields, or describe one object with all fields");
            }
        }
        for (String key : List.of("not", "discriminator", "patternProperties")) {
            if (schema.containsKey(key)) {
                report(Tree.child(pointer, key), key + " has no mapping", "Describe one object with all fields");
            }
        }
    }

    private void example(String pointer, Map<String, Object> schema, @Nullable Object example) {
        schemas.problems(schema, example)
                .forEach(p -> report(pointer, "the example does not satisfy its schema: " + p, "Correct one of the two"));
    }

    private void references() {
        Map<String, Object> root = spec.root();
        for (String key : List.of("x-venue", "x-envelope", "x-error-codes", "x-server-time")) {
            if (!root.containsKey(key)) {
                report("", "the root has no " + key, "Add it as specs/README.md shows");
            }
        }
        String time = Tree.text(Tree.map(root.get("x-server-time")).get("operation"));
        if (!time.isEmpty() && !operationIds.contains(time)) {
            report("/x-server-time/operation", "there is no operation " + time, "Name the operation that tells the time");
        }
    }

    private static boolean named(String pointer) {
        return pointer.matches("/components/schemas/[^/]+");
    }

    private void report(String pointer, String message, String fix) {
        problems.add(new Problem(spec.name(), spec.line(pointer), pointer.isEmpty() ? "/" : pointer, message, fix));
    }
}
