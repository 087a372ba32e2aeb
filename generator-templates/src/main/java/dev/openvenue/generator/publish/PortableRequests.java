package dev.openvenue.generator.publish;

import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a stock client would send although nobody asked for it, or could not build. */
final class PortableRequests {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Document document;
    private final Set<String> supplied;

    PortableRequests(Document document) {
        this.document = document;
        this.supplied =
                Set.copyOf(Tree.texts(Document.child(document.root(), "x-venue").get("supplies")));
    }

    void apply() {
        document.visitAll(schema -> {
            keepDefaultAside(schema);
            List<Object> alternatives = new ArrayList<>();
            takeAlternatives(schema, alternatives);
            if (!alternatives.isEmpty()) {
                schema.put("x-alternatives", alternatives);
            }
        });
        document.operations().forEach(this::dropSuppliedParameters);
        List<Map<String, Object>> bodies = document.requestSchemas();
        document.reached(bodies)
                .forEach(name -> bodies.add(Document.mapping(document.schemas().get(name))));
        bodies.forEach(body -> Document.visit(body, this::dropSuppliedFields));
        document.operations().forEach(this::putEnumsOfFormsInPlace);
        document.operations().forEach(this::writeIdsAsText);
    }

    /** Generated clients send the defaults that a schema states; a venue applies its own. */
    private static void keepDefaultAside(Map<String, Object> schema) {
        if (schema.containsKey("default") && !(schema.get("default") instanceof Map)) {
            schema.put("x-default", schema.remove("default"));
        }
    }

    /** Either-ors between fields, and ranges of a number, which generators take for types. */
    private static void takeAlternatives(Map<String, Object> schema, List<Object> alternatives) {
        for (String key : List.of("oneOf", "anyOf")) {
            List<?> parts = Tree.list(schema.get(key));
            if (!parts.isEmpty() && parts.stream().allMatch(part -> isCondition(Tree.map(part)))) {
                alternatives.add(Map.of(key, parts));
                schema.remove(key);
            }
        }
        if (schema.containsKey("not") && isCondition(Tree.map(schema.get("not")))) {
            alternatives.add(Map.of("not", schema.remove("not")));
        }
        List<Object> parts = new ArrayList<>(Tree.list(schema.get("allOf")));
        parts.removeIf(part -> {
            Map<String, Object> condition = Document.mapping(part);
            takeAlternatives(condition, alternatives);
            return condition.isEmpty();
        });
        if (parts.isEmpty()) {
            schema.remove("allOf");
        } else {
            schema.put("allOf", parts);
        }
    }

    private static boolean isCondition(Map<String, Object> part) {
        return Set.of("required", "minimum", "maximum", "oneOf", "anyOf", "not").containsAll(part.keySet());
    }

    private void dropSuppliedParameters(Map<String, Object> operation) {
        List<Object> parameters = new ArrayList<>(Tree.list(operation.get("parameters")));
        boolean found = parameters.removeIf(parameter -> supplied.contains(
                Tree.text(document.resolve(Document.mapping(parameter)).get("name"))));
        if (found && parameters.isEmpty()) {
            operation.remove("parameters");
        } else if (found) {
            operation.put("parameters", parameters);
        }
    }

    /** On the wire a parameter or a field of a form is text, and as text an id of any length survives everywhere. */
    private void writeIdsAsText(Map<String, Object> operation) {
        for (Object parameter : Tree.list(operation.get("parameters"))) {
            Document.visit(
                    Document.child(document.resolve(Document.mapping(parameter)), "schema"),
                    PortableRequests::writeIdAsText);
        }
        Map<String, Object> form = form(operation);
        if (!form.isEmpty()) {
            Document.visit(form, PortableRequests::writeIdAsText);
        }
    }

    private static void writeIdAsText(Map<String, Object> schema) {
        if (schema.get("items") instanceof Map<?, ?> items && isId(Document.mapping(items))) {
            schema.computeIfPresent(
                    "example",
                    (key, example) ->
                            Tree.list(example).stream().map(String::valueOf).toList());
        }
        if (isId(schema)) {
            schema.remove("format");
            schema.put("type", "string");
            schema.put("pattern", "^[0-9]+$");
            schema.computeIfPresent("example", (key, example) -> String.valueOf(example));
            schema.put("x-format", "id");
        }
    }

    private static boolean isId(Map<String, Object> schema) {
        return "integer".equals(schema.get("type")) && "id".equals(schema.get("format"));
    }

    /** A signer writes these into the body when it signs. */
    private void dropSuppliedFields(Map<String, Object> schema) {
        if (schema.get("properties") instanceof Map<?, ?> properties
                && Document.mapping(properties).keySet().removeAll(supplied)) {
            List<String> required = new ArrayList<>(Tree.texts(schema.get("required")));
            required.removeAll(supplied);
            schema.put("required", required);
            if (required.isEmpty()) {
                schema.remove("required"); // An empty list is no valid value.
            }
        }
    }

    /** Some generators have no name for an enum that only a form refers to. */
    private void putEnumsOfFormsInPlace(Map<String, Object> operation) {
        Map<String, Object> form = form(operation);
        if (form.isEmpty()) {
            return;
        }
        Document.child(form, "properties").replaceAll((name, property) -> {
            Map<String, Object> target = document.resolve(Document.mapping(property));
            if (target == property || !target.containsKey("enum")) {
                return property;
            }
            Map<String, Object> copy = new LinkedHashMap<>(Document.mapping(Document.copy(target)));
            copy.remove("title");
            return copy;
        });
    }

    /** The schema of an operation's form; empty if it has none. */
    private Map<String, Object> form(Map<String, Object> operation) {
        Map<String, Object> body = Tree.map(operation.get("requestBody"));
        Map<String, Object> content = Tree.map(Tree.map(body.get("content")).get(FORM));
        return content.isEmpty() ? content : document.resolve(Document.mapping(content.get("schema")));
    }
}
