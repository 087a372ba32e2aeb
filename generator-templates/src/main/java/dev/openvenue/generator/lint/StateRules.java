package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rules for the order states of a batch cancel: every state that a looked-up order may have is in one of the lists,
 * or the order stays in doubt for good.
 */
final class StateRules {
    private static final List<String> LISTS = List.of("open", "cancelled", "filled", "unclear");

    private final ReferenceRules names;
    private final SpecTree tree;
    private final Map<String, SpecOperation> operations;
    private final Violations violations;

    StateRules(ReferenceRules names, SpecTree tree, Map<String, SpecOperation> operations, Violations violations) {
        this.names = names;
        this.tree = tree;
        this.operations = operations;
        this.violations = violations;
    }

    void check(String at, Map<String, Object> cancel) {
        List<Object> queries = new ArrayList<>(Tree.list(cancel.get("lookup")));
        queries.addAll(Tree.list(cancel.get("open")));
        queries.addAll(Tree.list(cancel.get("history")));
        states(at, cancel, Tree.map(cancel.get("states")), queries);
        List<?> kinds = Tree.list(cancel.get("kinds"));
        for (int i = 0; i < kinds.size(); i++) {
            Map<String, Object> kind = Tree.map(kinds.get(i));
            Object own = kind.getOrDefault("states", cancel.get("states"));
            states(at + "/kinds/" + i, kind, Tree.map(own), List.of(Tree.map(kind.get("open"))));
        }
    }

    private void states(String at, Map<String, Object> holder, Map<String, Object> states, List<?> queries) {
        Set<String> possible = new LinkedHashSet<>();
        boolean stated = false;
        for (Object query : queries) {
            stated |= Tree.map(query).containsKey("status");
            possible.addAll(possible(Tree.map(query)));
        }
        if (states.isEmpty()) {
            if (stated) {
                violations.report(
                        at,
                        "the orders have states, and states does not say what they mean",
                        "Sort them: states: {open: […], cancelled: […], filled: […]}");
            }
            return;
        }
        // What a kind inherits is checked where it stands, and need not all occur here.
        boolean own = holder.containsKey("states");
        String pointer = own ? at + "/states" : at;
        Set<String> sorted = new LinkedHashSet<>();
        for (String list : LISTS) {
            for (String state : Tree.texts(states.get(list))) {
                if (!sorted.add(state) && own) {
                    violations.report(pointer, "the state " + state + " stands in two lists", "Keep one");
                }
                if (own && !possible.isEmpty() && !possible.contains(state)) {
                    violations.report(
                            pointer, "no response has the state " + state, "Name a value of the enum of the states");
                }
            }
        }
        possible.stream()
                .filter(state -> !sorted.contains(state))
                .forEach(state -> violations.report(
                        pointer,
                        "the state " + state + " stands in none of the lists, so an order in it would stay in doubt",
                        "Add it to open, cancelled or filled, or to unclear if no document says which it is"));
    }

    /** The states that the rows of a query may have; empty if the schema lists none. */
    private List<String> possible(Map<String, Object> query) {
        SpecOperation target = operations.get(Tree.text(query.get("operation")));
        if (target == null || !query.containsKey("status")) {
            return List.of();
        }
        Map<String, Object> payload = target.payload();
        String rows = Tree.text(query.getOrDefault("rows", "."));
        Map<String, Object> list =
                rows.equals(".") ? payload : tree.members(payload).getOrDefault(rows, Map.of());
        Map<String, Object> status = Objects.requireNonNullElse(
                tree.members(tree.element(list)).get(Tree.text(query.get("status"))), Map.of());
        return Tree.texts(names.described(status).get("enum")).stream()
                .distinct()
                .toList();
    }
}
