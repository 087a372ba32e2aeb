package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules of the vocabulary that all venues share: a developer who knows the calls of one venue finds those of
 * another, and one who comes from the venue's own page finds the call by its title.
 */
final class OperationNameRules {
    private final List<String> verbs;
    private final String venue;
    private final Violations violations;

    OperationNameRules(List<String> verbs, String venue, Violations violations) {
        this.verbs = verbs;
        this.venue = venue;
        this.violations = violations;
    }

    void check(SpecOperation operation) {
        if (JavaNames.isMethod(operation.id())) {
            verb(operation);
        }
        page(operation);
    }

    private void verb(SpecOperation operation) {
        String id = operation.id();
        verbs.stream()
                .filter(verb -> id.matches(verb + "[A-Z].*"))
                .findFirst()
                .ifPresentOrElse(
                        verb -> summary(operation, verb),
                        () -> violations.report(
                                operation.pointer() + "/operationId",
                                "the operationId " + id + " does not begin with a verb of the vocabulary",
                                "Begin with one of " + String.join(", ", verbs)
                                        + ", and go on with a capital: listOpenOrders; specs/README.md says which"
                                        + " names all venues share"));
    }

    /** The first sentence of the method's Javadoc: {@code Lists open orders.} */
    private void summary(SpecOperation operation, String verb) {
        String expected = verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1) + "s";
        Object summary = operation.raw().get("summary");
        if (summary != null && !Tree.text(summary).matches(expected + " .*[^.]\\.")) {
            violations.report(
                    operation.pointer() + "/summary",
                    "the summary does not say in the third person what " + operation.id() + " does",
                    "Write one sentence that begins with " + expected + " and ends with a full stop");
        }
    }

    private void page(SpecOperation operation) {
        if (!operation.raw().containsKey("externalDocs")) {
            return;
        }
        Map<String, Object> docs = Tree.map(operation.raw().get("externalDocs"));
        String page = Tree.text(docs.get("description"));
        if (!docs.containsKey("url") || page.isEmpty() || !page.startsWith(venue)) {
            violations.report(
                    operation.pointer() + "/externalDocs",
                    "externalDocs does not lead to the page of the venue by its title",
                    "Write url, and as description the venue's name and the title of its page, such as " + venue
                            + ": Get Server Time");
        }
    }
}
