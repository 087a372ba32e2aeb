package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.OrderListing;
import dev.openvenue.core.engine.PlainGateway;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which arguments of the caller's a run would send. */
final class VenueContextTest {
    @ParameterizedTest
    @CsvSource({
        "cancel, account, true",
        "cancel, side, true",
        "open, account, true",
        "open, side, false",
        "lookup, account, false",
        "none, account, false"
    })
    void anArgumentNeedsAnOperationThatTakesItAndThatItMayBeGivenTo(
            String operation, String argument, boolean isTaken) {
        // The list accepts the account, and no lookup accepts anything.
        BatchCancelDescription description = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1).description;
        VenueContext venue =
                new VenueContext("test", "Test", description, ScriptedVenue.ERRORS, new OneOperation(operation));

        assertThat(venue.takes(argument, "7")).isEqualTo(isTaken);
    }

    @ParameterizedTest
    @CsvSource({"cancel, true", "cancelStop, true", "openStops, false"})
    void anArgumentMayBeThatOfAnotherKindOfOrders(String operation, boolean isTaken) {
        BatchCancelDescription description = new KindsVenue().venue().description();
        VenueContext venue =
                new VenueContext("test", "Test", description, ScriptedVenue.ERRORS, new OneOperation(operation));

        assertThat(venue.takes("account", "7")).isEqualTo(isTaken);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, true", "CANCELLED, false", "FILLED, false", "BRAND_NEW, true"})
    void aRowOfTheListOfOpenOrdersIsOpenUnlessItsStateSaysOtherwise(String state, boolean isOpen) {
        VenueContext venue = new ListedVenue(false).venue();
        Query open = Objects.requireNonNull(venue.description().open());

        assertThat(venue.isOpen(open, Map.of("id", "1", "status", state))).isEqualTo(isOpen);
        assertThat(venue.isOpen(open, Map.of("id", "1"))).isTrue();
    }

    @Test
    void ofTwoRowsOfOneOrderTheOpenOneCounts() {
        VenueContext venue = new KindsVenue().venue();
        Query open = Descriptions.rows("open").status("status").build();
        Map<String, Object> live = Map.of("id", "1", "status", "OPEN");
        Map<String, Object> gone = Map.of("id", "1", "status", "CANCELLED");

        OrderListing first = venue.listing(open, Map.of());
        first.read(ScriptedVenue.response(List.of(live, gone)));
        OrderListing second = venue.listing(open, Map.of());
        second.read(ScriptedVenue.response(List.of(gone, live)));

        assertThat(first.rows()).containsEntry("1", live);
        assertThat(second.rows()).containsEntry("1", live);
    }

    /** A venue of which one operation takes arguments. */
    private record OneOperation(String taking) implements PlainGateway {
        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public boolean takes(String operation, String argument, Object value) {
            return operation.equals(taking);
        }
    }
}
