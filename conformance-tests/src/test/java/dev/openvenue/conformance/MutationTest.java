package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * What venues change without a word must not break a client: every answer is decoded again with an unknown field in every object, null
 * in every place, each member gone, numbers as text and text as numbers, and words that no spec lists where enums stand.
 */
final class MutationTest {
    private static final String NEW_WORD = "a-word-of-tomorrow";

    @TestFactory
    Stream<DynamicContainer> answersWithUnknownFieldsDecodeAndLoseNothing() {
        return Case.tests("responses", test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                Object document = Json.parse(test.file("response.json"));
                Object mutated = objects(document, map -> {
                    map.put("field-of-tomorrow", List.of(Map.of("deep", BigDecimal.ONE)));
                    return map;
                });
                Object encoded = decoder.decodeAndEncode(Json.write(withEnvelopeOf(decoder, document, mutated)));
                assertThat(Json.losses(decoder.payload(document), encoded)).isEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicContainer> answersWithANullInAnyPlaceDecode() {
        return eachPlace(value -> null);
    }

    @TestFactory
    Stream<DynamicContainer> answersWithNumbersAsTextDecode() {
        return eachPlace(value -> value instanceof BigDecimal number ? number.toPlainString() : value);
    }

    @TestFactory
    Stream<DynamicContainer> answersWithTextAsNumbersDecode() {
        return eachPlace(value -> value instanceof String text && text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : value);
    }

    @TestFactory
    Stream<DynamicContainer> answersWithAnyMemberMissingDecode() {
        return Case.tests("responses", test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                Object document = Json.parse(test.file("response.json"));
                for (String name : names(decoder.payload(document), new ArrayList<>())) {
                    Object mutated = objects(decoder.payload(document), map -> {
                        map.remove(name);
                        return map;
                    });
                    decoder.decodeAndEncode(Json.write(with(decoder, document, mutated)));
                }
            }
        });
    }

    /** Words that are text in the document and an enum in the spec: a new word must come back as it was. */
    @TestFactory
    Stream<DynamicContainer> answersWithUnknownEnumValuesKeepThem() {
        return Case.tests("responses", test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                Object document = Json.parse(test.file("response.json"));
                EnumPlaces enums = new EnumPlaces(test.venue());
                Object mutated = enums.replace(test.venue().documentSchema(test.operation()), document, NEW_WORD);
                Object payload = decoder.payload(withEnvelopeOf(decoder, document, mutated));
                Object encoded = decoder.decodeAndEncode(Json.write(with(decoder, document, payload)));
                assertThat(Json.losses(payload, encoded)).isEmpty();
            }
        });
    }

    private static Stream<DynamicContainer> eachPlace(UnaryOperator<@Nullable Object> mutation) {
        return Case.tests("responses", test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                Object document = Json.parse(test.file("response.json"));
                Object all = scalars(decoder.payload(document), mutation);
                decoder.decodeAndEncode(Json.write(with(decoder, document, all)));
                for (String name : names(decoder.payload(document), new ArrayList<>())) {
                    Object one = objects(decoder.payload(document), map -> {
                        if (map.containsKey(name)) {
                            map.put(name, mutation.apply(map.get(name)));
                        }
                        return map;
                    });
                    decoder.decodeAndEncode(Json.write(with(decoder, document, one)));
                }
            }
        });
    }

    /** The mutated document, but with the original's verdict: a venue that changes that has answered something else. */
    private static @Nullable Object withEnvelopeOf(Decoder decoder, @Nullable Object document, @Nullable Object mutated) {
        Object payload = decoder.payload(mutated);
        return with(decoder, document, payload);
    }

    private static @Nullable Object with(Decoder decoder, @Nullable Object document, @Nullable Object payload) {
        return decoder.replacePayload(document, payload);
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

    private static @Nullable Object objects(
            @Nullable Object tree, UnaryOperator<Map<String, @Nullable Object>> mutation) {
        if (tree instanceof Map<?, ?>) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            Json.map(tree).forEach((key, value) -> copy.put(key, objects(value, mutation)));
            return mutation.apply(copy);
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(objects(item, mutation)));
            return copy;
        }
        return tree;
    }

    private static @Nullable Object scalars(@Nullable Object tree, UnaryOperator<@Nullable Object> mutation) {
        if (tree instanceof Map<?, ?>) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            Json.map(tree).forEach((key, value) -> copy.put(key, scalars(value, mutation)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(scalars(item, mutation)));
            return copy;
        }
        return mutation.apply(tree);
    }
}
