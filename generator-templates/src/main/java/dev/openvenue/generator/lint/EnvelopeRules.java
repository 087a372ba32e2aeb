package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The rules for the names of {@code x-envelope}: if one is wrong, every response is malformed. */
final class EnvelopeRules {
    /** Code and message belong to rejections, which the specs do not describe as schemas. */
    private static final List<String> SOMEWHERE = List.of("time", "trace", "data");

    private final SpecTree tree;
    private final Collection<SpecOperation> operations;
    private final Violations violations;

    EnvelopeRules(SpecTree tree, Collection<SpecOperation> operations, Violations violations) {
        this.tree = tree;
        this.operations = operations;
        this.violations = violations;
    }

    void check() {
        Map<String, Object> root = Tree.map(tree.root().get("x-envelope"));
        boolean responds = operations.stream().anyMatch(SpecOperation::responds);
        for (String key : SOMEWHERE) {
            for (String field : Tree.texts(root.get(key))) {
                if (!field.equals(".") && responds && operations.stream().noneMatch(operation -> has(operation, field))) {
                    violations.report(
                            "/x-envelope/" + key,
                            "no response has a field " + field,
                            "Correct the name, or the schemas");
                }
            }
        }
        operations.forEach(this::verdict);
    }

    /** A response without its verdict is malformed, unless it is itself the payload. */
    private void verdict(SpecOperation operation) {
        String verdict = Tree.text(operation.envelope().get("verdict"));
        if (!verdict.isEmpty() && operation.responds() && !operation.payloadLocation().equals(".") && !has(operation, verdict)) {
            violations.report(
                    operation.pointer() + "/responses/200",
                    "the response of " + operation.id() + " has no field " + verdict
                            + ", which x-envelope calls its verdict",
                    "Add it to the schema, or correct x-envelope");
        }
    }

    private boolean has(SpecOperation operation, String field) {
        return tree.members(operation.response()).containsKey(field);
    }
}
