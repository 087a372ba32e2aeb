package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import java.util.stream.Stream;
import okhttp3.Request;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Calling an operation with a case's arguments makes the request that the case expects, before signing. */
final class RequestCasesTest {
    @TestFactory
    Stream<DynamicContainer> requestsEqualTheirCases() {
        return Case.tests("requests", "request", RequestCasesTest::run);
    }

    private static void run(Case test) {
        try (VenueClient client = test.venue().signedClient().build()) {
            Request request = client.operations()
                    .find(test.operation())
                    .call(test.arguments())
                    .request();
            HttpText expected = HttpText.parse(test.file("request.http"));
            assertThat(HttpText.of(request)
                            .differencesFrom(expected, test.text("body").equals("exact")))
                    .isEmpty();
        }
    }
}
