package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.SpecTree;
import dev.openvenue.generator.spec.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that an operation must satisfy to become a method. */
final class OperationRules {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final Map<String, Object> root;
    private final SpecTree tree;
    private final Violations violations;
    private final OperationNameRules names;
    private final Map<String, SpecOperation> byId = new LinkedHashMap<>();
    private final Set<String> usedTags = new HashSet<>();
    private final Set<String> declaredTags = new HashSet<>();

    OperationRules(Map<String, Object> root, List<String> verbs, Violations violations) {
        this.root = root;
        this.names = new OperationNameRules(
                verbs, Tree.text(Tree.map(root.get("x-venue")).get("name")), violations);
        this.tree = new SpecTree(root);
        this.violations = violations;
        Tree.list(root.get("tags"))
                .forEach(tag -> declaredTags.add(Tree.text(Tree.map(tag).get("name"))));
    }

    /** The operations that were checked, by their ids. */
    Map<String, SpecOperation> byId() {
        return byId;
    }

    void check(String pointer, Map<String, Object> raw) {
        SpecOperation operation = new SpecOperation(tree, pointer, raw);
        for (String key : List.of("operationId", "summary", "description", "externalDocs", "x-retry")) {
            if (!raw.containsKey(key)) {
                violations.report(pointer, "the operation has no " + key, "Add it; the generated method needs it");
            }
        }
        if (raw.containsKey("operationId")) {
            id(operation);
        }
        names.check(operation);
        tags(operation);
        bodies(operation);
        placeholders(operation);
        seconds(operation);
    }

    /**
     * The rules that need all operations.
     *
     * @param schemas the names of all schemas that have one
     */
    void finish(Set<String> schemas) {
        byId.values().forEach(operation -> request(operation, schemas));
        List<?> tags = Tree.list(root.get("tags"));
        for (int i = 0; i < tags.size(); i++) {
            String name = Tree.text(Tree.map(tags.get(i)).get("name"));
            String at = "/tags/" + i;
            String message = JavaNames.violationOfTag(name);
            if (!message.isEmpty()) {
                violations.report(at, "the tag " + name + " " + message, "Rename it; it becomes an interface");
            }
            if (!usedTags.contains(name)) {
                violations.report(at, "no operation has the tag " + name, "Remove it, or tag the operations");
            }
        }
    }

    private void id(SpecOperation operation) {
        String id = operation.id();
        String at = operation.pointer() + "/operationId";
        if (!JavaNames.isMethod(id)) {
            violations.report(
                    at, "the operationId " + id + " cannot be a Java method", "Choose a Java identifier in camelCase");
        }
        if (byId.putIfAbsent(id, operation) != null) {
            violations.report(
                    at, "a second operation is called " + id, "Choose another operationId; it names the method");
        }
    }

    /** No class is generated for the schema of a form, so the record of its fields may have its name. */
    private void request(SpecOperation operation, Set<String> schemas) {
        String request = operation.request();
        Set<String> supplied =
                Set.copyOf(Tree.texts(Tree.map(root.get("x-venue")).get("supplies")));
        long arguments = operation.plainArguments().keySet().stream()
                        .filter(name -> !supplied.contains(name))
                        .count()
                + (operation.hasBody() && operation.form().isEmpty() ? 1 : 0);
        boolean ownForm = !operation.form().isEmpty() && operation.isBody(request);
        if (arguments > SpecOperation.MOST_POSITIONS && schemas.contains(request) && !ownForm) {
            violations.report(
                    operation.pointer() + "/operationId",
                    "the record of its parameters is called " + request + ", and so is a schema",
                    "Rename the schema");
        }
    }

    private void tags(SpecOperation operation) {
        List<String> tags = Tree.texts(operation.raw().get("tags"));
        usedTags.addAll(tags);
        if (tags.size() != 1) {
            violations.report(
                    operation.pointer(),
                    "the operation does not have exactly one tag",
                    "Name one; the tag becomes the interface");
        } else if (!declaredTags.contains(tags.get(0))) {
            violations.report(
                    operation.pointer() + "/tags/0",
                    "the root does not describe the tag " + tags.get(0),
                    "Add it to the root's tags, with a description");
        }
    }

    private void bodies(SpecOperation operation) {
        if (!operation.responds()) {
            violations.report(
                    operation.pointer(),
                    "the operation has no 200 response of application/json",
                    "Describe the document that the venue responds with");
        }
        if (operation.hasBody() && Set.of("GET", "HEAD", "OPTIONS").contains(operation.method())) {
            violations.report(
                    operation.pointer() + "/requestBody",
                    "a " + operation.method() + " request has no body",
                    "Describe parameters, or another method; a body is sent under POST, PUT, PATCH and DELETE");
        }
        if (operation.hasBody() && operation.bodySchema().isEmpty()) {
            violations.report(
                    operation.pointer() + "/requestBody",
                    "the body is neither application/json nor a form",
                    "Describe one of the two");
        }
    }

    private void placeholders(SpecOperation operation) {
        Matcher path = PLACEHOLDER.matcher(operation.path());
        Set<String> open = new HashSet<>();
        while (path.find()) {
            open.add(path.group(1));
        }
        operation.parameters().forEach(parameter -> {
            String name = Tree.text(parameter.get("name"));
            if ("path".equals(parameter.get("in")) && !open.remove(name)) {
                violations.report(
                        operation.pointer(), "the path has no place for " + name, "Write {" + name + "} in the path");
            }
        });
        open.forEach(name -> violations.report(
                operation.pointer(), "nothing fills {" + name + "} of the path", "Add a path parameter " + name));
    }

    /** A converter to text knows only the type, and an {@code Instant} does not say that its unit is the second. */
    private void seconds(SpecOperation operation) {
        List<Map<String, Object>> parameters = operation.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Map<String, Object> parameter = parameters.get(i);
            String at = operation.pointer() + "/parameters/" + i;
            seconds(at, Tree.text(parameter.get("name")), Tree.map(parameter.get("schema")));
        }
        operation.form().forEach((name, schema) -> seconds(operation.pointer() + "/requestBody", name, schema));
    }

    private void seconds(String pointer, String name, Map<String, Object> schema) {
        if ("epoch-seconds".equals(tree.resolve(schema).get("format"))) {
            violations.report(
                    pointer, "the parameter " + name + " is of the format epoch-seconds", "Write format: int64");
        }
    }
}
