package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for what is sent that need more than one place of a spec: caps, lists in queries, what a signer supplies.
 */
final class RequestRules {
    private final SpecTree tree;
    private final Collection<SpecOperation> operations;
    private final Violations violations;

    RequestRules(SpecTree tree, Collection<SpecOperation> operations, Violations violations) {
        this.tree = tree;
        this.operations = operations;
        this.violations = violations;
    }

    void check() {
        Set<String> headers = headersOfSigner();
        operations.forEach(operation -> {
            cap(operation);
            lookupCaps(operation);
            List<Map<String, Object>> parameters = operation.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                parameter(operation.pointer() + "/parameters/" + i, parameters.get(i), headers);
            }
        });
        supplies();
        codes();
    }

    private Set<String> headersOfSigner() {
        Set<String> headers = new HashSet<>();
        Map<String, Object> schemes =
                Tree.map(Tree.map(tree.root().get("components")).get("securitySchemes"));
        schemes.values().stream()
                .map(Tree::map)
                .filter(scheme -> "header".equals(scheme.get("in")))
                .forEach(scheme -> headers.add(Tree.text(scheme.get("name")).toLowerCase(Locale.ROOT)));
        Tree.list(tree.root().get("x-client-headers"))
                .forEach(header ->
                        headers.add(Tree.text(Tree.map(header).get("name")).toLowerCase(Locale.ROOT)));
        return headers;
    }

    private void cap(SpecOperation operation) {
        Map<String, Object> batch = operation.extension("x-batch");
        for (String list : Tree.texts(batch.get("list"))) {
            Object most = operation.schemaOf(list).get("maxItems");
            Object cap = batch.get("cap");
            if (most != null && !same(most, cap)) {
                violations.report(
                        operation.pointer() + "/x-batch",
                        list + " takes " + most + " elements by its maxItems and " + (cap == null ? "any number" : cap)
                                + " by its cap",
                        "Give both the same number");
            }
        }
    }

    private void lookupCaps(SpecOperation operation) {
        List<?> lookups = Tree.list(operation.extension("x-batch-cancel").get("lookup"));
        for (Object entry : lookups) {
            Map<String, Object> lookup = Tree.map(entry);
            SpecOperation target = operations.stream()
                    .filter(other -> other.id().equals(lookup.get("operation")))
                    .findFirst()
                    .orElse(null);
            if (target == null || !Boolean.TRUE.equals(lookup.get("many"))) {
                continue;
            }
            Tree.map(lookup.get("ids")).values().forEach(argument -> {
                Object most = target.schemaOf(Tree.text(argument)).get("maxItems");
                Object cap = most == null ? target.extension("x-batch").get("cap") : most;
                if (cap != null && !same(cap, lookup.get("cap"))) {
                    violations.report(
                            operation.pointer() + "/x-batch-cancel/lookup",
                            "cap is " + (lookup.containsKey("cap") ? lookup.get("cap") : "absent") + ", and "
                                    + target.id() + " takes " + cap,
                            "Give both the same number");
                }
            });
        }
    }

    private static boolean same(Object one, @Nullable Object other) {
        return other != null && new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }

    private void parameter(String at, Map<String, Object> parameter, Set<String> headersOfSigner) {
        String name = Tree.text(parameter.get("name"));
        if ("header".equals(parameter.get("in")) && headersOfSigner.contains(name.toLowerCase(Locale.ROOT))) {
            violations.report(
                    at, name + " is set by the signer or by the client", "Remove the parameter; no call states it");
        }
        boolean list = tree.resolve(Tree.map(parameter.get("schema"))).containsKey("items");
        if (list && "query".equals(parameter.get("in")) && !Boolean.FALSE.equals(parameter.get("explode"))) {
            violations.report(
                    at,
                    "the list " + name + " of a query is not joined",
                    "Write style: form and explode: false; a list is sent as one parameter, joined with commas");
        }
    }

    private void supplies() {
        Object names = Tree.map(tree.root().get("x-venue")).get("supplies");
        List<String> supplied = names instanceof List<?> ? Tree.texts(names) : List.of();
        for (int i = 0; i < supplied.size(); i++) {
            String name = supplied.get(i);
            if (operations.stream().noneMatch(operation -> operation.takes(name))) {
                violations.report(
                        "/x-venue/supplies/" + i,
                        "no operation has a parameter " + name,
                        "Correct the name, or leave it out if no operation declares what the signer adds");
            }
        }
    }

    private void codes() {
        Set<String> seen = new HashSet<>();
        List<?> entries = Tree.list(tree.root().get("x-error-codes"));
        for (int i = 0; i < entries.size(); i++) {
            for (String code : Tree.texts(Tree.map(entries.get(i)).get("codes"))) {
                if (!seen.add(code)) {
                    violations.report(
                            "/x-error-codes/" + i, "the code " + code + " has an entry already", "Keep one of the two");
                }
            }
        }
    }
}
