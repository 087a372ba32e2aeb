package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that are named like plain ones and are of another kind. */
final class OtherKindsTest {
    private final KindsVenue venue = new KindsVenue();

    @Test
    void aStopOrderIsCancelledAsOneAndNoOtherStopOrderIsTouched() {
        venue.plain.put("1", "BTC");
        venue.stops.putAll(Map.of("3", "BTC", "4", "BTC"));

        CancelReport report = cancel("1", "3");

        assertThat(report.outcomes()).extracting(CancelOutcome::ref).containsExactlyElementsOf(refs("1", "3"));
        assertThat(report.resolved()).isTrue();
        assertThat(report.callsByOperation()).containsEntry("cancelStop", 1L);
        assertThat(venue.stops).containsOnlyKeys("4");
        assertThat(venue.plain).isEmpty();
    }

    @Test
    void anOrderIsNotFoundOnlyIfNoKindListsIt() {
        venue.stops.put("4", "BTC");

        CancelOutcome outcome = cancel("5").outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(venue.asked).endsWith("openStops");
        assertThat(venue.stops).containsOnlyKeys("4");
    }

    @Test
    void whereAnotherKindCannotBeListedNothingIsClaimed() {
        venue.failures.put("openStops", ScriptedFault.rejection("forbidden", ErrorKind.PERMISSION, Effect.NONE, null));

        CancelOutcome outcome = cancel("5").outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("The venue knows no such order; whether it is one of the stop orders could not be seen:"
                        + " Test rejected: forbidden");
        assertThat(outcome.cause()).hasMessage("Test rejected: forbidden");
    }

    @Test
    void aListThatFailsForAWhileIsReadAgain() {
        venue.stops.put("3", "BTC");
        venue.failures.put("openStops", ScriptedFault.transport(Effect.UNKNOWN));
        venue.time.in(Duration.ofSeconds(8), venue.failures::clear);

        CancelReport report = cancel("3");

        assertThat(report.resolved()).isTrue();
        assertThat(venue.stops).isEmpty();
        // The pauses between them grow.
        assertThat(venue.calls("openStops")).isEqualTo(14);
    }

    @Test
    void aListThatFailsToTheEndOfTheRunLeavesItOpenWhetherTheOrderIsOfThatKind() {
        venue.failures.put("openStops", ScriptedFault.transport(Effect.UNKNOWN));

        CancelOutcome outcome = cancel("5").outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("The venue knows no such order; whether it is one of the stop orders could not be seen:"
                        + " No response from Test");
    }

    @Test
    void aKindThatIsListedBySymbolIsListedForThoseOfTheOrders() {
        venue.listsBySymbol = true;
        venue.plain.put("1", "BTC");
        venue.stops.putAll(Map.of("3", "BTC", "4", "BTC"));

        CancelReport report = cancel("1", "3", "4");

        assertThat(report.resolved()).isTrue();
        assertThat(venue.stops).isEmpty();
    }

    @Test
    void anOrderThatIsFoundIsCancelledAlthoughAnotherSymbolCannotBeListed() {
        venue.listsBySymbol = true;
        venue.plain.putAll(Map.of("1", "BTC", "2", "ETH"));
        venue.stops.put("3", "BTC");
        venue.unlistedStops = "ETH";

        List<OrderRef> refs = List.of(
                OrderRef.byOrderId("BTC", "1"),
                OrderRef.byOrderId("ETH", "2"),
                OrderRef.byOrderId("BTC", "3"),
                OrderRef.byOrderId("ETH", "4"));
        CancelReport report = venue.batchCancel().cancel(refs);
        List<CancelOutcome> outcomes = report.outcomes();

        assertThat(outcomes.get(2).status().isClosed()).isTrue();
        assertThat(outcomes.get(3).status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcomes.get(3).message()).endsWith("could not be seen: Test rejected: forbidden");
        // That will not change.
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aStopOrderThatTheVenueDeclinesToCancelIsNamedSo() {
        venue.stops.put("3", "BTC");
        venue.declinesStops = true;

        CancelOutcome outcome = cancel("3").outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.ref()).isEqualTo(refs("3").get(0));
        assertThat(venue.stops).containsOnlyKeys("3");
    }

    @Test
    void anOrderThatWasFoundNeedsNoOtherKind() {
        venue.plain.put("1", "BTC");

        cancel("1");

        assertThat(venue.asked).doesNotContain("openStops");
    }

    private CancelReport cancel(String... ids) {
        return venue.batchCancel().cancel(refs(ids));
    }

    private static List<OrderRef> refs(String... ids) {
        return List.of(ids).stream().map(id -> OrderRef.byOrderId("BTC", id)).toList();
    }
}
