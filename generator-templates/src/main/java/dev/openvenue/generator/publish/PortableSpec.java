package dev.openvenue.generator.publish;

import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The same API as a spec describes, in terms that stock generators get right: the rules are in {@code specs/README.md},
 * "The portable form". Nothing that was said is lost; what stock tools do not know moves to keys that they ignore.
 */
final class PortableSpec {
    private static final String RESPONSE = "Response";
    private static final String PARAMETERS = "parameters";
    private static final String PARAMETER = "Parameter";

    private final Document document;

    private PortableSpec(Document document) {
        this.document = document;
    }

    static Map<String, Object> of(SpecBundle bundle) {
        Document document = new Document(bundle.document());
        PortableSpec spec = new PortableSpec(document);
        new PortableRequests(document).apply();
        new PortableResponses(document).apply();
        document.visitAll(PortableSpec::useStandardFormats);
        shortenDescription(Document.child(document.root(), "info"));
        spec.rename(name -> name.endsWith(RESPONSE) ? stem(name) + "Envelope" : name);
        spec.rename(name -> name.startsWith("New") && document.schemas().containsKey(name.substring(3))
                ? name.substring(3) + "Input"
                : name);
        spec.renameParameters();
        return document.root();
    }

    /** Some generators make a type of a parameter, and have one name for both where a schema is called like it. */
    private void renameParameters() {
        Map<String, Object> components = Document.child(document.root(), "components");
        if (!components.containsKey(PARAMETERS)) {
            return;
        }
        Map<String, Object> parameters = Document.child(components, PARAMETERS);
        Map<String, Object> renamed = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> renamed.put(name + PARAMETER, parameter));
        parameters.clear();
        parameters.putAll(renamed);
        for (Map<String, Object> operation : document.operations()) {
            for (Object parameter : Tree.list(operation.get(PARAMETERS))) {
                Document.mapping(parameter).computeIfPresent("$ref", (key, reference) -> reference + PARAMETER);
            }
        }
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - RESPONSE.length());
    }

    /** Generators repeat it at the top of every file. */
    private static void shortenDescription(Map<String, Object> info) {
        String whole = Tree.text(info.get("description"));
        String first = whole.strip().split("\n\\s*\n", 2)[0];
        if (!first.equals(whole.strip())) {
            info.put("description", first);
            info.put("x-description", whole);
        }
    }

    /** The formats of specs/README.md become standard ones; {@code x-format} keeps them. */
    private static void useStandardFormats(Map<String, Object> schema) {
        String format = Tree.text(schema.get("format"));
        switch (Tree.text(schema.get("type")) + " " + format) {
            case "integer id", "integer epoch-millis", "integer epoch-seconds" -> schema.put("format", "int64");
            case "number decimal" -> schema.put("format", "double");
            case "string decimal", "string epoch-millis", "string byte" -> schema.remove("format");
            case " id", " decimal" -> {
                schema.remove("format");
                schema.put("x-go-type", "json.RawMessage"); // Any other type of Go's would round it.
            }
            case "boolean capitalized" -> {
                schema.remove("format");
                schema.put("type", "string");
                schema.put("enum", List.of("True", "False"));
                schema.computeIfPresent("example", (key, example) -> capitalized(example));
            }
            default -> {
                return;
            }
        }
        schema.put("x-format", format);
    }

    private static Object capitalized(Object example) {
        return Boolean.TRUE.equals(example) ? "True" : "False";
    }

    /** Renames components, and the titles of inline schemas. */
    private void rename(UnaryOperator<String> names) {
        document.visitAll(schema -> {
            String target = Document.component(schema);
            if (target != null) {
                Document.refer(schema, names.apply(target));
            } else if (schema.get("title") instanceof String title) {
                schema.put("title", names.apply(title));
            }
        });
        Map<String, Object> schemas = document.schemas();
        Map<String, Object> renamed = new LinkedHashMap<>();
        for (Map.Entry<String, Object> schema : schemas.entrySet()) {
            String name = names.apply(schema.getKey());
            if (renamed.put(name, schema.getValue()) != null || taken(schemas.keySet(), schema.getKey(), name)) {
                throw new IllegalArgumentException("Two schemas would be called " + name
                        + " in the portable form, one of them is " + schema.getKey() + ". Rename one in the spec");
            }
        }
        schemas.clear();
        schemas.putAll(renamed);
    }

    private static boolean taken(Set<String> names, String old, String name) {
        return !name.equals(old) && names.contains(name);
    }
}
