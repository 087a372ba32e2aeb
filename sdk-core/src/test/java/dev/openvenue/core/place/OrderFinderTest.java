package dev.openvenue.core.place;

import static dev.openvenue.core.place.BatchPlaceTest.orders;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.codegen.BatchPlaceDescription.Alphabet;
import dev.openvenue.core.codegen.BatchPlaceDescription.Item;
import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lookups of an order in doubt are believed, and what is asked next. */
final class OrderFinderTest {
    private static final Map<String, ?> MINE = Map.of("symbol", "BTC", "price", "1", "cid", "mine");

    private final ScriptedExchange venue = new ScriptedExchange();

    @Test
    void lookupThatNeedsTheSymbolHasIt() {
        venue.lookupSymbol = "market";
        venue.late(Duration.ZERO);

        assertThat(venue.batchPlace().place(orders(1)).placed()).isTrue();
        assertThat(venue.received.get(1).arguments().get("market")).isEqualTo("BTC");
    }

    @Test
    void orderWithoutTheSymbolThatALookupNeedsIsUnknownAtOnce() {
        venue.lookupSymbol = "market";
        venue.item = new Item(null, "cid", Alphabet.HEXADECIMAL, 32, null);
        venue.lose();

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(1));

        assertThat(report.outcomes().get(0).message())
                .isEqualTo("Unknown, and not sent again: no response; look needs a symbol, and the order has none");
        assertThat(venue.calls()).containsExactly("place");
    }

    @Test
    void idThatWasMadeHereBelongsToNoOtherOrder() {
        venue.lose().fault("look", call -> Map.of("rows", List.of(Map.of("id", "9", "cid", call.clientId()))));

        assertThat(venue.batchPlace().place(orders(1)).outcomes().get(0).orderId())
                .isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "made=yesterday | the client order id mine belongs to another order, as far as can be told:"
                        + " the venue does not say when it was made",
                "symbol=ETH | the client order id mine belongs to another order, whose symbol is ETH and not BTC",
                "id= | look responded an order without its id",
                "cid=yours | look responded other orders than the one that was asked for"
            })
    void orderThatIsNotCertainlyTheLostOneIsNotTakenForIt(String change, String why) {
        venue.lose().fault("look", call -> {
            Map<String, Object> row = new HashMap<>(venue.place(MINE));
            venue.book.clear();
            row.put(change.split("=")[0], change.substring(change.indexOf('=') + 1));
            return Map.of("rows", List.of(row));
        });

        // The next lookup would find nothing, and its words would replace those of the first.
        PlaceOutcome<Map<String, ?>> outcome = venue.batchPlace()
                .timeout(Duration.ofMillis(200))
                .place(List.of(MINE))
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("Unknown, and not sent again: no response; " + why + "; the deadline of 0.2 s passed");
    }

    @Test
    void orderThatWasMadeBeforeThisOneWasSentIsAnotherOneThoughTheRunHadBegun() {
        venue.fault("place", call -> {
                    throw ScriptedExchange.rejection(ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofSeconds(10));
                })
                .fault("place", venue::execute)
                .lose();
        venue.cap = 1;
        venue.in(Duration.ofSeconds(5), () -> venue.place(MINE));

        PlaceOutcome<Map<String, ?>> outcome = venue.batchPlace()
                .parallelism(1)
                .place(List.of(Map.of("symbol", "BTC", "price", "7"), MINE))
                .outcomes()
                .get(1);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message()).contains("made at 2026-01-02T03:04:10Z and before this run");
    }

    @Test
    void lookupThatSaysNothingIsMadeAgain() {
        venue.late(Duration.ZERO)
                .fault("look", call -> {
                    throw ScriptedExchange.rejection(ErrorKind.VENUE_UNAVAILABLE, Effect.NONE, null);
                })
                .fault("look", call -> Map.of("other", "something"))
                .fault("look", call -> Map.of("rows", List.of(Map.of("id", "5", "cid", "yours"))));

        assertThat(venue.batchPlace().place(orders(1)).placed()).isTrue();
        assertThat(venue.received)
                .extracting(call -> call.at().toMillis())
                .containsExactly(0L, 10L, 270L, 780L, 1_790L);
    }

    @Test
    void lookupThatIsRejectedForWantOfTheOrderProvesItsAbsence() {
        venue.lose();
        for (int i = 0; i < 100; i++) {
            venue.fault("look", call -> {
                throw ScriptedExchange.rejection(ErrorKind.ORDER_NOT_FOUND, Effect.NONE, null);
            });
        }

        PlaceReport<Map<String, ?>> report =
                venue.batchPlace().timeout(Duration.ofMinutes(5)).place(orders(1));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.NOT_PLACED);
    }

    @Test
    void listOfOpenOrdersIsReadOnlyUntilAllAreFound() {
        venue.lookup = new Lookup(true, "made", null);
        venue.paged = true;
        venue.cap = 5;
        venue.late(Duration.ZERO);

        PlaceReport<Map<String, ?>> report = venue.batchPlace().place(orders(3));

        assertThat(report.placed()).isTrue();
        assertThat(venue.calls()).containsExactly("place", "open", "open");
        assertThat(venue.received.get(2).arguments().get("page")).isEqualTo(2);
    }

    @Test
    void listOfOpenOrdersIsReadOnceThoughOrdersAreMissing() {
        venue.lookup = new Lookup(true, "made", null);
        venue.paged = true;
        venue.fault("place", call -> {
            call.orders().subList(0, 2).forEach(venue::place);
            throw ScriptedExchange.transport();
        });

        PlaceReport<Map<String, ?>> report =
                venue.batchPlace().timeout(Duration.ofMillis(200)).place(orders(3));

        assertThat(venue.calls()).containsExactly("place", "open", "open");
        assertThat(report.outcomes().get(2).message())
                .contains("the open orders do not show it, which does not prove that it was not placed");
    }

    @Test
    void listOfOpenOrdersThatFailsIsReadAgain() {
        venue.lookup = new Lookup(true, "made", null);
        venue.late(Duration.ZERO)
                .fault("open", call -> {
                    throw ScriptedExchange.transport();
                })
                .fault("open", call -> Map.of("rows", List.of(Map.of("cid", "yours"))));

        assertThat(venue.batchPlace().place(orders(1)).placed()).isTrue();
        assertThat(venue.received).extracting(call -> call.at().toMillis()).containsExactly(0L, 10L, 270L, 780L);
    }

    @Test
    void listOfOpenOrdersIsReadForEachSymbol() {
        venue.lookup = new Lookup(true, "made", null);
        venue.lookupSymbol = "market";
        venue.late(Duration.ZERO);

        PlaceReport<Map<String, ?>> report = venue.batchPlace()
                .place(List.of(Map.of("symbol", "BTC", "price", "1"), Map.of("symbol", "ETH", "price", "2")));

        assertThat(report.placed()).isTrue();
        assertThat(venue.received.subList(1, 3))
                .extracting(call -> String.valueOf(call.arguments().get("market")))
                .containsExactly("BTC", "ETH");
        assertThat(venue.received.subList(1, 3)).allMatch(call -> call.at().equals(ScriptedExchange.LATENCY));
    }

    /** Two orders on a page. */
    @Page(parameter = "page", start = 1)
    static Page page() {
        try {
            return OrderFinderTest.class.getDeclaredMethod("page").getAnnotation(Page.class);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
