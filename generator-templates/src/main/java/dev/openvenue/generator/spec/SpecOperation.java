package dev.openvenue.generator.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An operation of a raw spec.
 *
 * @param tree the spec
 * @param pointer where the operation is
 * @param raw the raw operation
 */
public record SpecOperation(SpecTree tree, String pointer, Map<String, Object> raw) {
    /** More parameters than this are collected in a request record. */
    public static final int MOST_POSITIONS = 3;

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** Whether a key of a path item is an HTTP method, whose value is an operation. */
    public static boolean isMethod(String key) {
        return METHODS.contains(key);
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return step(1).toUpperCase(Locale.ROOT);
    }

    /** The path, with placeholders in braces. */
    public String path() {
        return step(2).replace("~1", "/").replace("~0", "~");
    }

    private String step(int fromEnd) {
        String[] steps = pointer.split("/");
        return steps[steps.length - fromEnd];
    }

    /** The {@code operationId}. */
    public String id() {
        return Tree.text(raw.get("operationId"));
    }

    /** The name of the record that collects the parameters if there are many. */
    public String request() {
        String id = id();
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + "Request";
    }

    /** Whether a request must be signed. */
    public boolean signed() {
        return !raw.containsKey("security") || !Tree.list(raw.get("security")).isEmpty();
    }

    /** An extension as a mapping; empty if it is absent or another value. */
    public Map<String, Object> extension(String key) {
        return Tree.map(raw.get(key));
    }

    /** The declared parameters, references followed. */
    public List<Map<String, Object>> parameters() {
        List<Map<String, Object>> parameters = new ArrayList<>();
        Tree.list(raw.get("parameters")).forEach(p -> parameters.add(tree.resolve(Tree.map(p))));
        return parameters;
    }

    /** The arguments from the parameters and a form, which are sent as text. */
    public Map<String, Map<String, Object>> plainArguments() {
        Map<String, Map<String, Object>> arguments = new LinkedHashMap<>();
        parameters().forEach(p -> arguments.put(Tree.text(p.get("name")), Tree.map(p.get("schema"))));
        arguments.putAll(form());
        return arguments;
    }

    /** The fields of a form; empty if the body is not a form. */
    public Map<String, Map<String, Object>> form() {
        return content(body()).containsKey(FORM) ? tree.members(bodySchema()) : Map.of();
    }

    /**
     * The names that an extension may use for what is sent: parameters, top-level fields of the body, {@code .} for a
     * list.
     */
    public Set<String> arguments() {
        Set<String> names = new HashSet<>(plainArguments().keySet());
        names.addAll(tree.members(bodySchema()).keySet());
        if (tree.resolve(bodySchema()).containsKey("items")) {
            names.add(".");
        }
        return names;
    }

    /** Whether an argument exists. */
    public boolean takes(String argument) {
        return arguments().contains(argument);
    }

    /** Whether the elements of a list argument have a field. */
    public boolean takes(String list, String field) {
        return arguments().contains(list)
                && tree.members(tree.element(schemaOf(list))).containsKey(field);
    }

    /** The name of the schema of the elements of a list argument; empty if it has none. */
    public String elementName(String list) {
        Map<String, Object> items = Tree.map(schemaOf(list).get("items"));
        String reference = Tree.text(items.get("$ref"));
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** Whether a name is that of an argument, or of a field that the elements of a list in the body have. */
    public boolean takesAnywhere(String name) {
        return takes(name) || arguments().stream().anyMatch(list -> takes(list, name));
    }

    /**
     * The schema of an argument, or of a field that the elements of a list in the body have; empty if there is none.
     */
    public Map<String, Object> schemaAnywhere(String name) {
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        arguments().forEach(list -> found.putAll(tree.members(tree.element(schemaOf(list)))));
        found.putAll(tree.members(bodySchema()));
        found.putAll(plainArguments());
        return tree.resolve(found.getOrDefault(name, Map.of()));
    }

    public boolean hasBody() {
        return !body().isEmpty();
    }

    /** The schema of the body; empty without a body, and if it has another content type. */
    public Map<String, Object> bodySchema() {
        Map<String, Object> content = content(body());
        return Tree.map(Tree.map(content.getOrDefault(FORM, content.get(JSON))).get("schema"));
    }

    /** Whether the schema of the body has this name. */
    public boolean isBody(String name) {
        return Tree.text(bodySchema().get("$ref")).endsWith("/" + name)
                || bodySchema().getOrDefault("title", "").equals(name);
    }

    /** Whether the response is described as a document. */
    public boolean responds() {
        return content(ok()).containsKey(JSON);
    }

    /** The schema of the response, envelope included. */
    public Map<String, Object> response() {
        return Tree.map(Tree.map(content(ok()).get(JSON)).get("schema"));
    }

    /** The entries of the envelope that applies to this operation. */
    public Map<String, Object> envelope() {
        Map<String, Object> envelope = new LinkedHashMap<>(Tree.map(tree.root().get("x-envelope")));
        envelope.putAll(Tree.map(raw.get("x-envelope")));
        return envelope;
    }

    /** Where the payload is in the response: the name of a field, or {@code .} for the whole response. */
    public String payloadLocation() {
        return Tree.text(envelope().get("data"));
    }

    /** The schema of the payload; empty if the response has none. */
    public Map<String, Object> payload() {
        return at(payloadLocation(), response());
    }

    /** Whether the operation is paginated. */
    public boolean paginated() {
        return !extension("x-page").isEmpty();
    }

    /** Where the rows of a page are in the payload: the name of a field, or {@code .} for the whole payload. */
    public String rowsLocation() {
        return Tree.text(extension("x-page").getOrDefault("rows", "."));
    }

    /** Whether there is a list where the rows of a page are. */
    public boolean hasRows() {
        Map<String, Object> list = tree.resolve(at(rowsLocation(), payload()));
        return list.containsKey("items") && !list.containsKey("x-json-array");
    }

    private Map<String, Object> at(String location, Map<String, Object> schema) {
        return location.equals(".") ? schema : tree.members(schema).getOrDefault(location, Map.of());
    }

    /** The schema of an argument; empty if there is none. */
    public Map<String, Object> schemaOf(String argument) {
        return tree.resolve(decoded(declared(argument)));
    }

    private Map<String, Object> declared(String argument) {
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
