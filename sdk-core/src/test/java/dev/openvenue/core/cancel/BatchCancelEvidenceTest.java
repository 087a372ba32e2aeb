package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ListedVenue.Mishap;
import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderSnapshot.Side;
import dev.openvenue.core.cancel.OrderSnapshot.State;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How the state of many orders is found out with few calls, and what their outcomes then carry. */
final class BatchCancelEvidenceTest {
    private final ListedVenue venue = new ListedVenue(true);

    @Test
    void manyOrdersAreSettledByTheListOfClosedOrders() {
        List<OrderRef> refs = venue.place(1_000);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 1_000L);
        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 20L, "history", 10L));
        assertThat(report.calls()).isEqualTo(30);
    }

    @Test
    void fewOrdersAreLookedUpOneByOne() {
        List<OrderRef> refs = venue.place(3);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 1L, "lookup", 3L));
    }

    @Test
    void filledOrdersAreToldFromCancelledOnes() {
        List<OrderRef> refs = venue.place(10);
        venue.fill(refs.get(4), Duration.ZERO);
        venue.time.advance(Duration.ofMillis(1));

        List<CancelOutcome> outcomes = venue.batchCancel().cancel(refs).outcomes();

        assertThat(outcomes.get(4).status()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(outcomes.get(4).message()).isEqualTo("Filled");
        assertThat(outcomes.get(4).order()).isEqualTo(snapshot(State.FILLED, "2"));
        assertThat(outcomes.get(5).order()).isEqualTo(snapshot(State.CANCELLED, "0.5"));
        assertThat(snapshot(State.CANCELLED, "0.5").unfilled()).contains(new BigDecimal("1.5"));
    }

    @Test
    void anOutcomeProvesItselfByWhatWasSeen() {
        CancelOutcome outcome =
                venue.batchCancel().cancel(venue.place(10)).outcomes().get(0);

        assertThat(outcome.proof())
                .containsExactly(
                        new Observation(View.CANCEL, Duration.ZERO, "accepted"),
                        new Observation(View.HISTORY, Duration.ofMillis(2), "cancelled"));
    }

    @Test
    void listThatLagsIsReadAgainUntilItFollows() {
        venue.lag.put("history", Duration.ofMillis(300));
        List<OrderRef> refs = venue.place(200);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 200L);
        assertThat(report.callsByOperation()).doesNotContainKey("lookup");
        assertThat(report.calls()).isLessThan(4 + 200 / 50 + 10);
    }

    @Test
    void ordersThatNoListShowsAreNotOpenAnyMoreAndNothingElseIsClaimed() {
        venue.lag.put("history", Duration.ofDays(1));
        List<OrderRef> refs = venue.place(200);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.ALREADY_CLOSED);
            assertThat(outcome.message())
                    .isEqualTo("Not open any more; the venue does not tell whether cancelled or filled");
            assertThat(outcome.proof()).extracting(Observation::view).containsExactly(View.CANCEL, View.OPEN_LIST);
        });
        assertThat(report.calls()).isLessThan(4 + 200 / 50 + 20);
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void ordersThatTheVenueNeverKnewAreLookedUpBeforeTheyCountAsNotFound() {
        List<OrderRef> refs = new ArrayList<>(venue.place(20));
        refs.add(OrderRef.byOrderId("BTC", "4711"));

        CancelReport report = venue.batchCancel().cancel(refs);

        CancelOutcome unknown = report.outcomes().get(20);
        assertThat(unknown.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(unknown.proof())
                .extracting(Observation::view)
                .containsExactly(View.CANCEL, View.OPEN_LIST, View.LOOKUP);
        assertThat(report.counts()).containsEntry(Status.CANCELLED, 20L);
    }

    @Test
    void lookupsServeWhereTheListOfClosedOrdersCannotBeRead() {
        venue.failures.put("history", ScriptedFault.rejection("no", ErrorKind.PERMISSION, Effect.NONE, null));
        List<OrderRef> refs = venue.place(40);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 40L);
        assertThat(report.callsByOperation()).isEqualTo(Map.of("cancel", 1L, "history", 1L, "lookup", 40L));
    }

    @Test
    void listOfClosedOrdersIsReadNoFurtherThanItPays() {
        List<OrderRef> old = venue.place(5);
        venue.place(5_000).forEach(ref -> venue.fill(ref, Duration.ZERO));
        venue.time.advance(Duration.ofMillis(1));

        CancelReport report = venue.batchCancel().cancel(old);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 5L);
        assertThat(venue.calls("history")).isEqualTo(1);
    }

    @Test
    void venueThatListsOnlyOpenOrdersTellsAtLeastThatManyAreNotOpen() {
        ListedVenue open = new ListedVenue(false);
        List<OrderRef> refs = open.place(1_000);

        CancelReport report = open.batchCancel().cancel(refs);

        assertThat(report.resolved()).isTrue();
        assertThat(report.counts()).containsEntry(Status.ALREADY_CLOSED, 1_000L);
        assertThat(report.callsByOperation()).containsOnlyKeys("cancel", "open");
        assertThat(report.calls()).isLessThanOrEqualTo(20 + 1_000 / 50 + 10);
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void evidenceThatWasAskedForBeforeTheLastCancelIsSharedByAll() {
        List<OrderRef> refs = venue.place(500);

        venue.batchCancel().parallelism(1).cancel(refs);

        // Not a single list is read before the last of ten cancels has its response.
        assertThat(venue.asked.indexOf("history")).isEqualTo(10);
    }

    @Test
    void orderThatIsGivenInTwoWaysHasTwoOutcomes() {
        venue.needsSymbols = false;
        List<OrderRef> refs = new ArrayList<>(venue.place(10));
        refs.add(OrderRef.byOrderId("7"));

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes())
                .hasSize(11)
                .allMatch(outcome -> outcome.status().isClosed());
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void evidenceTakesHardlyMoreCallsThanLookupsWould() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            ListedVenue any = new ListedVenue(random.nextBoolean());
            List<OrderRef> refs = new ArrayList<>(any.place(1 + random.nextInt(200)));
            any.place(random.nextInt(400)).forEach(ref -> any.fill(ref, Duration.ZERO));
            any.time.advance(Duration.ofMillis(1));
            Collections.shuffle(refs, random);

            CancelReport report = any.batchCancel().cancel(refs);

            long queries = report.calls() - any.calls("cancel");
            // One page may turn out to hold none of the orders.
            assertThat(queries).as("seed %s, %s orders", seed, refs.size()).isLessThanOrEqualTo(refs.size() + 1);
            assertThat(report.resolved()).isTrue();
        }
    }

    @Test
    void stuckCancelDoesNotHoldUpTheEvidenceOfTheOthers() {
        List<OrderRef> refs = venue.place(100);
        venue.mishaps = List.of(Mishap.STUCK);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 100L);
        int history = venue.asked.indexOf("history");
        assertThat(venue.askedAt.get(history)).isEqualTo(Duration.ofSeconds(3).plusMillis(2));
    }

    private static OrderSnapshot snapshot(State state, String filled) {
        return new OrderSnapshot(
                state,
                "BTC",
                Side.SELL,
                new BigDecimal("100"),
                new BigDecimal("2"),
                new BigDecimal(filled),
                new BigDecimal("99.5"));
    }
}
