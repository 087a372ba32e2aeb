package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.error.NotSentException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Arguments that break the spec are rejected with the whole message of the case, and nothing is sent. */
final class InvalidCasesTest {
    @TestFactory
    Stream<DynamicContainer> wrongArgumentsAreRejectedBeforeAnythingIsSent() {
        return Case.tests("invalid", "validation", test -> {
            CannedResponse response = new CannedResponse();
            try (VenueClient client =
                    test.venue().signedClient().httpClient(response.client()).build()) {
                assertThatThrownBy(() -> client.operations()
                                .find(test.operation())
                                .call(test.arguments())
                                .execute())
                        .isInstanceOf(NotSentException.class)
                        .hasMessage(test.text("expect"));
                assertThat(response.requests()).isZero();
            }
        });
    }
}
