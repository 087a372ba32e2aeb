package dev.openvenue.site;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The published spec of a venue. A number keeps its digits. */
final class Spec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final JsonNode document;

    /** An operation with its method and path. */
    record Operation(String method, String path, JsonNode facts) {
        String id() {
            return facts.path("operationId").asText();
        }

        String tag() {
            return facts.path("tags").path(0).asText("Other");
        }
    }

    Spec(JsonNode document) {
        this.document = document;
    }

    static Spec read(Path file) throws IOException {
        return new Spec(JSON.readTree(file.toFile()));
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    JsonNode at(String name) {
        return document.path(name);
    }

    String id() {
        return at("x-venue").path("id").asText();
    }

    String name() {
        return at("x-venue").path("name").asText();
    }

    /** The operations by their tags, in the order of the spec. */
    Map<String, List<Operation>> operations() {
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        at("tags").forEach(tag -> byTag.put(tag.path("name").asText(), new ArrayList<>()));
        at("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    Operation operation =
                            new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue());
                    byTag.computeIfAbsent(operation.tag(), tag -> new ArrayList<>())
                            .add(operation);
                }));
        byTag.values().removeIf(List::isEmpty);
        return byTag;
    }

    JsonNode schemas() {
        return at("components").path("schemas");
    }

    /** What a reference leads to; the node itself if it is none. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** The last part of a reference; empty text if the node is none. */
    static String name(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    static String pretty(JsonNode node) throws IOException {
        return JSON.writeValueAsString(node);
    }
}
