package dev.openvenue.generator.publish;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openvenue.generator.lint.SchemaCheck;
import dev.openvenue.generator.spec.Tree;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a request body and a response of the cases beside each operation: of the case that is named after the operation,
 * or else of the first of its variants, whose value the schema allows.
 */
final class Examples {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Path cases;
    private final Document document;
    private final SchemaCheck check;
    private final Set<String> supplied;

    private Examples(Path cases, Document document) {
        this.cases = cases;
        this.document = document;
        this.check = SchemaCheck.of(document.root());
        this.supplied =
                Set.copyOf(Tree.texts(Document.child(document.root(), "x-venue").get("supplies")));
    }

    /** Adds examples from a folder of cases to a document. */
    static void add(Path cases, Document document) throws IOException {
        Examples examples = new Examples(cases, document);
        for (Map<String, Object> operation : document.operations()) {
            examples.addResponse(operation);
            examples.addRequest(operation);
        }
    }

    private void addResponse(Map<String, Object> operation) throws IOException {
        Map<String, Object> content =
                content(Document.child(operation, "responses").get("200"));
        for (Path entry : find("responses", operation)) {
            Path file = entry.resolve("response.json");
            if (Files.exists(file) && added(content, entry, JSON.readValue(file.toFile(), Object.class))) {
                return;
            }
        }
    }

    private void addRequest(Map<String, Object> operation) throws IOException {
        if (!operation.containsKey("requestBody")) {
            return;
        }
        Map<String, Object> content = content(operation.get("requestBody"));
        for (Path entry : find("requests", operation)) {
            String[] parts = Files.readString(entry.resolve("request.http")).split("\n\n", 2);
            if (parts.length == 2 && added(content, entry, body(content, parts[1].strip()))) {
                return;
            }
        }
    }

    /** The folders of an operation's cases, in alphabetical order, which is that without a variant first. */
    private List<Path> find(String kind, Map<String, Object> operation) throws IOException {
        Path folder = cases.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String prefix = Tree.text(operation.get("operationId")) + '.';
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> (entry.getFileName() + ".").startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /** The one content of a body or a response. */
    private Map<String, Object> content(@Nullable Object holder) {
        Map<String, Object> resolved = document.resolve(Document.mapping(holder));
        return Document.mapping(
                Document.child(resolved, "content").values().iterator().next());
    }

    private Object body(Map<String, Object> content, String text) throws IOException {
        Map<String, Object> fields = Tree.map(
                document.resolve(Document.mapping(content.get("schema"))).get("properties"));
        if (text.startsWith("{") || text.startsWith("[")) {
            Object value = JSON.readValue(text, Object.class);
            return value instanceof Map<?, ?> ? withSupplied(fields, Tree.map(value)) : value;
        }
        Map<String, Object> form = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            form.put(parts[0], isNumber(fields.get(parts[0])) ? (Object) Long.valueOf(value) : value);
        }
        return withSupplied(fields, form);
    }

    /** The cases contain requests before signing. */
    private Map<String, Object> withSupplied(Map<String, Object> fields, Map<String, Object> body) {
        fields.forEach((name, schema) -> {
            if (supplied.contains(name)) {
                body.putIfAbsent(name, isNumber(schema) ? (Object) 0 : "supplied by the signer");
            }
        });
        return body;
    }

    private boolean isNumber(@Nullable Object schema) {
        return Tree.text(document.resolve(Tree.map(schema)).get("type")).equals("integer");
    }

    private boolean added(Map<String, Object> content, Path entry, Object value) throws IOException {
        if (!check.messages(Document.mapping(content.get("schema")), value).isEmpty()) {
            return false;
        }
        Map<String, Object> facts =
                Tree.map(JSON.readValue(entry.resolve("case.json").toFile(), Object.class));
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("summary", Tree.text(facts.get("provenance")));
        example.put("value", value);
        Document.child(content, "examples").put(entry.getFileName().toString(), example);
        return true;
    }
}
