package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is signed does not depend on the version of HTTP, though HTTP/2 names the host in another header. */
final class Http2Test {
    static Stream<String> venues() {
        return VenueSimulator.venues().stream();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void signedCallsAreAcceptedOverHttp2(String id) {
        try (ProvenVenue venue = ProvenVenue.startHttp2(id, new VenueTime());
                VenueClient client = venue.client()) {
            SampleOrder order = venue.simulator().sampleOrder(1);

            client.operations()
                    .find(order.operationId())
                    .call(order.arguments())
                    .execute();

            assertThat(venue.simulator().completedActions().placedOrderIds()).hasSize(1);
        }
    }
}
