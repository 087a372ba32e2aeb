package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules for the names in {@code x-batch-cancel}. */
final class BatchCancelRules {
    private final ReferenceRules names;
    private final StateRules states;
    private final CancelResponseRules responses;
    private final Violations violations;

    BatchCancelRules(ReferenceRules names, StateRules states, Violations violations) {
        this.names = names;
        this.states = states;
        this.responses = new CancelResponseRules(violations);
        this.violations = violations;
    }

    void check(SpecOperation operation, Map<String, Object> cancel) {
        String at = operation.pointer() + "/x-batch-cancel/";
        categories(at + "category/", operation, Tree.map(cancel.get("category")));
        cancel(at, operation, cancel);
        used(at, cancel);
        List<?> lookups = Tree.list(cancel.get("lookup"));
        for (int i = 0; i < lookups.size(); i++) {
            String place = cancel.get("lookup") instanceof List<?> ? "lookup/" + i + "/" : "lookup/";
            names.query(at + place, Tree.map(lookups.get(i)));
        }
        names.query(at + "open/", Tree.map(cancel.get("open")));
        history(at + "history/", cancel);
        states.check(at.substring(0, at.length() - 1), cancel);
        kinds(at + "kinds/", Tree.list(cancel.get("kinds")));
        symbols(at + "symbols/", Tree.map(cancel.get("symbols")));
        if (Boolean.TRUE.equals(cancel.get("client-ids-repeat"))
                && !Tree.map(cancel.get("open")).containsKey("client-order-id")) {
            violations.report(
                    at + "client-ids-repeat",
                    "open has no client-order-id, so an order of the same client id cannot be found there",
                    "Name the field with the client id in open");
        }
    }

    /** What orders of a category are asked for by must be declared, or nobody could name one. */
    private void used(String at, Map<String, Object> cancel) {
        if (!cancel.containsKey("category") && mentions(cancel)) {
            violations.report(
                    at.substring(0, at.length() - 1),
                    "something takes a category, and category does not say which there are",
                    "Add category: {default: …, values: […]}");
        }
    }

    private static boolean mentions(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(BatchCancelRules::mentions);
        }
        Map<String, Object> map = value instanceof Map<?, ?> ? Tree.map(value) : Map.of();
        return map.containsKey("category")
                || map.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("arguments"))
                        .anyMatch(entry -> mentions(entry.getValue()));
    }

    private void categories(String at, SpecOperation operation, Map<String, Object> categories) {
        List<String> values = Tree.texts(categories.get("values"));
        if (!categories.isEmpty() && !values.contains(Tree.text(categories.get("default")))) {
            violations.report(at + "default", "the default is none of the values", "Name one of the values");
        }
        names.argument(at + "argument", operation, categories.get("argument"));
    }

    private void cancel(String at, SpecOperation operation, Map<String, Object> cancel) {
        names.argument(at + "symbol", operation, cancel.get("symbol"));
        Tree.map(cancel.get("arguments"))
                .keySet()
                .forEach(name -> names.argument(at + "arguments/" + name, operation, name));
        Map<String, Object> response = Tree.map(cancel.get("response"));
        responses.check(at + "response", cancel, names.holdsScalars(operation, response.get("failure")));
        boolean single = "single".equals(response.get("shape"));
        Tree.map(cancel.get("ids"))
                .forEach((kind, entry) -> ids(at + "ids/" + kind, operation, Tree.map(entry), single));
        if (single) {
            names.fields(
                    at + "response/", operation, operation.payload(), response, List.of("order-id", "code", "message"));
            return;
        }
        if (!response.containsKey("rows") && !response.containsKey("failure")) {
            return;
        }
        names.field(at + "response/success", operation, operation.payload(), response.get("success"));
        Map<String, Object> rows = response.containsKey("failure")
                ? names.rows(at + "response/", "failure", operation, response)
                : names.rows(at + "response/", operation, response);
        names.fields(
                at + "response/", operation, rows, response, List.of("order-id", "client-order-id", "code", "message"));
    }

    private void ids(String at, SpecOperation operation, Map<String, Object> entry, boolean single) {
        names.argument(at + "/list", operation, entry.get("list"));
        names.argument(at + "/argument", operation, entry.get("argument"));
        if (single != entry.containsKey("argument")) {
            violations.report(
                    at,
                    single
                            ? "the response is single, so a call takes one id"
                            : "the response accounts for a list of ids",
                    single ? "Name what takes the id with argument" : "Name what takes the ids with list");
        }
        for (String key : List.of("field", "symbol", "category")) {
            element(at + "/" + key, operation, entry, Tree.text(entry.get(key)));
        }
        Tree.map(entry.get("arguments"))
                .keySet()
                .forEach(name -> element(at + "/arguments/" + name, operation, entry, name));
    }

    private void element(String at, SpecOperation operation, Map<String, Object> entry, String field) {
        if (!field.isEmpty() && !operation.takes(Tree.text(entry.get("list")), field)) {
            violations.report(
                    at, "the elements of " + entry.get("list") + " have no field " + field, "Correct the name");
        }
    }

    /** Each kind of orders is cancelled by the ids of its own listing. */
    private void kinds(String at, List<?> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            Map<String, Object> kind = Tree.map(kinds.get(i));
            Map<String, Object> cancel = Tree.map(kind.get("cancel"));
            Map<String, Object> open = Tree.map(kind.get("open"));
            names.query(at + i + "/open/", open);
            SpecOperation target = names.operation(at + i + "/cancel/operation", cancel.get("operation"));
            if (target == null) {
                continue;
            }
            cancel(at + i + "/cancel/", target, cancel);
            names.argument(at + i + "/cancel/category", target, cancel.get("category"));
            if (!Boolean.TRUE.equals(target.raw().get("x-cancels"))
                    && !target.raw().containsKey("x-batch-cancel")) {
                violations.report(
                        at + i + "/cancel/operation",
                        target.id() + " has no x-cancels, so it would wait behind other calls",
                        "Write x-cancels: true, if it does nothing but cancel");
            }
            if (Tree.map(cancel.get("ids")).keySet().stream().noneMatch(open::containsKey)) {
                violations.report(
                        at + i + "/open",
                        "open shows no id that " + target.id() + " takes",
                        "Name the field with that id in open");
            }
        }
    }

    private void symbols(String at, Map<String, Object> symbols) {
        SpecOperation target = names.operation(at + "operation", symbols.get("operation"));
        if (target != null) {
            names.argument(at + "category", target, symbols.get("category"));
        }
        if (target != null && symbols.containsKey("symbol")) {
            Map<String, Object> row = Objects.requireNonNullElse(names.rows(at, target, symbols), Map.of());
            names.field(at + "symbol", target, row, symbols.get("symbol"));
        }
    }

    /** A history is read page by page until it has shown the orders, and proves nothing without their states. */
    private void history(String at, Map<String, Object> cancel) {
        Map<String, Object> history = Tree.map(cancel.get("history"));
        if (history.isEmpty()) {
            return;
        }
        SpecOperation target = names.query(at, history);
        if (target != null && !target.raw().containsKey("x-page")) {
            violations.report(
                    at + "operation", target.id() + " has no x-page", "Name a listing whose pages can be requested");
        }
        if (target != null && !history.containsKey("status")) {
            violations.report(
                    at + "operation", "history has no status, so it proves nothing", "Name the field with the state");
        }
    }
}
