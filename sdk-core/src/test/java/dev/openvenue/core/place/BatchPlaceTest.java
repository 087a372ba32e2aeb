package dev.openvenue.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.codegen.BatchPlaceDescription.Alphabet;
import dev.openvenue.core.codegen.BatchPlaceDescription.Item;
import dev.openvenue.core.codegen.BatchPlaceDescription.Response;
import dev.openvenue.core.engine.VenueGateway;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of orders that the venue responses for. */
final class BatchPlaceTest {
    private final ScriptedExchange venue = new ScriptedExchange();

    @Test
    void everyOrderIsPlacedOnceAndReportedInTheOrderOfTheInput() {
        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(7));

        assertThat(venue.calls()).containsExactly("place", "place", "place");
        assertThat(report.outcomes())
                .extracting(outcome -> String.valueOf(outcome.order().get("price")))
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(report.outcomes())
                .extracting(PlaceOutcome::orderId)
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(report.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.PLACED);
            assertThat(outcome.message()).isEqualTo("Placed");
            assertThat(outcome.cause()).isNull();
            assertThat(venue.placed(outcome.clientOrderId())).isOne();
        });
        assertThat(report.placed()).isTrue();
        assertThat(report.counts()).containsEntry(Status.PLACED, 7L).containsEntry(Status.UNKNOWN, 0L);
        assertThat(report.callsByOperation()).containsExactly(Map.entry("place", 3L));
        assertThat(report.elapsed()).isEqualTo(ScriptedExchange.LATENCY);
    }

    @Test
    void theListenerHearsOfEveryStepUntilAllOrdersHaveTheirOutcomes() {
        List<PlaceProgress> heard = new ArrayList<>();

        venue.batchPlace().parallelism(1).onProgress(heard::add).place(orders(7));

        assertThat(heard)
                .containsExactly(
                        new PlaceProgress("test", 7, 3, 1, null),
                        new PlaceProgress("test", 7, 6, 2, null),
                        new PlaceProgress("test", 7, 7, 3, null));
    }

    @Test
    void aTimeoutThatCannotSufficeIsSaidBeforeTheFirstCall() {
        List<PlaceProgress> heard = new ArrayList<>();
        venue.limits = List.of(new VenueGateway.Limit("place", 1, Duration.ofSeconds(1)));

        venue.batchPlace().timeout(Duration.ofSeconds(1)).onProgress(heard::add).place(orders(7));

        assertThat(heard.get(0))
                .isEqualTo(new PlaceProgress(
                        "test",
                        0,
                        0,
                        0,
                        "7 orders need at least 2 s by Test's rate limits, and the timeout is 1 s: some will not be"
                                + " sent. Give a longer timeout, or fewer orders"));
        assertThat(heard)
                .extracting(PlaceProgress::warning)
                .filteredOn(Objects::nonNull)
                .hasSize(1);
    }

    @Test
    void aListenerThatFailsDoesNotEndTheRun() {
        PlaceReport<Map<String, ?>> report = venue.batchPlace()
                .onProgress(progress -> {
                    throw new IllegalStateException("no screen");
                })
                .place(orders(7));

        assertThat(report.placed()).isTrue();
    }

    @Test
    void nothingIsSentForNoOrder() {
        assertThat(venue.batchPlace().place(List.of()).outcomes()).isEmpty();
        assertThat(venue.calls()).isEmpty();
    }

    @Test
    void clientOrderIdsAreMadeWhereNoneIsGivenAndToldBeforeAnythingIsSent() {
        List<String> told = new ArrayList<>();

        PlaceReport<Map<String, ?>> report = venue.batchPlace()
                .beforeSending(ids -> {
                    assertThat(venue.calls()).isEmpty();
                    told.addAll(ids);
                })
                .place(List.of(order("1"), Map.of("symbol", "BTC", "price", "2", "cid", "mine")));

        assertThat(told)
                .hasSize(2)
                .containsExactlyElementsOf(venue.book.stream()
                        .map(order -> String.valueOf(order.get("cid")))
                        .toList());
        assertThat(told.get(0)).matches("[1-9a-f][0-9a-f]{31}");
        assertThat(told.get(1)).isEqualTo("mine");
        assertThat(report.outcomes()).extracting(PlaceOutcome::clientOrderId).isEqualTo(told);
    }

    @Test
    void callHoldsOrdersOfOneCategoryAndTheReportKeepsTheOrderOfTheInput() {
        venue.item = new Item("symbol", "cid", Alphabet.HEXADECIMAL, 32, "market");
        List<Map<String, ?>> orders = List.of(
                Map.of("symbol", "BTC", "price", "1", "market", "spot"),
                Map.of("symbol", "BTC", "price", "2", "market", "futures"),
                Map.of("symbol", "BTC", "price", "3", "market", "spot"),
                Map.of("symbol", "BTC", "price", "4"));

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders);

        assertThat(venue.received)
                .extracting(call -> call.orders().stream()
                        .map(order -> String.valueOf(order.get("price")))
                        .toList())
                .containsExactly(List.of("1", "3"), List.of("2"), List.of("4"));
        assertThat(report.placed()).isTrue();
        assertThat(report.outcomes()).extracting(PlaceOutcome::order).isEqualTo(orders);
    }

    @Test
    void madeIdsHaveTheFormThatTheSpecStates() {
        venue.item = new Item("symbol", "cid", Alphabet.DECIMAL, 18, null);

        venue.batchPlace().place(orders(100));

        assertThat(venue.book)
                .extracting(order -> order.get("cid"))
                .allSatisfy(id -> assertThat(id.toString()).matches("[1-9]\\d{17}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void theClientOrderIdOfAnOrderThatIsNotSentIsNotTold() {
        List<String> told = new ArrayList<>();
        Map<String, ?> invalid = Map.of("symbol", "BTC", "price", "-1", "cid", "wrong");
        Map<String, ?> valid = Map.of("symbol", "BTC", "price", "2", "cid", "mine");

        venue.batchPlace().beforeSending(told::addAll).place(List.of(invalid, valid));
        venue.batchPlace().beforeSending(told::addAll).place(List.of(invalid));

        assertThat(told).containsExactly("mine");
    }

    @Test
    void aFailingListenerKeepsEverythingFromBeingSent() {
        BatchPlace<Map<String, ?>> place = venue.batchPlace().beforeSending(ids -> {
            throw new IllegalStateException("the disk is full");
        });

        assertThatThrownBy(() -> place.place(orders(1))).hasMessage("the disk is full");
        assertThat(venue.calls()).isEmpty();
    }

    @Test
    void anInvalidOrderIsNotSentAndKeepsNoOtherFromBeingPlaced() {
        PlaceReport<Map<String, ?>> report =
                venue.batchPlace().place(List.of(order("1"), order("-1"), Map.of("price", "3"), order("4")));

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.PLACED, Status.NOT_SENT, Status.NOT_SENT, Status.PLACED);
        assertThat(report.outcomes().get(1).message()).isEqualTo("Not sent: price is -1; nothing was sent");
        assertThat(report.outcomes().get(2).message())
                .isEqualTo("Not sent: the order has no symbol; set it, or give all orders one with symbol()");
        assertThat(venue.calls()).containsExactly("place");
    }

    @Test
    void theSecondOrderWithTheSameClientOrderIdIsNotSent() {
        Map<String, ?> order = Map.of("symbol", "BTC", "price", "1", "cid", "mine");

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(List.of(order, order));

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::message)
                .containsExactly(
                        "Placed",
                        "Not sent: order 1 of the batch has the same client order id mine; give each order its own, or none");
        assertThat(venue.placed("mine")).isOne();
    }

    @Test
    void theSymbolOfAllOrdersIsUsedWhereAnOrderNamesNone() {
        venue.batchPlace().symbol("ETH").place(List.of(order("1"), Map.of("price", "2")));

        assertThat(venue.book).extracting(order -> order.get("symbol")).containsExactly("BTC", "ETH");
    }

    @Test
    void aVenueThatTakesTheSymbolBesideTheOrdersNeedsIt() {
        venue.symbol = "market";

        assertThatThrownBy(() -> venue.batchPlace().place(orders(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Test takes the symbol of all orders as market beside them; give it with symbol(…)");

        venue.batchPlace().symbol("ETH").place(orders(1));
        assertThat(venue.received.get(0).arguments().get("market")).isEqualTo("ETH");
        assertThat(venue.received.get(0).arguments().get("mode")).isEqualTo("many");
    }

    @Test
    void anOrderThatTheVenueRejectsIsRejectedWithItsCode() {
        venue.fault("place", call -> {
            Map<?, ?> first = call.orders().get(0);
            Map<?, ?> second = call.orders().get(1);
            return Map.of(
                    "rows",
                    List.of(
                            Map.of(
                                    "cid",
                                    Objects.requireNonNull(second.get("cid")),
                                    "code",
                                    "poor",
                                    "message",
                                    "no money"),
                            venue.place(first)));
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(2));

        assertThat(report.outcomes()).extracting(PlaceOutcome::status).containsExactly(Status.PLACED, Status.REJECTED);
        PlaceOutcome<Map<String, ?>> rejected = report.outcomes().get(1);
        assertThat(rejected.message()).isEqualTo("Rejected: poor no money (insufficient funds)");
        assertThat(rejected.code()).isEqualTo("poor");
        assertThat(rejected.kind()).isEqualTo(ErrorKind.INSUFFICIENT_FUNDS);
        assertThat(rejected.cause()).hasMessage("Test rejected an order of place: poor no money");
        assertThat(report.resolved()).isTrue();
    }

    @Test
    void aCallThatWasTurnedAwayForItsRateIsMadeAgainAfterThePause() {
        venue.fault("place", call -> {
            throw ScriptedExchange.rejection(ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofSeconds(3));
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(3));

        assertThat(report.placed()).isTrue();
        assertThat(venue.received).extracting(call -> call.at().toMillis()).containsExactly(0L, 3010L);
    }

    @Test
    void ordersThatWaitForTheirRateToTheEndAreRejectedWithThatCode() {
        for (int i = 0; i < 10; i++) {
            venue.fault("place", call -> {
                throw ScriptedExchange.rejection(ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofDays(1000));
            });
        }

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(1));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.REJECTED);
        assertThat(report.outcomes().get(0).message()).isEqualTo("Rejected: no (rate limit)");
    }

    @Test
    void ordersWithoutAPermitAreNotSent() {
        NotSentException none = new NotSentException("test", "place", "no permit in time", null, Duration.ofMinutes(1));
        venue.fault("place", call -> {
            throw none;
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(2));

        assertThat(report.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.NOT_SENT);
            assertThat(outcome.message()).isEqualTo("Not sent: no permit in time");
            assertThat(outcome.cause()).isSameAs(none);
        });
    }

    @Test
    void aCodeAboutOneOrderLeavesTheOthersOfItsCallInDoubtUnlessAllOfThemFailTogether() {
        ScriptedExchange.Fault poor = call -> {
            throw ScriptedExchange.rejection(ErrorKind.INSUFFICIENT_FUNDS, Effect.NONE, null);
        };

        venue.fault("place", poor).lookup = null;
        assertThat(venue.batchPlace().place(orders(2)).outcomes())
                .extracting(PlaceOutcome::status)
                .containsOnly(Status.UNKNOWN);
        venue.fault("place", poor);
        assertThat(venue.batchPlace().place(orders(1)).outcomes())
                .extracting(PlaceOutcome::status)
                .containsOnly(Status.REJECTED);
        venue.fault("place", poor).allOrNothing = true;
        assertThat(venue.batchPlace().place(orders(2)).outcomes())
                .extracting(PlaceOutcome::status)
                .containsOnly(Status.REJECTED);
    }

    @Test
    void aCallThatNeverReachedTheVenueIsNotSent() {
        venue.fault("place", call -> {
            throw new TransportException("test", "place", Effect.NONE, "no connection", null);
        });

        assertThat(venue.batchPlace().place(orders(1)).outcomes().get(0).message())
                .isEqualTo("Not sent: no connection");
    }

    @Test
    void whatIsNotSentWhenTheTimeoutPassesIsNotSent() {
        venue.cap = 1;
        venue.lookup = null;
        venue.fault("place", call -> null).fault("place", call -> null).fault("place", call -> null);

        PlaceReport<Map<String, ?>> report = venue.batchPlace()
                .timeout(Duration.ofMillis(900))
                .parallelism(1)
                .place(orders(4));

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.UNKNOWN, Status.UNKNOWN, Status.UNKNOWN, Status.NOT_SENT);
        assertThat(report.outcomes().get(3).message()).isEqualTo("Not sent: the deadline of 0.9 s passed");
        assertThat(report.outcomes().get(3).cause()).hasMessage("place was not sent: the deadline of 0.9 s passed");
        assertThat(report.elapsed()).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void aVenueWithoutClientOrderIdsTellsByWhatItRepeatsWhichOrderARowBelongsTo() {
        venue.item = new Item(null, null, Alphabet.HEXADECIMAL, 0, null);
        venue.response =
                new Response("rows", null, null, "id", null, null, null, List.of("price"), Set.of(), List.of());
        venue.lookup = null;
        venue.fault(
                "place",
                call -> Map.of(
                        "rows",
                        List.of(
                                Map.of("id", "8", "price", "2.0"),
                                Map.of("id", "9", "price", "1"),
                                Map.of("id", "7", "price", "2"))));

        PlaceReport<Map<String, ?>> report =
                venue.batchPlace().place(List.of(order("1"), order("2"), order("2"), order("3")));

        assertThat(report.outcomes().subList(0, 3))
                .extracting(PlaceOutcome::orderId)
                .containsExactly("9", "8", "7");
        venue.fault("place", call -> Map.of("rows", List.of()));
        assertThat(venue.batchPlace().place(orders(1)).outcomes().get(0).message())
                .isEqualTo("Unknown, and not sent again: Test's place left orders of the call out of its response; "
                        + "Test has no client order ids, so that nothing can tell this order from another");
    }

    static List<Map<String, ?>> orders(int count) {
        return IntStream.rangeClosed(1, count)
                .<Map<String, ?>>mapToObj(n -> order(String.valueOf(n)))
                .toList();
    }

    static Map<String, ?> order(String price) {
        return Map.of("symbol", "BTC", "price", price);
    }
}
