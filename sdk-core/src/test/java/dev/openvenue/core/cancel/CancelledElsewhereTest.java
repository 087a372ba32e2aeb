package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.cancel.OrderSnapshot.State;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a cancelled order was cancelled by this run, by the venue's own time. */
final class CancelledElsewhereTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final OrderCancelState order = new OrderCancelState(
            OrderRef.byOrderId("BTC", "1"), new RunRules(true, Duration.ofSeconds(2), false), false);

    @Test
    void anOrderThatWasCancelledBeforeTheFirstCancelOfTheRunWasCancelledElsewhere() {
        // The run began at noon, and its first cancel left five seconds later.
        CancelOutcome outcome = cancelled(NOON.plusMillis(3_999));

        assertThat(outcome.status()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(outcome.message()).isEqualTo("Cancelled before, by the venue's time");
        assertThat(outcome.isCancelledElsewhere()).isTrue();
    }

    @Test
    void clocksOfAVenueMayDifferByASecond() {
        CancelOutcome outcome = cancelled(NOON.plusMillis(4_000));

        assertThat(outcome.status()).isEqualTo(Status.CANCELLED);
        assertThat(outcome.isCancelledElsewhere()).isFalse();
    }

    @Test
    void withoutATimeTheCancelMayBeOfThisRun() {
        assertThat(cancelled(null).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void theLatestStartThatAResponseProvesCounts() {
        order.told(NOON.plusSeconds(6), 8 * SECOND);

        assertThat(cancelled(NOON.plusMillis(3_500)).isCancelledElsewhere()).isTrue();
    }

    @Test
    void aVenueThatTellsNoTimeProvesNothing() {
        order.responded(new Accepted(null), 1, 5 * SECOND);
        order.looked(row(NOON.minusSeconds(3_600)), 7 * SECOND);

        assertThat(Objects.requireNonNull(order.outcome()).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void theTimeOfACancelIsReadFromMillisecondsOfACancelledOrderOnly() {
        OrderFields fields = OrderFields.NONE.closedAt("at");
        Query query =
                Query.builder("lookup").rows(".").orderId("id").fields(fields).build();
        SnapshotReader reader = new SnapshotReader(new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 2).venue());

        assertThat(reader.read(query, Map.of("at", "1700000000123"), Found.CANCELLED)
                        .cancelledAt())
                .isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(reader.read(query, Map.of("at", "1700000000123"), Found.OPEN).cancelledAt())
                .isNull();
        assertThat(reader.read(query, Map.of("at", "1700000000"), Found.CANCELLED)
                        .cancelledAt())
                .isNull();
        assertThat(reader.read(query, Map.of(), Found.CANCELLED).cancelledAt()).isNull();
    }

    @Test
    void theVenuesTimeIsReadFromTheResponseToACancel() {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 2);
        Query lookup = Descriptions.rows("lookup")
                .id(IdKind.ORDER_ID, "orderIds")
                .many()
                .status("status")
                .fields(OrderFields.NONE.closedAt("at"))
                .build();
        venue.description = Descriptions.lookups(venue.description, List.of(lookup));
        venue.stated = NOON;
        venue.place("1");
        String before = Long.toString(NOON.minusSeconds(2).toEpochMilli());
        venue.fault("lookup", ScriptedFault.responds(List.of(Map.of("id", "1", "status", "CANCELLED", "at", before))));

        CancelOutcome outcome = venue.batchCancel()
                .cancel(List.of(OrderRef.byOrderId("BTC", "1")))
                .outcomes()
                .get(0);

        assertThat(outcome.message()).isEqualTo("Cancelled before, by the venue's time");
    }

    private CancelOutcome cancelled(@Nullable Instant at) {
        order.told(NOON.plusSeconds(6), 6 * SECOND);
        order.responded(new Accepted(null), 1, 5 * SECOND);
        order.looked(row(at), 7 * SECOND);
        return Objects.requireNonNull(order.outcome());
    }

    private static Row row(@Nullable Instant at) {
        OrderSnapshot snapshot = new OrderSnapshot(State.CANCELLED, "BTC", null, null, null, null, null, at);
        return new Row(Found.CANCELLED, "1", snapshot, View.LOOKUP);
    }
}
