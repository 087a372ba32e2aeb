package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A venue whose response to a batch cancel says nothing of any order. */
final class AcknowledgedCancelTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.ACKNOWLEDGED, 5);

    @Test
    void withoutVerificationEveryOrderOfTheCallIsAccepted() {
        venue.place("1");
        venue.place("2").state = ScriptedBook.State.FILLED;

        assertThat(outcomes(venue.batchCancel().verify(false), "1", "2", "missing"))
                .containsOnly(new Outcome(Status.ACCEPTED, "The venue took the cancel"));
    }

    @Test
    void withVerificationEachOrderHasItsOwnState() {
        venue.place("1");
        venue.place("2").state = ScriptedBook.State.FILLED;

        assertThat(outcomes(venue.batchCancel(), "1", "2", "missing"))
                .containsExactly(
                        new Outcome(Status.CANCELLED, "Cancelled; the order's state says so"),
                        new Outcome(Status.ALREADY_CLOSED, "Filled"),
                        new Outcome(Status.NOT_FOUND, "The venue knows no such order"));
    }

    private record Outcome(Status status, String message) {}

    private static List<Outcome> outcomes(BatchCancel batchCancel, String... ids) {
        List<OrderRef> refs =
                List.of(ids).stream().map(id -> OrderRef.byOrderId("BTC", id)).toList();
        return batchCancel.cancel(refs).outcomes().stream()
                .map(outcome -> new Outcome(outcome.status(), outcome.message()))
                .toList();
    }
}
