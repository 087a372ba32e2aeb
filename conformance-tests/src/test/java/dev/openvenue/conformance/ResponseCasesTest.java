package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A case's response satisfies the spec's schema, decodes, and encodes again with nothing lost. */
final class ResponseCasesTest {
    @TestFactory
    Stream<DynamicContainer> responsesSatisfyTheirSchemas() {
        return Case.tests("responses", "schema", test -> {
            List<String> problems =
                    test.venue().schemaProblems(test.operation(), Json.parse(test.file("response.json")));
            if (test.text("schema").isEmpty()) {
                assertThat(problems).isEmpty();
            } else {
                assertThat(problems)
                        .as("problems, since " + test.text("schema"))
                        .isNotEmpty();
            }
        });
    }

    @TestFactory
    Stream<DynamicContainer> responsesDecodeAndLoseNothing() {
        return Case.tests("responses", "nothing-lost", test -> {
            try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
                Object document = Json.parse(test.file("response.json"));
                Object encoded = decoder.decodeAndEncode(test.file("response.json"));
                assertThat(Json.losses(decoder.decodedPayload(document), encoded)).isEmpty();
            }
        });
    }
}
