package dev.openvenue.generator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation of a raw spec.
 *
 * @param tree the spec
 * @param pointer where the operation is
 * @param raw the raw operation
 */
record SpecOperation(SpecTree tree, String pointer, Map<String, Object> raw) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    String id() {
        return Tree.text(raw.get("operationId"));
    }

    /** The declared parameters, references followed. */
    List<Map<String, Object>> parameters() {
        List<Map<String, Object>> parameters = new ArrayList<>();
        Tree.list(raw.get("parameters")).forEach(p -> parameters.add(tree.resolve(Tree.map(p))));
        return parameters;
    }

    /** The arguments from the parameters and a form, which are sent as text. */
    Map<String, Map<String, Object>> plainArguments() {
        Map<String, Map<String, Object>> arguments = new LinkedHashMap<>();
        parameters().forEach(p -> arguments.put(Tree.text(p.get("name")), Tree.map(p.get("schema"))));
        arguments.putAll(form());
        return arguments;
    }

    /** The fields of a form; empty if the body is not a form. */
    Map<String, Map<String, Object>> form() {
        return content(body()).containsKey(FORM) ? tree.members(bodySchema()) : Map.of();
    }

    /**
     * The names that an extension may use for what is sent: parameters, top-level fields of the body, {@code .} for a
     * list.
     */
    Set<String> arguments() {
        Set<String> names = new HashSet<>(plainArguments().keySet());
        names.addAll(tree.members(bodySchema()).keySet());
        if (tree.resolve(bodySchema()).containsKey("items")) {
            names.add(".");
        }
        return names;
    }

    /** Whether an argument exists. */
    boolean takes(String argument) {
        return arguments().contains(argument);
    }

    /** Whether the elements of a list argument have a field. */
    boolean takes(String list, String field) {
        return arguments().contains(list)
                && tree.members(tree.element(decoded(schemaOf(list)))).containsKey(field);
    }

    /** Whether a name is that of an argument, or of a field that the elements of a list in the body have. */
    boolean takesAnywhere(String name) {
        return takes(name) || arguments().stream().anyMatch(list -> takes(list, name));
    }

    /**
     * The schema of an argument, or of a field that the elements of a list in the body have; empty if there is none.
     */
    Map<String, Object> schemaAnywhere(String name) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        arguments().forEach(list -> found.putAll(tree.members(tree.element(decoded(schemaOf(list))))));
        found.putAll(tree.members(bodySchema()));
        found.putAll(plainArguments());
        return tree.resolve(found.getOrDefault(name, Map.of()));
    }

    boolean hasBody() {
        return !body().isEmpty();
    }

    /** The schema of the body; empty without a body, and if it has another content type. */
    Map<String, Object> bodySchema() {
        Map<String, Object> content = content(body());
        return Tree.map(Tree.map(content.getOrDefault(FORM, content.get(JSON))).get("schema"));
    }

    /** Whether the schema of the body has this name. */
    boolean isBody(String name) {
        return Tree.text(bodySchema().get("$ref")).endsWith("/" + name)
                || bodySchema().getOrDefault("title", "").equals(name);
    }

    /** Whether the response is described as a document. */
    boolean answers() {
        return content(ok()).containsKey(JSON);
    }

    /** The schema of the response, envelope included. */
    Map<String, Object> answer() {
        return Tree.map(Tree.map(content(ok()).get(JSON)).get("schema"));
    }

    /** The entries of the envelope that applies to this operation. */
    Map<String, Object> envelope() {
        Map<String, Object> envelope = new LinkedHashMap<>(Tree.map(tree.root().get("x-envelope")));
        envelope.putAll(Tree.map(raw.get("x-envelope")));
        return envelope;
    }

    /** The schema of the payload; empty if the response has none. */
    Map<String, Object> payload() {
        String data = Tree.text(envelope().get("data"));
        return data.equals(".") ? answer() : tree.members(answer()).getOrDefault(data, Map.of());
    }

    private Map<String, Object> schemaOf(String argument) {
        return argument.equals(".")
                ? bodySchema()
                : plainArguments()
                        .getOrDefault(argument, tree.members(bodySchema()).getOrDefault(argument, Map.of()));
    }

    private Map<String, Object> decoded(Map<String, Object> schema) {
        Map<String, Object> encoding = Tree.map(tree.resolve(schema).get("x-encoding"));
        return encoding.isEmpty() ? schema : Tree.map(encoding.get("base64-json"));
    }

    private Map<String, Object> body() {
        return tree.resolve(Tree.map(raw.get("requestBody")));
    }

    private Map<String, Object> ok() {
        return tree.resolve(Tree.map(Tree.map(raw.get("responses")).get("200")));
    }

    private static Map<String, Object> content(Map<String, Object> holder) {
        return Tree.map(holder.get("content"));
    }
}
