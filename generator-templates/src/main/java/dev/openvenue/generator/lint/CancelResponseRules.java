package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each shape of the response to a cancel must say, and must not: what is missing would leave orders in doubt. */
final class CancelResponseRules {
    private static final Set<String> PER_ITEM =
            Set.of("shape", "rows", "order-id", "client-order-id", "code", "message", "cancelled");
    private static final Set<String> PARTITIONED =
            Set.of("shape", "success", "failure", "order-id", "client-order-id", "code", "message");
    private static final Set<String> SINGLE = Set.of("shape", "order-id", "code", "message", "cancelled");

    private final Violations violations;

    CancelResponseRules(Violations violations) {
        this.violations = violations;
    }

    /** @param bare whether the rows are the ids themselves */
    void check(String at, Map<String, Object> cancel, boolean bare) {
        Map<String, Object> response = Tree.map(cancel.get("response"));
        String shape = Tree.text(response.get("shape"));
        switch (shape) {
            case "per-item" -> {
                only(at, response, PER_ITEM);
                needs(at, response, "rows", "code", "cancelled");
                ids(at, cancel, response);
            }
            case "partitioned" -> {
                only(at, response, PARTITIONED);
                needs(at, response, "success", "failure");
                if (!bare) {
                    needs(at, response, "code");
                    ids(at, cancel, response);
                }
            }
            case "single" -> {
                only(at, response, SINGLE);
                if (response.containsKey("code") != response.containsKey("cancelled")) {
                    violations.report(
                            at, "code and cancelled do not stand together", "Name the code and the codes of a success");
                }
            }
            case "stops-at-first-failure", "acknowledged" -> only(at, response, Set.of("shape"));
            default -> {}
        }
    }

    private void needs(String at, Map<String, Object> response, String... keys) {
        List<String> missing = new ArrayList<>(List.of(keys));
        missing.removeAll(response.keySet());
        if (!missing.isEmpty()) {
            violations.report(
                    at,
                    "a response that is " + response.get("shape") + " lacks " + String.join(", ", missing)
                            + ", so it would say nothing of its orders",
                    "Name what the venue responds");
        }
    }

    private void only(String at, Map<String, Object> response, Set<String> keys) {
        response.keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> violations.report(
                        at + "/" + key,
                        "nothing reads " + key + " of a response that is " + response.get("shape"),
                        "Remove it, or correct the shape"));
    }

    /** A row is told apart by an id of the kind that the call used. */
    private void ids(String at, Map<String, Object> cancel, Map<String, Object> response) {
        Tree.map(cancel.get("ids")).keySet().stream()
                .filter(kind -> !response.containsKey(kind))
                .forEach(kind -> violations.report(
                        at,
                        "a call takes orders by their " + kind + ", and no row of the response says it",
                        "Name the field with " + kind));
    }
}
