package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the names in {@code x-retry} and {@code x-no-effect}: if one is wrong, an order may be placed twice.
 */
final class RetryReferenceRules {
    private final ReferenceRules references;
    private final SpecTree tree;
    private final Violations violations;

    RetryReferenceRules(ReferenceRules references, SpecTree tree, Violations violations) {
        this.references = references;
        this.tree = tree;
        this.violations = violations;
    }

    void check(SpecOperation operation) {
        Map<String, Object> retry = Tree.map(operation.raw().get("x-retry"));
        String at = operation.pointer() + "/x-retry/";
        Object clientId = retry.get("with-client-id");
        if (clientId != null && !operation.takesAnywhere(Tree.text(clientId))) {
            violations.report(
                    at + "with-client-id",
                    operation.id() + " has no argument " + clientId,
                    "Name a parameter, a field of the body, or a field of the elements of a list in the body");
        }
        lookup(at, operation, retry, clientId);
        for (String key : List.of("unless", "immediate")) {
            Tree.map(retry.get(key))
                    .forEach((name, values) -> condition(at + key + "/" + name, operation, name, values));
        }
        window(at + "receive-window", operation, retry);
        noEffect(operation);
    }

    private void lookup(String at, SpecOperation operation, Map<String, Object> retry, @Nullable Object clientId) {
        if (retry.containsKey("lookup") != retry.containsKey("created")) {
            violations.report(
                    operation.pointer() + "/x-retry",
                    "lookup and created do not stand together",
                    "Name the operation that finds an order, and the field of its rows that says when it was made");
        }
        SpecOperation lookup = references.operation(at + "lookup", retry.get("lookup"));
        if (lookup == null) {
            return;
        }
        // A lookup finds one order, so the id must be the call's own and not that of a list's elements.
        references.argument(at + "with-client-id", operation, clientId);
        references.argument(at + "lookup", lookup, clientId);
        Map<String, Object> row = references.rows(at, lookup, Map.of());
        if (row != null) {
            references.field(at + "with-client-id", lookup, row, clientId);
            references.field(at + "created", lookup, row, retry.get("created"));
            time(at + "created", lookup, tree.members(row).get(Tree.text(retry.get("created"))));
        }
    }

    private void time(String pointer, SpecOperation lookup, @Nullable Map<String, Object> schema) {
        if (schema != null && !"epoch-millis".equals(tree.resolve(schema).get("format"))) {
            violations.report(
                    pointer,
                    "the field of " + lookup.id() + " is not of the format epoch-millis",
                    "Name the field that says when the order was made");
        }
    }

    private void condition(String pointer, SpecOperation operation, String name, Object values) {
        if (!operation.takesAnywhere(name)) {
            violations.report(pointer, operation.id() + " has no argument " + name, "Correct the name");
            return;
        }
        List<String> known = Tree.texts(operation.schemaAnywhere(name).get("enum"));
        Tree.texts(values).stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> violations.report(
                        pointer, name + " has no value " + value + " in its enum", "Name values of the enum"));
    }

    private void window(String pointer, SpecOperation operation, Map<String, Object> retry) {
        Map<String, Object> window = Tree.map(retry.get("receive-window"));
        if (window.isEmpty()) {
            return;
        }
        String field = Tree.text(window.get("field"));
        if (operation.plainArguments().containsKey(field)
                || !tree.members(operation.bodySchema()).containsKey(field)) {
            violations.report(
                    pointer + "/field",
                    "the JSON body of " + operation.id() + " has no field " + field,
                    "Name a top-level field of the body");
        }
        if (!retry.containsKey("lookup")) {
            violations.report(
                    pointer, "nothing waits for the end of the window", "Name the lookup that comes after it");
        }
    }

    private void noEffect(SpecOperation operation) {
        Map<String, String> effects = new HashMap<>();
        Tree.list(tree.root().get("x-error-codes")).stream()
                .map(Tree::map)
                .forEach(entry -> Tree.texts(entry.get("codes"))
                        .forEach(code -> effects.put(code, Tree.text(entry.get("effect")))));
        List<String> codes = Tree.texts(operation.raw().get("x-no-effect"));
        for (int i = 0; i < codes.size(); i++) {
            if (!"none".equals(effects.get(codes.get(i)))) {
                violations.report(
                        operation.pointer() + "/x-no-effect/" + i,
                        "no entry of x-error-codes says that " + codes.get(i) + " has no effect",
                        "Name a code of the catalogue with effect: none");
            }
        }
    }
}
