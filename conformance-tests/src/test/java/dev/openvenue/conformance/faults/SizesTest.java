package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.BatchCancelFixture;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lists around the venue's cap are split into as few calls as possible, and no order is lost at a seam. */
final class SizesTest {
    /** More than that are only proven not to be open, where no call shows many orders in their final state. */
    private static final int LOOKED_UP_ONE_BY_ONE = 50;

    @TestFactory
    Stream<DynamicTest> everySizeIsCancelledInFullCalls() {
        return VenueSimulator.venues().stream().flatMap(SizesTest::sizes);
    }

    private static Stream<DynamicTest> sizes(String id) {
        int cap;
        try (VenueClient client = ProvenVenue.builder(id).build()) {
            cap = BatchCancelFixture.cap(client);
        }
        return Stream.of(0, 1, cap - 1, cap, cap + 1, 10 * cap)
                .map(size -> DynamicTest.dynamicTest(id + " " + size, () -> cancel(id, size, cap)));
    }

    private static void cancel(String id, int size, int cap) {
        try (ProvenVenue venue = ProvenVenue.start(id);
                VenueClient client = venue.client()) {
            List<OrderRef> refs = new ArrayList<>();
            String symbol = venue.simulator().symbol();
            for (int i = 0; i < size; i++) {
                refs.add(OrderRef.byOrderId(symbol, venue.place(symbol, "size-" + i)));
            }

            CancelReport report = BatchCancel.of(client).cancel(refs);

            assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
            assertThat(report.resolved()).isTrue();
            if (size <= LOOKED_UP_ONE_BY_ONE || ProvenVenue.showsMany(client)) {
                assertThat(report.outcomes()).extracting(CancelOutcome::status).allMatch(Status.CANCELLED::equals);
            }
            assertThat(venue.simulator().orders().all()).noneMatch(SimulatedOrder::isOpen);
            String operation = ProvenVenue.batchCancel(client).operation();
            assertThat(venue.simulator().requests().count(operation)).isEqualTo((size + cap - 1) / cap);
            if (size == 0) {
                assertThat(venue.simulator().requests().all()).isEmpty();
            }
        }
    }
}
