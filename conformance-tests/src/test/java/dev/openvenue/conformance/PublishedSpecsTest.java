package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.openvenue.generator.lint.SchemaCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What other languages get: the files of the artifact {@code openvenue-specs}. */
final class PublishedSpecsTest {
    private static final String FOLDER = "/dev/openvenue/specs/";

    @Test
    void theJarHasItsLicenceAndTheFormatsOfItsData() throws IOException {
        assertThat(resource("/META-INF/LICENSE")).contains("Apache License");
        assertThat(Json.map(Json.parse(resource(FOLDER + "vocabulary.schema.json"))))
                .containsKey("$defs");
        assertThat(resource(FOLDER + "README.md")).contains("## Vocabulary");
    }

    @TestFactory
    Stream<DynamicTest> everyCaseSatisfiesThePublishedSchemaOfCases() {
        return CaseFormat.kinds().stream()
                .map(kind -> DynamicTest.dynamicTest(kind, () -> {
                    ObjectMapper json = new ObjectMapper();
                    JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(json.valueToTree(CaseFormat.schema(kind)));
                    for (Venue venue : Venue.all()) {
                        for (Case test : Case.all(venue, kind)) {
                            assertThat(schema.validate(json.readTree(test.file("case.json"))))
                                    .as(test.toString())
                                    .isEmpty();
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasExamplesInBothForms() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(venue.name(), () -> {
                    for (String form : List.of("openapi", "portable")) {
                        Map<String, @Nullable Object> spec = spec(venue, form);
                        for (Map<String, @Nullable Object> operation : operations(spec)) {
                            String id = form + " " + Json.text(operation, "operationId");
                            assertThat(content(operation.get("responses"), "200"))
                                    .as(id + ", response")
                                    .containsKey("examples");
                            if (operation.containsKey("requestBody")) {
                                assertThat(content(operation, "requestBody"))
                                        .as(id + ", request")
                                        .containsKey("examples");
                            }
                        }
                    }
                }));
    }

    /** Stock generators take an unknown format of an integer for 32 bits. */
    @TestFactory
    Stream<DynamicTest> thePortableFormHasNoWordsThatStockGeneratorsMisread() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(venue.name(), () -> {
                    Set<String> odd = new TreeSet<>();
                    collect(spec(venue, "portable"), "", odd);
                    assertThat(odd).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicContainer> thePortableFormAllowsEveryResponseAndKeepsEveryReason() {
        return Venue.all().stream().map(venue -> {
            Map<String, @Nullable Object> spec = spec(venue, "portable");
            SchemaCheck check = SchemaCheck.of(known(spec));
            Stream<Case> responses = Case.all(venue, "responses").stream()
                    .filter(test -> test.isWhole() && test.text("schema").isEmpty());
            Stream<Case> rejections = Case.all(venue, "errors").stream()
                    .filter(test -> List.of("", "200").contains(test.text("status")) && test.isWhole());
            return DynamicContainer.dynamicContainer(
                    venue.name(),
                    Stream.concat(responses, rejections)
                            .map(test -> DynamicTest.dynamicTest(
                                    test.kind() + " " + test.name(), () -> assertAllowed(test, spec, check))));
        });
    }

    private static void assertAllowed(Case test, Map<String, @Nullable Object> spec, SchemaCheck check) {
        String name = test.kind().equals("errors") ? test.text("operation") : test.operation();
        Map<String, @Nullable Object> operation = operations(spec).stream()
                .filter(candidate -> name.equals(candidate.get("operationId")))
                .findFirst()
                .orElseThrow();
        Map<String, @Nullable Object> schema =
                Json.map(content(operation.get("responses"), "200").get("schema"));
        Object document = Json.parse(test.file("response.json"));

        assertThat(check.messages(known(schema), document)).isEmpty();
        Map<String, @Nullable Object> fields = Json.map(resolve(spec, schema).get("properties"));
        if (test.kind().equals("errors") && !fields.isEmpty()) {
            assertThat(fields.keySet()).containsAll(Json.map(document).keySet());
        }
    }

    private static Map<String, @Nullable Object> resolve(
            Map<String, @Nullable Object> spec, Map<String, @Nullable Object> schema) {
        String reference = Json.text(schema, "$ref");
        return reference.isEmpty()
                ? schema
                : Json.map(Json.map(Json.map(spec.get("components")).get("schemas"))
                        .get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private static void collect(@Nullable Object node, String pointer, Set<String> odd) {
        if (node instanceof List<?> list) {
            list.forEach(item -> collect(item, pointer, odd));
        }
        Json.map(node).forEach((key, value) -> {
            if (!key.startsWith("x-") && !key.startsWith("example")) {
                collect(value, pointer + "/" + key, odd);
            }
        });
        Map<String, @Nullable Object> map = Json.map(node);
        if (map.get("type") instanceof String) {
            String format = Json.text(map, "format");
            if (!Set.of("", "int32", "int64", "double", "password").contains(format)) {
                odd.add(pointer + ": format " + format);
            }
            for (String word : List.of("default", "oneOf", "anyOf", "not")) {
                if (map.containsKey(word)) {
                    odd.add(pointer + ": " + word);
                }
            }
        }
    }

    private static List<Map<String, @Nullable Object>> operations(Map<String, @Nullable Object> spec) {
        return Json.map(spec.get("paths")).values().stream()
                .flatMap(path -> Json.map(path).values().stream())
                .map(Json::map)
                .filter(candidate -> candidate.containsKey("operationId"))
                .toList();
    }

    private static Map<String, @Nullable Object> content(@Nullable Object holder, String key) {
        Map<String, @Nullable Object> contents =
                Json.map(Json.map(Json.map(holder).get(key)).get("content"));
        return Json.map(contents.values().iterator().next());
    }

    private static Map<String, @Nullable Object> spec(Venue venue, String form) {
        return Json.map(Json.parse(resource(FOLDER + venue.name() + "/" + form + ".json")));
    }

    /** Without the members that are null, which no schema of a spec has. */
    private static Map<String, Object> known(Map<String, @Nullable Object> map) {
        Map<String, Object> known = new LinkedHashMap<>();
        map.forEach((key, value) -> known.put(key, Objects.requireNonNull(value)));
        return known;
    }

    private static String resource(String name) {
        try (InputStream in = PublishedSpecsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
