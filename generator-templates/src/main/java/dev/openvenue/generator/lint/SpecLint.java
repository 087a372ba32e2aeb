package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import dev.openvenue.generator.spec.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a spec against the rules of {@code specs/README.md}. What would be a cosmetic flaw in a document is dangerous
 * in a client that places orders: a misspelt extension is a missing limit, a bare number is a rounded price.
 */
public final class SpecLint {
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
                walk(pointer + "/" + i, list.get(i), place == Place.JSON_ARRAY ? Place.ELEMENT : place);
            }
            return;
        }
        if (!(value instanceof Map<?, ?>)) {
            return;
        }
        Map<String, Object> map = Tree.map(value);
        extensions(pointer, map, place);
        standardKeys(pointer, map, place);
        switch (place) {
            case OPERATION -> operations.check(pointer, map);
            case SCHEMA, ELEMENT -> schemas.check(pointer, map);
            case NAMED_SCHEMAS -> map.keySet().forEach(name -> schemas.name(Tree.child(pointer, name), name));
            case PARAMETER, HEADER, MEDIA -> schemas.examples(pointer, map);
            default -> {}
        }
        map.forEach((key, child) -> walk(Tree.child(pointer, key), child, place.of(key)));
    }

    private void extensions(String pointer, Map<String, Object> map, Place place) {
        if (place == Place.SCHEMAS || place == Place.NAMED_SCHEMAS || place == Place.HEADERS) {
            return;
        }
        String where = switch (place) {
            case ROOT -> Vocabulary.ROOT;
            case OPERATION -> Vocabulary.OPERATION;
            case SCHEMA, ELEMENT -> Vocabulary.SCHEMA;
            default -> Vocabulary.NOWHERE;
        };
        map.forEach((key, value) -> {
            if (key.startsWith("x-")) {
                vocabulary.check(Tree.child(pointer, key), where, key, value, violations);
            }
        });
    }

    /** A standard key that nothing reads is a check that is not made, most likely because of its spelling. */
    private void standardKeys(String pointer, Map<String, Object> map, Place place) {
        List<String> known = vocabulary.standardKeys(place.word());
        if (known.isEmpty()) {
            return;
        }
        map.keySet().stream()
                .filter(key -> !key.startsWith("x-") && !known.contains(key))
                .forEach(key -> violations.report(
                        Tree.child(pointer, key),
                        key + " is no key of this place that anything reads",
                        Spelling.nearest(key, known)
                                .map(meant -> "Write " + meant + ", or remove it")
                                .orElse("Remove it; here may stand " + String.join(", ", known))));
    }
}
