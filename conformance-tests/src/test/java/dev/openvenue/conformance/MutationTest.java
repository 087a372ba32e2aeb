package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.error.MalformedResponseException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * What venues change without notice must not break a client: every response is decoded again with an unknown field in
 * every object, null in every place, each member gone, numbers as text and text as numbers, and enum values that no
 * spec lists.
 */
final class MutationTest {
    private static final String NEW_FIELD = "field-of-tomorrow";
    private static final String NEW_WORD = "a-word-of-tomorrow";

    @TestFactory
    Stream<DynamicContainer> responsesWithUnknownFieldsDecodeAndLoseNothing() {
        return alongTheSchema("unknown-fields", (schema, value) -> {
            if (value instanceof Map<?, ?> && schema.containsKey("properties")) {
                Map<String, @Nullable Object> copy = Json.map(value);
                copy.put(NEW_FIELD, List.of(Map.of("deep", BigDecimal.ONE)));
                return copy;
            }
            return value;
        });
    }

    @TestFactory
    Stream<DynamicContainer> responsesWithUnknownEnumValuesDecodeAndLoseNothing() {
        return alongTheSchema(
                "unknown-words", (schema, value) -> schema.containsKey("enum") && value != null ? NEW_WORD : value);
    }

    @TestFactory
    Stream<DynamicContainer> responsesWithANullInAnyPlaceDecode() {
        return eachPlace("nulls", value -> null);
    }

    @TestFactory
    Stream<DynamicContainer> responsesWithNumbersAsTextDecode() {
        return eachPlace(
                "numbers-as-text", value -> value instanceof BigDecimal number ? number.toPlainString() : value);
    }

    @TestFactory
    Stream<DynamicContainer> responsesWithTextAsNumbersDecode() {
        return eachPlace(
                "text-as-numbers",
                value -> value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")
                        ? new BigDecimal(text)
                        : value);
    }

    @TestFactory
    Stream<DynamicContainer> responsesWithAnyMemberMissingDecode() {
        return eachMember("missing-members", (map, name) -> {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
            copy.remove(name);
            return copy;
        });
    }

    @TestFactory
    Stream<DynamicContainer> responsesWithEmptyTextInAnyPlaceDecode() {
        return eachPlace("empty-text", value -> value instanceof Map || value instanceof List ? value : "");
    }

    @TestFactory
    Stream<DynamicContainer> responsesWithOddTextInAnyPlaceDecodeOrFailAsResponses() {
        return eachPlace("odd-text", value -> value instanceof Map || value instanceof List ? value : NEW_WORD);
    }

    /** Changes the document along its schema; the re-encoded document must contain everything that was known before. */
    private static Stream<DynamicContainer> alongTheSchema(
            String mutation, BiFunction<Map<String, @Nullable Object>, @Nullable Object, @Nullable Object> change) {
        return Case.tests("responses", mutation, test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                Object document = Json.parse(test.file("response.json"));
                Object changed = new SchemaWalk(test.venue(), change)
                        .changed(test.venue().documentSchema(test.operation()), document);
                Object sent = decoder.replacePayload(document, decoder.payload(changed));
                Object encoded = decoder.decodeAndEncode(Json.write(sent));
                assertThat(Json.losses(without(NEW_FIELD, decoder.decodedPayload(sent)), encoded))
                        .as(mutation)
                        .isEmpty();
            }
        });
    }

    /**
     * Changes all scalars at once, then the members of each name by themselves. An absent payload cannot be changed:
     * text in its place would be another document.
     */
    private static Stream<DynamicContainer> eachPlace(String mutation, UnaryOperator<@Nullable Object> change) {
        return Case.tests("responses", mutation, test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                Object document = Json.parse(test.file("response.json"));
                Object payload = decoder.payload(document);
                if (payload != null) {
                    Object all = scalars(payload, change);
                    decode(decoder, mutation + " everywhere", decoder.replacePayload(document, all));
                }
                members(decoder, mutation, document, (map, name) -> {
                    Map<String, @Nullable Object> copy = new LinkedHashMap<>(map);
                    copy.put(name, change.apply(copy.get(name)));
                    return copy;
                });
            }
        });
    }

    private static Stream<DynamicContainer> eachMember(
            String mutation, BiFunction<Map<String, @Nullable Object>, String, Map<String, @Nullable Object>> change) {
        return Case.tests("responses", mutation, test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                members(decoder, mutation, Json.parse(test.file("response.json")), change);
            }
        });
    }

    private static void members(
            Decoder decoder,
            String mutation,
            @Nullable Object document,
            BiFunction<Map<String, @Nullable Object>, String, Map<String, @Nullable Object>> change) {
        for (String name : names(decoder.payload(document), new ArrayList<>())) {
            Object mutated =
                    objects(decoder.payload(document), map -> map.containsKey(name) ? change.apply(map, name) : map);
            decode(decoder, mutation + " at " + name, decoder.replacePayload(document, mutated));
        }
    }

    /**
     * Text that is not a number may be rejected where a number is expected, but only as a response that cannot be read.
     */
    private static void decode(Decoder decoder, String what, @Nullable Object document) {
        try {
            decoder.decodeAndEncode(Json.write(document));
        } catch (RuntimeException e) {
            if (!(e instanceof MalformedResponseException && what.startsWith("odd-text"))) {
                throw new AssertionError(what + ": " + e, e);
            }
        }
    }

    private static List<String> names(@Nullable Object tree, List<String> names) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!names.contains(String.valueOf(key))) {
                    names.add(String.valueOf(key));
                }
                names(value, names);
            });
        } else if (tree instanceof List<?> list) {
            list.forEach(item -> names(item, names));
        }
        return names;
    }

    private static @Nullable Object without(String name, @Nullable Object tree) {
        return objects(tree, map -> {
            map.remove(name);
            return map;
        });
    }

    private static @Nullable Object objects(
            @Nullable Object tree, UnaryOperator<Map<String, @Nullable Object>> change) {
        if (tree instanceof Map<?, ?>) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            Json.map(tree).forEach((key, value) -> copy.put(key, objects(value, change)));
            return change.apply(copy);
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(objects(item, change)));
            return copy;
        }
        return tree;
    }

    private static @Nullable Object scalars(@Nullable Object tree, UnaryOperator<@Nullable Object> change) {
        if (tree instanceof Map<?, ?>) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            Json.map(tree).forEach((key, value) -> copy.put(key, scalars(value, change)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(scalars(item, change)));
            return copy;
        }
        return change.apply(tree);
    }
}
