package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.simulator.SampleOrder;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine with a large clock skew still places its first order, if the venue has a code for timestamps. */
final class WrongClockTest {
    @ParameterizedTest
    @ValueSource(strings = {"bitget", "htx"})
    void clockSkewIsCorrected(String id) {
        try (ProvenVenue venue = ProvenVenue.start(id);
                VenueClient client = venue.client()) {
            venue.simulator().skewClock(Duration.ofMinutes(10));
            SampleOrder order = venue.simulator().sampleOrder(1);

            client.operations()
                    .find(order.operationId())
                    .call(order.arguments())
                    .execute();

            assertThat(venue.simulator().completedActions().placedOrderIds()).hasSize(1);
            assertThat(client.clock().offset()).isCloseTo(Duration.ofMinutes(10), Duration.ofSeconds(20));
        }
    }
}
