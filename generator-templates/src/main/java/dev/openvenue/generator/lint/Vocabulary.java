package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The extensions that a spec may use, where and in what form, and the verbs with which operation ids begin; read from
 * {@code vocabulary.yaml}.
 */
public final class Vocabulary {
    static final String ROOT = "root";
    static final String OPERATION = "operation";
    static final String SCHEMA = "schema";
    static final String NOWHERE = "nowhere";

    private final Map<String, Object> places;
    private final List<String> verbs;
    private final Map<String, Object> standard;
    private final SchemaCheck check;

    private Vocabulary(Map<String, Object> document) {
        this.places = Tree.map(document.get("places"));
        this.verbs = Tree.texts(document.get("verbs"));
        this.standard = Tree.map(document.get("standard"));
        this.check = SchemaCheck.of(document);
    }

    /** The vocabulary of this version. */
    static Vocabulary load() {
        return new Vocabulary(read());
    }

    /**
     * The vocabulary as JSON Schema (draft 2020-12): its {@code $defs} named {@code root}, {@code operation} and
     * {@code schema} describe the extensions that an object at that place may have.
     */
    public static Map<String, Object> jsonSchema() {
        Map<String, Object> document = read();
        Map<String, Object> definitions = new LinkedHashMap<>();
        Tree.map(document.get("places")).forEach((place, extensions) -> {
            // In this order always; the entries of Map.of have another one in each process.
            Map<String, Object> definition = new LinkedHashMap<>();
            definition.put("type", "object");
            definition.put("properties", standard(extensions));
            definitions.put(place, definition);
        });
        Tree.map(Tree.map(document.get("components")).get("schemas"))
                .forEach((name, schema) -> definitions.put(name, standard(schema)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "The OpenAPI extensions of OpenVenue's specs, explained in README.md");
        schema.put("$defs", definitions);
        return schema;
    }

    /** Without our messages, and with references as JSON Schema has them. */
    private static Object standard(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Vocabulary::standard).toList();
        }
        if (value instanceof String text) {
            return text.replace("#/components/schemas/", "#/$defs/");
        }
        if (value instanceof Map<?, ?>) {
            Map<String, Object> copy = new LinkedHashMap<>(Tree.map(value));
            copy.remove("x-message");
            copy.replaceAll((key, item) -> standard(item));
            return copy;
        }
        return value;
    }

    private static Map<String, Object> read() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/openvenue/vocabulary.yaml")) {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return Tree.map(yaml.load(Objects.requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verbs with which an operationId begins, such as {@code list}. */
    List<String> verbs() {
        return verbs;
    }

    /** The standard keys that mean something at a place; empty if anything may stand there. */
    List<String> standardKeys(String place) {
        List<String> keys = new ArrayList<>(Tree.texts(standard.get(place)));
        if (place.equals("element")) {
            keys.addAll(Tree.texts(standard.get(SCHEMA)));
        }
        return keys;
    }

    /** Checks the key at a pointer of the spec, and its value; a place is one of the constants. */
    void check(String pointer, String place, String key, @Nullable Object value, Violations violations) {
        Map<String, Object> schemas = Tree.map(places.get(place));
        if (!schemas.containsKey(key)) {
            Set<String> known = new TreeSet<>(schemas.keySet());
            String allowed =
                    known.isEmpty() ? "No extension may stand here" : "Here may stand " + String.join(", ", known);
            violations.report(pointer, key + " is not in the vocabulary of this place", allowed);
            return;
        }
        check.violations(Tree.map(schemas.get(key)), value)
                .forEach(v -> violations.report(
                        pointer + v.pointer(), key + ": " + v.message(), "specs/README.md shows " + key));
    }
}
