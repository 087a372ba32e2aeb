package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ListedVenue.Mishap;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a run of many orders does with its calls and its time. */
final class BatchCancelScaleTest {
    @Test
    void lookupsOfManyOrdersGoOutFull() {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 2);
        List<OrderRef> refs = BatchCancelTest.place(venue, 20);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 20L);
        assertThat(venue.calls("lookup")).extracting(call -> call.ids().size()).containsExactly(5, 5, 5, 5);
    }

    @Test
    void aLookupOfManyThatIsRejectedIsDividedUntilOnlyItsCauseIsLookedUpAlone() {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 5);
        venue.book.lookupsNeedAll = true;
        List<OrderRef> refs = new ArrayList<>(BatchCancelTest.place(venue, 4));
        refs.add(OrderRef.byOrderId("BTC", "404"));

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 4L).containsEntry(Status.NOT_FOUND, 1L);
        assertThat(venue.calls("lookup").stream().map(call -> call.ids().size()).limit(4))
                .containsExactly(5, 2, 2, 1);
    }

    @Test
    void aStuckCancelDoesNotHoldBackTheLookupsOfTheOthersForLong() {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 2);
        List<OrderRef> refs = BatchCancelTest.place(venue, 4);
        venue.fault("cancel", ScriptedFault.lostResponse());

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 4L);
        assertThat(venue.calls("lookup").get(0).at())
                .isLessThan(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void ordersThatAreListedOpenAreCancelledAgainAndProvenTogetherWithTheOthers() {
        ListedVenue venue = new ListedVenue(false);
        venue.mishaps = List.of(Mishap.LOST_REQUEST);

        CancelReport report = venue.batchCancel().cancel(venue.place(1_000));

        assertThat(report.resolved()).isTrue();
        assertThat(venue.calls("cancel")).isEqualTo(21);
        assertThat(venue.calls("lookup")).isZero();
        assertThat(venue.calls("open")).isLessThanOrEqualTo(10);
    }

    @Test
    void tooShortATimeIsSpentFirstOnTheProofThatNothingIsOpen() {
        ListedVenue venue = new ListedVenue(true);
        List<OrderRef> refs = venue.place(3_100);

        CancelReport report = venue.batchCancel().timeout(Duration.ofSeconds(4)).cancel(refs);

        List<String> queries =
                venue.asked.stream().filter(call -> !call.equals("cancel")).toList();
        assertThat(queries.get(0)).isEqualTo("open");
        assertThat(queries.indexOf("history")).isGreaterThan(queries.lastIndexOf("open"));
        assertThat(report.counts()).containsEntry(Status.CANCELLED, 3_100L);
    }

    @Test
    void whatIsProvenNotOpenStaysSoWhenTheTimeIsUp() {
        ListedVenue venue = new ListedVenue(true);
        List<OrderRef> refs = venue.place(3_100);
        // 62 cancels, and as many lists as the time of the proof takes; the next query has no response in time.
        List<Mishap> mishaps = new ArrayList<>(
                IntStream.range(0, 62 + 5).mapToObj(call -> Mishap.NONE).toList());
        IntStream.range(0, 10).forEach(call -> mishaps.add(Mishap.STUCK));
        venue.mishaps = mishaps;

        CancelReport report = venue.batchCancel().timeout(Duration.ofSeconds(4)).cancel(refs);

        assertThat(venue.asked.subList(67, venue.asked.size())).containsOnly("history");
        assertThat(report.counts()).containsEntry(Status.ALREADY_CLOSED, 3_100L);
        assertThat(report.outcomes().get(0).message())
                .isEqualTo("Not open any more; the venue does not tell whether cancelled or filled");
    }

    @Test
    void ordersThatHistoryDoesNotShowInTimeAreSettledByTheListsAndNotByTheDeadline() {
        ListedVenue venue = new ListedVenue(true);
        venue.lag.put("history", Duration.ofHours(2));
        List<CancelProgress> heard = new ArrayList<>();

        CancelReport report = venue.batchCancel().onProgress(heard::add).cancel(venue.place(100));

        assertThat(report.counts()).containsEntry(Status.ALREADY_CLOSED, 100L);
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(20));
        assertThat(heard.get(heard.size() - 1).settled()).isEqualTo(100);
    }

    @Test
    void timeoutThatNobodyGaveFitsTheOrders() {
        assertThat(RunOptions.DEFAULT.fitting(Duration.ofSeconds(5)).timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(RunOptions.DEFAULT.fitting(Duration.ofSeconds(20)).timeout()).isEqualTo(Duration.ofSeconds(40));
        RunOptions given = RunOptions.DEFAULT.withTimeout(Duration.ofSeconds(10));
        assertThat(given.withVerify(true).fits()).isFalse();
    }

    @Test
    void manyOrdersHaveTheirTimeByDefault() {
        ListedVenue venue = new ListedVenue(true);
        List<CancelProgress> heard = new ArrayList<>();

        venue.batchCancel().onProgress(heard::add).cancel(venue.place(20_000));

        assertThat(heard).isNotEmpty().allMatch(event -> event.warning() == null);
    }
}
