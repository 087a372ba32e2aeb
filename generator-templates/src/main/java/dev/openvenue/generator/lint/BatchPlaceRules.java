package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the names in {@code x-batch-place}: if one is wrong, an order is taken for another one, or for none.
 */
final class BatchPlaceRules {
    private final ReferenceRules references;
    private final SpecTree tree;
    private final Map<String, SpecOperation> operations;
    private final Violations violations;

    BatchPlaceRules(
            ReferenceRules references, SpecTree tree, Map<String, SpecOperation> operations, Violations violations) {
        this.references = references;
        this.tree = tree;
        this.operations = operations;
        this.violations = violations;
    }

    void check(SpecOperation operation) {
        Map<String, Object> place = operation.extension("x-batch-place");
        if (place.isEmpty()) {
            return;
        }
        String at = operation.pointer() + "/x-batch-place";
        Map<String, Object> batch = operation.extension("x-batch");
        String list = Tree.text(batch.get("list"));
        if (!batch.containsKey("cap") || Tree.texts(batch.get("list")).size() != 1) {
            violations.report(at, "x-batch does not name one list and its cap", "Add both to x-batch");
            return;
        }
        if (operation.elementName(list).isEmpty()) {
            violations.report(
                    at, "the elements of " + list + " are not a named component", "Name their schema with a $ref");
        }
        references.argument(at + "/symbol", operation, place.get("symbol"));
        Tree.map(place.get("arguments"))
                .keySet()
                .forEach(name -> references.argument(at + "/arguments/" + name, operation, name));
        Map<String, Object> item = Tree.map(place.get("item"));
        Map<String, Object> clientId = Tree.map(item.get("client-order-id"));
        element(at + "/item/symbol", operation, list, item.get("symbol"));
        element(at + "/item/category", operation, list, item.get("category"));
        element(at + "/item/client-order-id/field", operation, list, clientId.get("field"));
        response(at + "/response", operation, list, place, !clientId.isEmpty());
        lookup(at + "/lookup", operation, list, place, !clientId.isEmpty());
    }

    private void element(String pointer, SpecOperation operation, String list, @Nullable Object field) {
        if (field != null && !operation.takes(list, Tree.text(field))) {
            violations.report(pointer, "the elements of " + list + " have no field " + field, "Correct the name");
        }
    }

    private void response(
            String at, SpecOperation operation, String list, Map<String, Object> place, boolean hasClientIds) {
        Map<String, Object> response = Tree.map(place.get("response"));
        boolean divided = response.containsKey("success") && response.containsKey("failure");
        if (response.containsKey("rows") == divided) {
            violations.report(at, "it says nowhere, or twice, where the rows are", "Give rows, or success and failure");
            return;
        }
        boolean named = hasClientIds && response.containsKey("client-order-id");
        if (named == response.containsKey("echoes")) {
            violations.report(
                    at,
                    "it says nowhere, or twice, which order a row belongs to",
                    "Give client-order-id here and in item, or echoes");
        }
        for (String key : divided ? List.of("success", "failure") : List.of("rows")) {
            Map<String, Object> row = row(at + "/" + key, operation, response.get(key));
            if (row != null) {
                for (String field : List.of("order-id", "client-order-id")) {
                    references.field(at + "/" + field, operation, row, response.get(field));
                }
                Tree.texts(response.get("echoes"))
                        .forEach(name -> references.field(at + "/echoes", operation, row, name));
            }
            if (row != null && !key.equals("success")) {
                references.field(at + "/code", operation, row, response.get("code"));
                references.field(at + "/message", operation, row, response.get("message"));
                Tree.texts(response.get("rejected"))
                        .forEach(name -> references.field(at + "/rejected", operation, row, name));
            }
        }
        Tree.texts(response.get("echoes")).forEach(name -> element(at + "/echoes", operation, list, name));
        if (response.containsKey("placed") && !response.containsKey("code")) {
            violations.report(at + "/placed", "it lists codes, and no field has one", "Name the field as code");
        }
        if (response.containsKey("rejected") && !named) {
            violations.report(
                    at + "/rejected",
                    "a row that rejects an order repeats none, so that nothing tells which one",
                    "Give client-order-id here and in item, or leave rejected out");
        }
    }

    /** The schema of a row; null if its location is wrong, which is then reported. */
    private @Nullable Map<String, Object> row(String pointer, SpecOperation operation, @Nullable Object location) {
        if (".".equals(location)) {
            return tree.element(operation.payload());
        }
        references.field(pointer, operation, operation.payload(), location);
        Map<String, Object> rows = tree.members(operation.payload()).get(Tree.text(location));
        return rows == null ? null : tree.element(rows);
    }

    private void lookup(
            String at, SpecOperation operation, String list, Map<String, Object> place, boolean hasClientIds) {
        Map<String, Object> lookup = Tree.map(place.get("lookup"));
        if (lookup.isEmpty()) {
            return;
        }
        Map<String, Object> absence = Tree.map(lookup.get("absence"));
        Tree.map(absence.get("only"))
                .keySet()
                .forEach(name -> element(at + "/absence/only/" + name, operation, list, name));
        boolean open = "open".equals(lookup.get("by"));
        if (open && !absence.isEmpty()) {
            violations.report(
                    at + "/absence",
                    "the open orders do not show an order that has filled",
                    "Leave absence out, or look up by lookup");
        }
        Map<String, Object> query = hasClientIds ? query(open) : Map.of();
        SpecOperation target = operations.get(Tree.text(query.get("operation")));
        if (target == null) {
            violations.report(
                    at + "/by",
                    "no x-batch-cancel has a" + (open ? " list of open orders" : " lookup") + " by client order id",
                    "Describe it there and client-order-id in item, or leave lookup out");
            return;
        }
        Map<String, Object> row = references.rows(at + "/", target, query);
        if (row == null) {
            return;
        }
        references.field(at + "/created", target, row, lookup.get("created"));
        Map<String, Object> created = tree.members(row).get(Tree.text(lookup.get("created")));
        if (created != null && !"epoch-millis".equals(tree.resolve(created).get("format"))) {
            violations.report(
                    at + "/created",
                    "the field of " + target.id() + " is not of the format epoch-millis",
                    "Name the field that says when the order was made");
        }
    }

    /** The query of the batch cancel that finds orders by client order id; empty if there is none. */
    private Map<String, Object> query(boolean open) {
        return operations.values().stream()
                .map(operation -> operation.extension("x-batch-cancel"))
                .flatMap(cancel -> Tree.list(cancel.get(open ? "open" : "lookup")).stream())
                .map(Tree::map)
                .filter(query -> (open ? query : Tree.map(query.get("ids"))).containsKey("client-order-id"))
                .findFirst()
                .orElse(Map.of());
    }
}
