package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.BatchCancelDescription.Shape;
import dev.openvenue.core.CancelOutcome.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchCancelTest {
    private static final int CAP = 7;

    @ParameterizedTest
    @CsvSource({
        "PER_ITEM,0",
        "PER_ITEM,1",
        "PER_ITEM,6",
        "PER_ITEM,7",
        "PER_ITEM,8",
        "PER_ITEM,70",
        "PARTITIONED,0",
        "PARTITIONED,1",
        "PARTITIONED,6",
        "PARTITIONED,7",
        "PARTITIONED,8",
        "PARTITIONED,70",
        "STOPS_AT_FIRST_FAILURE,0",
        "STOPS_AT_FIRST_FAILURE,1",
        "STOPS_AT_FIRST_FAILURE,6",
        "STOPS_AT_FIRST_FAILURE,7",
        "STOPS_AT_FIRST_FAILURE,8",
        "STOPS_AT_FIRST_FAILURE,70"
    })
    void everyOrderIsCancelledInFullCallsAndReportedInOrder(Shape shape, int orders) {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), shape, CAP);
        List<OrderRef> refs = IntStream.range(0, orders)
                .mapToObj(i -> OrderRef.order("BTC", venue.place("9000000000000000" + i).id))
                .toList();

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(orders);
        assertThat(report.resolved()).isTrue();
        assertThat(venue.calls("cancel")).hasSize((orders + CAP - 1) / CAP);
        assertThat(venue.calls("cancel")).allMatch(call -> call.ids().size() <= CAP);
        assertThat(venue.mostRunning).isLessThanOrEqualTo(4);
        assertThat(report.calls()).isEqualTo(venue.received.size());
    }
}
