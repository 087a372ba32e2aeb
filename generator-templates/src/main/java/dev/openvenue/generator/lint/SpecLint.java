package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import dev.openvenue.generator.spec.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a spec against the rules of {@code specs/README.md}. What would be a cosmetic flaw in a document is dangerous
 * in a client that places orders: a misspelt extension is a missing limit, a bare number is a rounded price.
 */
public final class SpecLint {
    /** The kind of a value, which decides what it may contain. */
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

    private final SpecBundle spec;
    private final Vocabulary vocabulary = Vocabulary.load();
    private final Violations violations;
    private final SchemaRules schemas;
    private final OperationRules operations;

    private SpecLint(SpecBundle spec) {
        this.spec = spec;
        this.violations = new Violations(spec);
        this.schemas = new SchemaRules(SchemaCheck.of(spec.document()), new SpecTree(spec.document()), violations);
        this.operations = new OperationRules(spec.document(), vocabulary.verbs(), violations);
    }

    /** All violations of a spec, in the order of its files and lines. */
    public static List<Violation> check(Path file) {
        return check(SpecBundle.read(file));
    }

    /** All violations of a spec that has been read. */
    public static List<Violation> check(SpecBundle spec) {
        SpecLint lint = new SpecLint(spec);
        lint.walk("", lint.spec.document(), Place.ROOT);
        lint.root();
        return lint.violations.inOrder();
    }

    private void root() {
        for (String key : List.of("x-venue", "x-envelope", "x-error-codes", "x-server-time")) {
            if (!spec.document().containsKey(key)) {
                violations.report("", "the root has no " + key, "Add it as specs/README.md shows");
            }
        }
        if (Tree.list(spec.document().get("servers")).isEmpty()) {
            violations.report("", "the root has no servers", "Name the venue's production host first");
        }
        new ClientOptionRules(spec.document(), violations).check();
        operations.finish(schemas.names());
        new ReferenceRules(spec.document(), operations.byId(), violations).check();
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
            case OPERATION -> operations.check(pointer, map);
            case SCHEMA -> schemas.check(pointer, map);
            case NAMED_SCHEMAS -> map.keySet().forEach(name -> schemas.name(Tree.child(pointer, name), name));
            case OTHER -> schemas.examples(pointer, map);
            default -> {}
        }
        map.forEach((key, child) -> walk(Tree.child(pointer, key), child, placeOf(place, key, child)));
    }

    private static Place placeOf(Place parent, String key, @Nullable Object value) {
        if (parent == Place.SCHEMAS || parent == Place.NAMED_SCHEMAS) {
            return Place.SCHEMA;
        }
        if (Set.of("example", "examples", "default", "enum").contains(key) && !isResponse(parent, key, value)) {
            return Place.EXAMPLE;
        }
        return switch (parent) {
            case ROOT -> key.equals("paths") ? Place.PATHS : key.startsWith("x-") ? Place.EXAMPLE : Place.OTHER;
            case PATHS -> Place.PATH_ITEM;
            case PATH_ITEM -> SpecOperation.isMethod(key) ? Place.OPERATION : Place.OTHER;
            case OPERATION -> key.startsWith("x-") ? Place.EXAMPLE : Place.OTHER;
            case SCHEMA, ENCODING, JSON_ARRAY ->
                switch (key) {
                    case "properties" -> Place.SCHEMAS;
                    case "items", "allOf", "additionalProperties", "base64-json" -> Place.SCHEMA;
                    case "x-json-array" -> Place.JSON_ARRAY;
                    case "x-encoding" -> Place.ENCODING;
                    default -> Place.EXAMPLE;
                };
            default ->
                switch (key) {
                    case "schema" -> Place.SCHEMA;
                    case "schemas" -> value instanceof Map ? Place.NAMED_SCHEMAS : Place.OTHER;
                    default -> Place.OTHER;
                };
        };
    }

    /** The response called {@code default} is not a default value. */
    private static boolean isResponse(Place parent, String key, @Nullable Object value) {
        return parent == Place.OTHER && key.equals("default") && value instanceof Map;
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
                vocabulary.check(Tree.child(pointer, key), where, key, value, violations);
            }
        });
    }
}
