package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.PlainGateway;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
