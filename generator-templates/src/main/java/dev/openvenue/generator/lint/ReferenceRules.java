package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules for extensions that name something else in the spec: an operation, an argument, or a field of a response. A
 * name that does not resolve would be noticed only when money is at stake: a cancel that is never verified, a page that
 * is never requested.
 */
final class ReferenceRules {
    private final SpecTree tree;
    private final Map<String, SpecOperation> operations;
    private final Violations violations;
    private final RetryReferenceRules retries;
    private final BatchPlaceRules places;
    private final BatchCancelRules batchCancels;

    ReferenceRules(Map<String, Object> root, Map<String, SpecOperation> operations, Violations violations) {
        this.tree = new SpecTree(root);
        this.operations = operations;
        this.violations = violations;
        this.retries = new RetryReferenceRules(this, tree, violations);
        this.places = new BatchPlaceRules(this, tree, operations, violations);
        this.batchCancels = new BatchCancelRules(this, new StateRules(this, tree, operations, violations), violations);
    }

    void check() {
        Map<String, Object> time = Tree.map(tree.root().get("x-server-time"));
        SpecOperation clock = operation("/x-server-time/operation", time.get("operation"));
        if (clock != null) {
            field("/x-server-time/field", clock, clock.payload(), time.get("field"));
        }
        List<String> first = Tree.texts(tree.root().get("x-first-calls"));
        for (int i = 0; i < first.size(); i++) {
            operation("/x-first-calls/" + i, first.get(i));
        }
        new EnvelopeRules(tree, operations.values(), violations).check();
        new RequestRules(tree, operations.values(), violations).check();
        operations.values().forEach(operation -> {
            arguments(operation);
            retries.check(operation);
            places.check(operation);
            page(operation);
            envelope(operation);
            argument(
                    operation.pointer() + "/x-dead-mans-switch/argument",
                    operation,
                    Tree.map(operation.raw().get("x-dead-mans-switch")).get("argument"));
            if (operation.raw().containsKey("x-batch-cancel")) {
                batchCancels.check(operation, Tree.map(operation.raw().get("x-batch-cancel")));
            }
        });
    }

    private void arguments(SpecOperation operation) {
        for (String key : List.of("x-any-of", "x-one-of")) {
            Tree.texts(operation.raw().get(key)).forEach(name -> {
                if (!operation.plainArguments().containsKey(name)) {
                    violations.report(
                            operation.pointer() + "/" + key,
                            operation.id() + " has no parameter " + name,
                            "Name parameters; for body fields use anyOf or oneOf of required");
                }
            });
        }
        String batch = operation.pointer() + "/x-batch";
        Tree.texts(Tree.map(operation.raw().get("x-batch")).get("list"))
                .forEach(list -> argument(batch + "/list", operation, list));
    }

    private void page(SpecOperation operation) {
        Map<String, Object> page = Tree.map(operation.raw().get("x-page"));
        String at = operation.pointer() + "/x-page/";
        for (String key : List.of("parameter", "size")) {
            argument(at + key, operation, page.get(key));
        }
        Map<String, Object> payload = operation.payload();
        for (String key : List.of("payload", "more")) {
            field(at + key, operation, payload, page.get(key));
        }
        field(at + "envelope", operation, operation.response(), page.get("envelope"));
        Map<String, Object> row = rows(at, operation, page);
        fields(at, operation, row, page, List.of("row"));
        if (operation.paginated() && row != null && !operation.hasRows()) {
            violations.report(
                    operation.pointer() + "/x-page",
                    "the rows of " + operation.id() + " are not a list",
                    "Say with rows which field of the payload holds them; its schema is an array with items");
        }
        window(at + "window/", operation, page);
    }

    private void window(String at, SpecOperation operation, Map<String, Object> page) {
        Map<String, Object> window = Tree.map(page.get("window"));
        for (String key : List.of("from", "to")) {
            Object name = window.get(key);
            Map<String, Object> schema = plainArgument(at + key, operation, name);
            if (schema != null && !"epoch-millis".equals(tree.resolve(schema).get("format"))) {
                violations.report(
                        at + key,
                        "the parameter " + name + " of " + operation.id() + " is not of the format epoch-millis",
                        "Write format: epoch-millis, if that is what the venue takes");
            }
            if (name != null && name.equals(page.get("parameter"))) {
                violations.report(
                        at + key,
                        name + " is also what asks for the next page",
                        "Leave the window out; pages cannot move its ends as well");
            }
        }
        Tree.map(window.get("reversed-by"))
                .keySet()
                .forEach(name -> plainArgument(at + "reversed-by/" + name, operation, name));
    }

    /** The schema of a parameter; null if no parameter has the name, which is then reported. */
    private @Nullable Map<String, Object> plainArgument(
            String pointer, SpecOperation operation, @Nullable Object name) {
        if (name == null) {
            return null;
        }
        Map<String, Object> schema = operation.plainArguments().get(Tree.text(name));
        if (schema == null) {
            violations.report(pointer, operation.id() + " has no parameter " + name, "Name a parameter");
        }
        return schema;
    }

    private void envelope(SpecOperation operation) {
        Object data = Tree.map(operation.raw().get("x-envelope")).get("data");
        if (!".".equals(data)) {
            field(operation.pointer() + "/x-envelope/data", operation, operation.response(), data);
        }
    }

    /** Checks a query; returns its operation, null if there is none. */
    @Nullable
    SpecOperation query(String at, Map<String, Object> query) {
        SpecOperation target = operation(at + "operation", query.get("operation"));
        if (target == null) {
            return null;
        }
        argument(at + "symbol", target, query.get("symbol"));
        argument(at + "category", target, query.get("category"));
        Tree.map(query.get("arguments")).keySet().forEach(name -> argument(at + "arguments/" + name, target, name));
        Tree.map(query.get("ids")).forEach((kind, name) -> argument(at + "ids/" + kind, target, name));
        Tree.texts(query.get("accepts")).forEach(name -> argument(at + "accepts/" + name, target, name));
        Map<String, Object> row = rows(at, target, query);
        fields(at, target, row, query, List.of("order-id", "client-order-id", "status"));
        Map<String, Object> quantities = Tree.map(query.get("fields"));
        fields(at + "fields/", target, row, quantities, List.copyOf(quantities.keySet()));
        return target;
    }

    /** A schema, or what it refers to: a bare reference, or one that only adds a description. */
    Map<String, Object> described(Map<String, Object> schema) {
        List<?> parts = Tree.list(schema.get("allOf"));
        return tree.resolve(parts.size() == 1 ? Tree.map(parts.get(0)) : schema);
    }

    /** Whether a list in the payload has elements without members. */
    boolean holdsScalars(SpecOperation operation, @Nullable Object location) {
        Map<String, Object> list = tree.members(operation.payload()).get(Tree.text(location));
        return list != null && tree.members(tree.element(list)).isEmpty();
    }

    /** The schema of a row of the payload; null if its location is wrong, which is then reported. */
    @Nullable
    Map<String, Object> rows(String at, SpecOperation operation, Map<String, Object> query) {
        return rows(at, "rows", operation, query);
    }

    @Nullable
    Map<String, Object> rows(String at, String key, SpecOperation operation, Map<String, Object> query) {
        String rows = Tree.text(query.getOrDefault(key, "."));
        if (rows.equals(".")) {
            return tree.element(operation.payload());
        }
        field(at + key, operation, operation.payload(), rows);
        Map<String, Object> list = tree.members(operation.payload()).get(rows);
        return list == null ? null : tree.element(list);
    }

    void fields(
            String at,
            SpecOperation operation,
            @Nullable Map<String, Object> row,
            Map<String, Object> names,
            List<String> keys) {
        if (row != null) {
            keys.forEach(key -> field(at + key, operation, row, names.get(key)));
        }
    }

    @Nullable
    SpecOperation operation(String pointer, @Nullable Object id) {
        SpecOperation operation = operations.get(Tree.text(id));
        if (id != null && operation == null) {
            violations.report(pointer, "there is no operation " + id, "Name an operationId of this spec");
        }
        return operation;
    }

    void argument(String pointer, SpecOperation operation, @Nullable Object name) {
        if (name != null && !operation.takes(Tree.text(name))) {
            String message = ".".equals(name)
                    ? "the body of " + operation.id() + " is not a list"
                    : operation.id() + " has no argument " + name;
            violations.report(pointer, message, "Name a parameter or a top-level field of the body");
        }
    }

    void field(String pointer, SpecOperation operation, Map<String, Object> schema, @Nullable Object name) {
        if (name != null && !tree.members(schema).containsKey(Tree.text(name))) {
            violations.report(
                    pointer,
                    "the response of " + operation.id() + " has no field " + name + " there",
                    "Correct the name, or the schema");
        }
    }
}
