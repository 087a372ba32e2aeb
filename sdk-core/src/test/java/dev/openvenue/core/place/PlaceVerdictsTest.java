package dev.openvenue.core.place;

import static dev.openvenue.core.place.BatchPlaceTest.order;
import static dev.openvenue.core.place.BatchPlaceTest.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.codegen.BatchPlaceDescription.Response;
import dev.openvenue.core.engine.VenueGateway;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What responses and failures say of the orders of a call, and when the call is made again. */
final class PlaceVerdictsTest {
    private final ScriptedExchange venue = new ScriptedExchange();

    @Test
    void responseMayBeDividedIntoPlacedAndRejectedOrders() {
        divided();
        venue.fault(
                "place",
                call -> Map.of(
                        "done",
                        List.of(Map.of("cid", id(call, 0), "id", "5")),
                        "failed",
                        List.of(Map.of("cid", id(call, 1), "code", "poor"))));

        assertThat(venue.batchPlace().place(orders(2)).outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.PLACED, Status.REJECTED);
    }

    @Test
    void flagRejectsAnOrderWhateverItsReasonAndListedCodesPlaceOne() {
        venue.response = new Response(
                "rows", null, null, "id", "cid", "code", "code", List.of(), Set.of("fine"), List.of("refused"));
        venue.lookup = null;
        venue.fault(
                "place",
                call -> Map.of(
                        "rows",
                        List.of(
                                Map.of("cid", id(call, 0), "id", "5", "code", "fine", "refused", "false"),
                                Map.of("cid", id(call, 1), "refused", true, "code", "too dear"),
                                Map.of("cid", id(call, 2), "refused", true))));

        List<PlaceOutcome<Map<String, ?>>> outcomes =
                venue.batchPlace().place(orders(3)).outcomes();

        assertThat(outcomes)
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.PLACED, Status.REJECTED, Status.REJECTED);
        assertThat(outcomes)
                .extracting(PlaceOutcome::message)
                .containsExactly("Placed", "Rejected: too dear", "Rejected: the venue gave no reason");
        assertThat(outcomes.get(1).cause()).hasMessage("Test rejected an order of place: too dear");
    }

    @Test
    void flagBesideAnOrderIdAndReasonWithoutAFlagSettleNothing() {
        venue.response =
                new Response("rows", null, null, "id", "cid", "code", "code", List.of(), Set.of(), List.of("refused"));
        venue.lookup = null;
        venue.fault(
                "place",
                call -> Map.of(
                        "rows",
                        List.of(
                                Map.of("cid", id(call, 0), "id", "5", "refused", true),
                                Map.of("cid", id(call, 1), "code", "too dear"))));

        assertThat(venue.batchPlace().place(orders(2)).outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.UNKNOWN, Status.UNKNOWN);
    }

    @Test
    void rowThatSaysBothOrNeitherSettlesNothing() {
        divided();
        venue.lookup = null;
        venue.fault(
                "place",
                call -> Map.of(
                        "done",
                        List.of(Map.of("cid", id(call, 0)), Map.of("cid", id(call, 1), "id", "5", "code", "poor")),
                        "failed",
                        List.of(Map.of("cid", id(call, 2), "id", "6"))));

        assertThat(venue.batchPlace().place(orders(3)).outcomes())
                .extracting(outcome -> Objects.requireNonNull(outcome.cause()).getMessage())
                .containsExactly(
                        "Test's place returned a row with neither an order id nor a code",
                        "Test's place returned an order id for an order that it also rejected",
                        "Test's place returned an order id for an order that it also rejected");
    }

    @Test
    void orderForWhichThereWasNoPermitIsSentWhenThereIsOne() {
        venue.fault("place", call -> {
            throw new NotSentException("test", "place", "no permit in time", null, Duration.ofSeconds(3));
        });

        assertThat(venue.batchPlace().place(orders(1)).placed()).isTrue();
        assertThat(venue.received).extracting(call -> call.at().toMillis()).containsExactly(0L, 3_010L);
    }

    @Test
    void pausesOfAVenueThatGoesOnComplainingGrowToEightSeconds() {
        for (int i = 0; i < 7; i++) {
            venue.fault("place", call -> {
                throw ScriptedExchange.rejection(ErrorKind.RATE_LIMIT, Effect.NONE, null);
            });
        }

        PlaceReport<Map<String, ?>> report =
                venue.batchPlace().timeout(Duration.ofMinutes(5)).place(orders(1));

        assertThat(report.placed()).isTrue();
        assertThat(report.calls()).isEqualTo(8);
        assertThat(venue.received)
                .extracting(call -> call.at().toMillis())
                .containsExactly(0L, 510L, 1_520L, 3_530L, 7_540L, 15_550L, 23_560L, 31_570L);
    }

    @Test
    void onlyIdsOfOrdersThatWillBeSentAreHeardBefore() {
        List<String> heard = new ArrayList<>();

        venue.batchPlace()
                .beforeSending(heard::addAll)
                .place(List.of(
                        Map.of("symbol", "BTC", "price", "-1", "cid", "bad"),
                        Map.of("symbol", "BTC", "price", "1", "cid", "good")));

        assertThat(heard).containsExactly("good");
    }

    @Test
    void reportWithAnOrderThatIsNotPlacedIsNotAllPlaced() {
        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(List.of(order("1"), order("-1")));

        assertThat(report.placed()).isFalse();
        assertThat(report.outcomes().get(1).status().mayExist()).isFalse();
        assertThat(Status.REJECTED.mayExist()).isFalse();
        assertThat(Status.UNKNOWN.mayExist()).isTrue();
    }

    @Test
    void whatIsOnTheWireWhenTheClientIsClosedStillCounts() {
        venue.cap = 1;
        venue.fault("place", call -> {
            throw NotSentException.closed("test", "place", "closed");
        });

        assertThat(venue.batchPlace().place(orders(2)).outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.NOT_SENT, Status.PLACED);
    }

    @Test
    void errorThatNobodyForesawBecomesTheOutcomeOfItsOrders() {
        venue.fault("place", call -> {
            throw new StackOverflowError("too deep");
        });

        assertThat(venue.batchPlace().parallelism(1).place(orders(4)).outcomes())
                .extracting(PlaceOutcome::message)
                .containsExactly(
                        "Unknown: no response came before the run failed: java.lang.StackOverflowError: too deep",
                        "Unknown: no response came before the run failed: java.lang.StackOverflowError: too deep",
                        "Unknown: no response came before the run failed: java.lang.StackOverflowError: too deep",
                        "Not sent: the run failed: java.lang.StackOverflowError: too deep");
    }

    @Test
    void lastProgressIsThatOfAllOrdersThoughSomeWereNotSent() {
        List<PlaceProgress> heard = new ArrayList<>();
        venue.fault("place", call -> null);

        venue.batchPlace()
                .timeout(Duration.ofMillis(300))
                .parallelism(1)
                .onProgress(heard::add)
                .place(orders(1));

        assertThat(heard.get(heard.size() - 1).settled()).isOne();
    }

    @Test
    void timeoutThatJustSufficesNeedsNoWarning() {
        List<PlaceProgress> heard = new ArrayList<>();
        venue.limits = List.of(new VenueGateway.Limit("place", 1, Duration.ofSeconds(1)));

        venue.batchPlace().timeout(Duration.ofSeconds(2)).onProgress(heard::add).place(orders(7));

        assertThat(heard).extracting(PlaceProgress::warning).containsOnlyNulls();
    }

    private void divided() {
        venue.response =
                new Response(null, "done", "failed", "id", "cid", "code", "message", List.of(), Set.of(), List.of());
    }

    private static Object id(ScriptedExchange.Received call, int order) {
        return Objects.requireNonNull(call.orders().get(order).get("cid"));
    }
}
