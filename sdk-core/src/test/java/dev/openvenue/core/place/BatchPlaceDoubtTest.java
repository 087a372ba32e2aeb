package dev.openvenue.core.place;

import static dev.openvenue.core.place.BatchPlaceTest.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.codegen.BatchPlaceDescription.Absence;
import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What becomes of orders whose place was lost: they are never sent again, and found by their client order ids only. */
final class BatchPlaceDoubtTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ScriptedExchange venue = new ScriptedExchange();

    @Test
    void anOrderWhoseResponseWasLostIsFoundByItsClientOrderId() {
        venue.late(Duration.ZERO);

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(3));

        assertThat(venue.calls()).containsExactly("place", "look", "look", "look");
        assertThat(venue.book).hasSize(3);
        assertThat(report.outcomes()).extracting(PlaceOutcome::orderId).containsExactly("1", "2", "3");
        PlaceOutcome<Map<String, ?>> first = report.outcomes().get(0);
        assertThat(first.status()).isEqualTo(Status.PLACED);
        assertThat(first.message())
                .isEqualTo("Placed: a lookup by its client order id " + first.clientOrderId()
                        + " found it, although no response");
        assertThat(first.cause()).hasMessage("no response");
    }

    @Test
    void anOrderThatIsExecutedLateIsFoundWhenItIsThere() {
        venue.late(Duration.ofSeconds(29));

        PlaceReport<Map<String, ?>> report = venue.batchPlace().timeout(LONG).place(orders(1));

        assertThat(report.placed()).isTrue();
        assertThat(report.elapsed()).isGreaterThan(Duration.ofSeconds(29)).isLessThan(Duration.ofSeconds(70));
        assertThat(venue.book).hasSize(1);
    }

    @Test
    void nothingIsSaidOfAnOrderThatMayStillBeExecuted() {
        venue.lose();

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(1));

        PlaceOutcome<Map<String, ?>> outcome = report.outcomes().get(0);
        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("Unknown, and not sent again: no response; no order with the client order id "
                        + outcome.clientOrderId() + " was found; the deadline of 30 s passed");
        assertThat(outcome.status().mayExist()).isTrue();
        assertThat(report.resolved()).isFalse();
        assertThat(venue.calls().stream().filter("place"::equals)).hasSize(1);
    }

    @Test
    void anOrderThatCanNoLongerBeExecutedAndIsNowhereWasNotPlaced() {
        venue.lose();

        PlaceReport<Map<String, ?>> report = venue.batchPlace().timeout(LONG).place(orders(1));

        PlaceOutcome<Map<String, ?>> outcome = report.outcomes().get(0);
        assertThat(outcome.status()).isEqualTo(Status.NOT_PLACED);
        assertThat(outcome.message())
                .isEqualTo("Not placed: no order with the client order id " + outcome.clientOrderId()
                        + " was found, although the request can no longer be executed; no response");
        // Twice the 30 s that the venue tolerates, because its clock may be behind the signed time, and the lag of 10
        // s.
        assertThat(report.elapsed()).isBetween(Duration.ofSeconds(70), Duration.ofSeconds(72));
        assertThat(venue.calls().stream().filter("place"::equals)).hasSize(1);
    }

    @Test
    void anOrderThatMayHaveFilledAtOnceIsNotSaidToBeMissing() {
        venue.lookup = new Lookup(false, "made", new Absence(Duration.ofSeconds(30), Map.of("force", "post_only")));
        venue.cap = 1;
        venue.lose().lose();

        PlaceReport<Map<String, ?>> report = venue.batchPlace()
                .timeout(LONG)
                .place(List.of(Map.of("symbol", "BTC", "force", "gtc"), Map.of("symbol", "BTC", "force", "post_only")));

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.UNKNOWN, Status.NOT_PLACED);
    }

    @Test
    void anOlderOrderWithTheSameClientOrderIdIsNotTakenForTheLostOne() {
        venue.place(Map.of("symbol", "BTC", "price", "1", "cid", "mine"));
        venue.in(Duration.ofHours(1), () -> {});
        venue.await(new LinkedBlockingQueue<>(), Duration.ofHours(1));
        venue.lose();

        PlaceReport<Map<String, ?>> report =
                venue.batchPlace().timeout(LONG).place(List.of(Map.of("symbol", "BTC", "price", "1", "cid", "mine")));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.UNKNOWN);
        assertThat(report.outcomes().get(0).orderId()).isNull();
        assertThat(report.outcomes().get(0).message())
                .isEqualTo(
                        "Unknown, and not sent again: no response; the client order id mine belongs to another order, "
                                + "made at 2026-01-02T03:04:05Z and before this run; the deadline of 300 s passed");
    }

    @Test
    void aLookAlikeIsNotTakenForTheLostOrder() {
        venue.place(Map.of("symbol", "BTC", "price", "1", "cid", "another"));
        venue.lose().fault("look", call -> Map.of("rows", venue.book));

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(1));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anOrderThatDiffersFromTheOneThatWasSentIsAnotherOne() {
        venue.lose().fault("look", call -> {
            venue.place(Map.of("symbol", "btc", "price", "1.5", "cid", call.clientId()));
            return venue.execute(call);
        });

        PlaceReport<Map<String, ?>> report =
                venue.batchPlace().place(List.of(Map.of("symbol", "BTC", "price", "1", "cid", "mine")));

        assertThat(report.outcomes().get(0).message())
                .contains("belongs to another order, whose price is 1.5 and not 1");
    }

    @Test
    void twoOrdersWithOneClientOrderIdSettleNothing() {
        venue.lose().fault("look", call -> {
            for (int i = 0; i < 2; i++) {
                venue.place(Map.of("symbol", "BTC", "price", "1", "cid", call.clientId()));
            }
            return venue.execute(call);
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(1));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.UNKNOWN);
        assertThat(report.outcomes().get(0).message())
                .contains("several orders have the client order id "
                        + report.outcomes().get(0).clientOrderId());
    }

    @Test
    void failingLookupsAndResponsesWithoutAListProveNoAbsence() {
        venue.lose();
        for (int i = 0; i < 100; i++) {
            venue.fault("look", call -> Map.of("other", "something"));
            venue.fault("look", call -> {
                throw ScriptedExchange.rejection(ErrorKind.VENUE_UNAVAILABLE, Effect.NONE, null);
            });
        }

        PlaceReport<Map<String, ?>> report = venue.batchPlace().timeout(LONG).place(orders(1));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aResponseThatAccountsForFewerOrdersLeavesTheOthersInDoubt() {
        venue.fault("place", call -> {
            Object response = venue.execute(call);
            return Map.of("rows", ((List<?>) Objects.requireNonNull(((Map<?, ?>) response).get("rows"))).subList(0, 1));
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(3));

        assertThat(venue.calls()).containsExactly("place", "look", "look");
        assertThat(report.placed()).isTrue();
        assertThat(report.outcomes().get(2).cause())
                .hasMessage("Test's place left orders of the call out of its response");
    }

    @Test
    void aDuplicateIsLookedUpBecauseAProxyMayHaveDeliveredTheRequestTwice() {
        venue.fault("place", call -> {
            venue.execute(call);
            return Map.of(
                    "rows",
                    venue.book.stream()
                            .map(order -> Map.of("cid", Objects.requireNonNull(order.get("cid")), "code", "twice"))
                            .toList());
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(2));

        assertThat(report.placed()).isTrue();
        assertThat(venue.book).hasSize(2);
    }

    @Test
    void rowsThatContradictEachOtherSettleNothing() {
        venue.lookup = null;
        venue.fault("place", call -> {
            List<Map<?, ?>> sent = call.orders();
            Object one = Objects.requireNonNull(sent.get(0).get("cid"));
            Object two = Objects.requireNonNull(sent.get(1).get("cid"));
            Object three = Objects.requireNonNull(sent.get(2).get("cid"));
            return Map.of(
                    "rows",
                    List.of(
                            Map.of("cid", one, "id", "5"),
                            Map.of("cid", one, "code", "poor"),
                            Map.of("cid", two, "id", "6"),
                            Map.of("cid", three, "id", "6")));
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(3));

        assertThat(report.outcomes())
                .extracting(outcome -> Objects.requireNonNull(outcome.cause()).getMessage())
                .containsExactly(
                        "Test's place told two things of one order",
                        "Test's place returned one order id for several orders",
                        "Test's place returned one order id for several orders");
    }

    @Test
    void theListOfOpenOrdersFindsAllOrdersOfASymbolWithOneCallAndProvesNoAbsence() {
        venue.lookup = new Lookup(true, "made", null);
        venue.fault("place", call -> {
            call.orders().subList(0, 2).forEach(venue::place);
            throw ScriptedExchange.transport();
        });

        PlaceReport<Map<String, ?>> report = venue.batchPlace().timeout(LONG).place(orders(3));

        assertThat(report.outcomes())
                .extracting(PlaceOutcome::status)
                .containsExactly(Status.PLACED, Status.PLACED, Status.UNKNOWN);
        assertThat(venue.calls().subList(0, 3)).containsExactly("place", "open", "open");
        assertThat(report.outcomes().get(2).message())
                .contains("the open orders do not show it, which does not prove that it was not placed");
    }

    @Test
    void aVenueWithoutALookupLeavesTheOrderUnknownAtOnce() {
        venue.lookup = null;
        venue.lose();

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(1));

        assertThat(report.outcomes().get(0).message())
                .isEqualTo("Unknown, and not sent again: no response; Test finds no order by its client order id");
        assertThat(report.elapsed()).isEqualTo(ScriptedExchange.LATENCY);
    }

    @Test
    void anInterruptEndsTheRunAndNoOrderIsLost() {
        venue.cap = 1;
        Thread.currentThread().interrupt();
        PlaceReport<Map<String, ?>> report;
        try {
            report = new Interrupted(venue).place(orders(2));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(report.outcomes()).extracting(PlaceOutcome::status).containsExactly(Status.UNKNOWN, Status.NOT_SENT);
        assertThat(report.outcomes())
                .extracting(PlaceOutcome::message)
                .containsExactly(
                        "Unknown: no response came before the thread was interrupted",
                        "Not sent: the thread was interrupted");
        VenueException noResponse =
                Objects.requireNonNull(report.outcomes().get(0).cause());
        assertThat(noResponse).hasMessage("place had no response: the thread was interrupted");
        assertThat(noResponse.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(report.outcomes().get(1).cause()).hasMessage("place was not sent: the thread was interrupted");
    }

    /** The batch place of a venue on which waiting is interrupted. */
    private record Interrupted(ScriptedExchange venue) {
        PlaceReport<Map<String, ?>> place(List<Map<String, ?>> orders) {
            BatchPlace<Map<String, ?>> interrupted = venue.batchPlace(new EngineClock() {
                @Override
                public long nanoTime() {
                    return venue.nanoTime();
                }

                @Override
                public <E> E await(BlockingQueue<E> queue, Duration atMost) throws InterruptedException {
                    return queue.take();
                }

                @Override
                public double jitter() {
                    return venue.jitter();
                }
            });
            return interrupted.parallelism(1).place(orders);
        }
    }
}
