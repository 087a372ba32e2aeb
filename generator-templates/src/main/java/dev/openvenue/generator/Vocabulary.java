package dev.openvenue.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
final class Vocabulary {
    static final String ROOT = "root";
    static final String OPERATION = "operation";
    static final String SCHEMA = "schema";
    static final String NOWHERE = "nowhere";

    /** A problem of an extension: what, where inside it, and the fix. */
    record Finding(String pointer, String message, String fix) {}

    private final Map<String, Object> places;
    private final List<String> verbs;
    private final SchemaCheck check;

    private Vocabulary(Map<String, Object> document) {
        this.places = Tree.map(document.get("places"));
        this.verbs = Tree.texts(document.get("verbs"));
        this.check = SchemaCheck.of(document);
    }

    /** The vocabulary of this version. */
    static Vocabulary load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/openvenue/vocabulary.yaml")) {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            return new Vocabulary(Tree.map(yaml.load(Objects.requireNonNull(in))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verbs with which an operationId begins, such as {@code list}. */
    List<String> verbs() {
        return verbs;
    }

    /** The problems of a key at a place, and of its value. */
    List<Finding> problemsOf(String place, String key, @Nullable Object value) {
        Map<String, Object> schemas = Tree.map(places.get(place));
        if (!schemas.containsKey(key)) {
            Set<String> known = new TreeSet<>(schemas.keySet());
            String allowed =
                    known.isEmpty() ? "No extension may stand here" : "Here may stand " + String.join(", ", known);
            return List.of(new Finding("", key + " is not in the vocabulary of this place", allowed));
        }
        return check.violations(Tree.map(schemas.get(key)), value).stream()
                .map(v -> new Finding(v.pointer(), key + ": " + v.message(), "specs/README.md shows " + key))
                .toList();
    }
}
