package dev.openvenue.generator.publish;

import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a venue sends need not be what its document says: generated readers must accept null, missing fields and new
 * values, and must not lose the reason of a rejection that comes with status 200.
 */
final class PortableResponses {
    private static final String RECEIVED = "Received";

    private final Document document;

    PortableResponses(Document document) {
        this.document = document;
    }

    void apply() {
        splitShared();
        document.operations().forEach(this::addRejection);
        document.operations().forEach(PortableResponses::nameStatuses);
        List<Map<String, Object>> documents = document.responseSchemas();
        List<Map<String, Object>> read = new ArrayList<>(documents);
        document.reached(read).forEach(name -> read.add(schema(name)));
        read.forEach(schema -> Document.visit(schema, PortableResponses::makeLenient));
        documents.forEach(schema -> document.resolve(schema).remove("nullable"));
    }

    private Map<String, Object> schema(String name) {
        return Document.mapping(document.schemas().get(name));
    }

    /** A component that requests and responses share is strict in the one and lenient in the other. */
    private void splitShared() {
        Set<String> shared = new LinkedHashSet<>(document.reached(document.requestSchemas()));
        Set<String> reached = document.reached(document.responseSchemas());
        shared.retainAll(reached);
        for (String name : shared) {
            if (document.schemas().putIfAbsent(name + RECEIVED, Document.copy(schema(name))) != null) {
                throw new IllegalArgumentException("The portable form needs the name " + name + RECEIVED
                        + " for what responses contain of " + name + ". Rename the other schema in the spec");
            }
        }
        List<Map<String, Object>> read = document.responseSchemas();
        reached.forEach(name -> read.add(schema(shared.contains(name) ? name + RECEIVED : name)));
        for (Map<String, Object> schema : read) {
            Document.visit(schema, part -> {
                String target = Document.component(part);
                if (target != null && shared.contains(target)) {
                    Document.refer(part, target + RECEIVED);
                }
            });
        }
    }

    /** The fields of a rejection, all that the envelope names, stand in every document that may be one. */
    private void addRejection(Map<String, Object> operation) {
        Map<String, Object> responses = Document.child(operation, "responses");
        if (!responses.containsKey("default")) {
            return;
        }
        Map<String, Object> rejection =
                Document.child(document.resolve(content(responses.get("default"))), "properties");
        Map<String, Object> none = new LinkedHashMap<>();
        envelopeFields(Map.of()).forEach(name -> add(rejection, name, none));
        Map<String, Object> ok = document.resolve(content(responses.get("200")));
        if (ok.containsKey("properties")) {
            Map<String, Object> properties = Document.child(ok, "properties");
            envelopeFields(operation).forEach(name -> add(properties, name, rejection.getOrDefault(name, none)));
            rejection.forEach((name, field) -> add(properties, name, field));
        }
    }

    /** Where a name differs from another one in punctuation alone, few languages can have both: the first stays. */
    private static void add(Map<String, Object> properties, String name, Object field) {
        if (properties.keySet().stream().noneMatch(other -> letters(other).equals(letters(name)))) {
            properties.put(name, Document.copy(field));
        }
    }

    private static String letters(String name) {
        return name.replaceAll("[-_]", "");
    }

    /** The fields in which the envelope looks for verdict, reason and payload; no schema need have them all. */
    private List<String> envelopeFields(Map<String, Object> operation) {
        Map<String, Object> envelope = Tree.map(document.root().get("x-envelope"));
        envelope.putAll(Tree.map(operation.get("x-envelope")));
        List<String> names = new ArrayList<>();
        for (String entry : List.of("verdict", "code", "message", "arguments", "data")) {
            names.addAll(Tree.texts(envelope.get(entry)));
        }
        names.remove("."); // The payload is the document.
        return names;
    }

    private Map<String, Object> content(@Nullable Object response) {
        Map<String, Object> content = Document.child(document.resolve(Document.mapping(response)), "content");
        Map<String, Object> json = Document.mapping(Objects.requireNonNull(content.get("application/json")));
        return Document.mapping(json.get("schema"));
    }

    /** Generators take two statuses with different types for an error, unless they are ranges. */
    private static void nameStatuses(Map<String, Object> operation) {
        Map<String, Object> responses = Document.child(operation, "responses");
        Object rejected = responses.remove("default");
        if (rejected != null) {
            responses.put("4XX", rejected);
            responses.put("5XX", Document.copy(rejected));
        }
    }

    private static void makeLenient(Map<String, Object> schema) {
        schema.remove("required");
        if (schema.containsKey("type")) {
            schema.put("nullable", true);
        }
        if (schema.containsKey("enum")) {
            openEnum(schema);
        }
        if (schema.containsKey("oneOf")) {
            schema.put(
                    Document.ONE_OF_SCHEMAS,
                    schema.remove("oneOf")); // An object or its bare list: any type reads both.
            schema.put("x-go-type", "json.RawMessage"); // What has no type is full of doubles in Go.
        }
    }

    /** Venues add values; a list of the known ones helps, a closed type loses an order. */
    private static void openEnum(Map<String, Object> schema) {
        List<?> values = Tree.list(schema.remove("enum"));
        List<String> names = Tree.texts(schema.remove("x-enum-varnames"));
        List<String> known = new ArrayList<>();
        List<String> texts = Tree.texts(values).stream().distinct().toList(); // 5 and '5' are one value.
        for (int i = 0; i < texts.size(); i++) {
            known.add(texts.get(i) + (names.isEmpty() ? "" : " (" + names.get(i) + ")"));
        }
        schema.put("x-extensible-enum", values);
        String description = Tree.text(schema.get("description")).strip();
        String sentence = "Known values: " + String.join(", ", known) + '.';
        schema.put("description", description.isEmpty() ? sentence : withStop(description) + ' ' + sentence);
    }

    private static String withStop(String description) {
        return description.endsWith(".") ? description : description + '.';
    }
}
