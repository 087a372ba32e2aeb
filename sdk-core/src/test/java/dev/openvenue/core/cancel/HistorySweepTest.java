package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the list of closed orders settles, and when it is not read on. */
final class HistorySweepTest {
    private final ListedVenue venue = new ListedVenue(true);

    @Test
    void cancelledAndFilledOrdersAreSettled() {
        List<OrderRef> refs = venue.place(10);
        venue.fill(refs.get(4), Duration.ZERO);
        venue.time.advance(Duration.ofMillis(1));

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 1L, "history", 1L));
        assertThat(report.outcomes().get(4).proof())
                .extracting(Observation::view)
                .containsExactly(View.CANCEL, View.HISTORY);
    }

    @Test
    void orderThatTheListOfClosedOrdersShowsOpenIsLookedUp() {
        List<OrderRef> refs = venue.place(5);
        venue.fault(
                "history",
                ScriptedFault.responds(refs.stream()
                        .map(ref -> Map.of("id", ref.id(), "status", "OPEN"))
                        .toList()));

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 5L);
        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 1L, "history", 1L, "lookup", 5L));
    }

    @Test
    void pageThatSettlesASingleOrderPaysForTheNext() {
        List<OrderRef> refs = new ArrayList<>(venue.place(4));
        venue.place(99).forEach(ref -> venue.fill(ref, Duration.ZERO));
        venue.time.advance(Duration.ofMillis(1));
        refs.addAll(venue.place(1));

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 5L);
        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 1L, "history", 2L));
    }

    @Test
    void listThatIsNoListIsReadAgain() {
        venue.fault("history", ScriptedFault.responds("maintenance"));

        CancelReport report = venue.batchCancel().cancel(venue.place(5));

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 5L);
        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 1L, "history", 2L));
    }

    @Test
    void ordersThatTheListSettledAreHeardOfAsSettled() {
        List<CancelProgress> heard = new ArrayList<>();

        venue.batchCancel().onProgress(heard::add).cancel(venue.place(10));

        assertThat(heard.get(heard.size() - 1).settled()).isEqualTo(10);
    }

    @Test
    void listIsReadToItsEndBeforeTheNextOne() {
        List<OrderRef> refs = new ArrayList<>(venue.place(5));
        venue.place(5).forEach(ref -> refs.add(OrderRef.byOrderId("ETH", ref.id())));

        venue.batchCancel().cancel(refs);

        int first = venue.asked.indexOf("history");
        int second = venue.asked.lastIndexOf("history");
        assertThat(venue.calls("history")).isEqualTo(2);
        assertThat(venue.askedAt.get(second).minus(venue.askedAt.get(first))).isEqualTo(Duration.ofMillis(2));
    }

    @Test
    void listThatKeepsFailingIsGivenUpForLookups() {
        venue.failures.put("history", ScriptedFault.transport(Effect.UNKNOWN));

        CancelReport report = venue.batchCancel().cancel(venue.place(5));

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 5L);
        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 1L, "history", 2L, "lookup", 5L));
    }

    @Test
    void listIsReadAgainAfterThePauseThatTheVenueDemands() {
        venue.fault(
                "history",
                ScriptedFault.rejected("down", ErrorKind.VENUE_UNAVAILABLE, Effect.NONE, Duration.ofSeconds(2)));

        venue.batchCancel().cancel(venue.place(5));

        int first = venue.asked.indexOf("history");
        assertThat(venue.asked.get(first + 1)).isEqualTo("history");
        assertThat(venue.askedAt.get(first + 1).minus(venue.askedAt.get(first))).isEqualTo(Duration.ofMillis(2_002));
    }

    @Test
    void rateLimitOfTheListIsWaitedOutByAllCalls() {
        List<OrderRef> refs = new ArrayList<>(venue.place(5));
        venue.place(5).forEach(ref -> refs.add(OrderRef.byOrderId("ETH", ref.id())));
        venue.fault(
                "history", ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofSeconds(2)));

        venue.batchCancel().parallelism(1).cancel(refs);

        int rejected = venue.asked.indexOf("history");
        // The next call is for the other symbol.
        assertThat(venue.askedAt.get(rejected + 1).minus(venue.askedAt.get(rejected)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }
}
