package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulated API v4 of XT does with orders. */
final class XtV4OrdersTest {
    private static final String FIRST = "204371980095156544";
    private static final String SECOND = "204371980095156545";
    private static final String BUY = "{\"symbol\":\"btc_usdt\",\"side\":\"BUY\",\"bizType\":\"SPOT\",";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_679_175_285_162L));
    private final VenueSimulator venue = VenueSimulator.start("xt-v4", clock);
    private final XtV4Caller caller = new XtV4Caller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void orderLivesFromPlacingToCancelling() throws IOException {
        assertThat(place("\"type\":\"LIMIT\",\"timeInForce\":\"GTC\",\"price\":20000,\"quantity\":\"0.001\","
                        + "\"clientOrderId\":\"mine_1\""))
                .isEqualTo(success("{\"orderId\":\"" + FIRST + "\",\"ip\":\"127.0.0.1\"}"));
        String open = success("[" + row("NEW", false, "0.001", "1679175285162") + "]");
        assertThat(caller.get("open-order?symbol=btc_usdt&bizType=SPOT&side=BUY")
                        .body())
                .isEqualTo(open);
        assertThat(caller.get("open-order?side=SELL").body()).isEqualTo(success("[]"));
        clock.advance(Duration.ofMillis(93));

        assertThat(caller.send("DELETE", "order/" + FIRST, null).body())
                .isEqualTo(success("{\"cancelId\":\"9" + FIRST + "\"}"));

        String cancelled = row("CANCELED", true, "0", "1679175285255");
        assertThat(caller.get("order/" + FIRST).body()).isEqualTo(success(cancelled));
        assertThat(caller.get("order?clientOrderId=mine_1").body()).isEqualTo(success(cancelled));
        assertThat(caller.get("batch-order?orderIds=" + FIRST + ",7").body()).isEqualTo(success("[" + cancelled + "]"));
        assertThat(caller.get("history-order").body())
                .isEqualTo(success("{\"hasPrev\":false,\"hasNext\":false,\"items\":[" + cancelled + "]}"));
        assertThat(caller.get("history-order?hiddenCanceled=true").body())
                .isEqualTo(success("{\"hasPrev\":false,\"hasNext\":false,\"items\":[]}"));
    }

    @Test
    void batchCancelSaysNothingOfItsOrders() throws IOException {
        rests(Side.BUY, "100", "1");
        rests(Side.BUY, "101", "1");

        String response = caller.send("DELETE", "batch-order", "{\"orderIds\":[" + FIRST + ",\"7\",\"" + FIRST + "\"]}")
                .body();

        assertThat(response).isEqualTo(success("null"));
        assertThat(venue.orders().find(FIRST).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(venue.orders().find(SECOND).orElseThrow().state()).isEqualTo(State.OPEN);
        assertThat(venue.completedActions().cancelledOrderIds()).containsExactly(FIRST);
    }

    @Test
    void everythingOfASideIsCancelled() throws IOException {
        rests(Side.BUY, "100", "1");
        rests(Side.SELL, "200", "1");

        assertThat(caller.send("DELETE", "open-order", "{\"bizType\":\"SPOT\",\"side\":\"SELL\"}")
                        .body())
                .isEqualTo(success("null"));

        assertThat(venue.orders().open()).extracting(SimulatedOrder::orderId).containsExactly(FIRST);
    }

    @Test
    void itemsOfABatchSucceedOrFailByThemselves() throws IOException {
        String fits = BUY + "\"type\":\"LIMIT\",\"timeInForce\":\"GTC\",\"price\":\"1\",\"quantity\":\"1\"}";
        String zero = BUY + "\"clientOrderId\":\"zero\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\",\"price\":\"0\","
                + "\"quantity\":\"1\"}";

        String response = caller.send(
                        "POST", "batch-order", "{\"clientBatchId\":\"51232\",\"items\":[" + fits + "," + zero + "]}")
                .body();

        assertThat(response)
                .isEqualTo(
                        success("{\"batchId\":\"51232\",\"items\":[{\"index\":0,\"clientOrderId\":null,\"orderId\":\""
                                + FIRST
                                + "\",\"rejected\":false,\"reason\":null},{\"index\":1,\"clientOrderId\":\"zero\","
                                + "\"orderId\":null,\"rejected\":true,\"reason\":\"rejected by ORDER_F0101\"}]}"));
    }

    @Test
    void amendedOrderKeepsItsId() throws IOException {
        rests(Side.BUY, "100", "2");
        venue.orders().partiallyFill(FIRST, BigDecimal.ONE);

        assertThat(caller.send("PUT", "order/" + FIRST, "{\"price\":\"101\",\"quantity\":\"1\"}")
                        .body())
                .isEqualTo(rejection("ORDER_F0201"));
        assertThat(caller.send("PUT", "order/" + FIRST, "{\"price\":\"101\",\"quantity\":\"3\"}")
                        .body())
                .isEqualTo(success("{\"orderId\":\"" + FIRST + "\",\"modifyId\":\"" + SECOND + "\"}"));

        SimulatedOrder amended = venue.orders().find(FIRST).orElseThrow();
        assertThat(amended.price()).isEqualByComparingTo("101");
        assertThat(amended.quantity()).isEqualByComparingTo("3");
        assertThat(amended.filled()).isEqualByComparingTo("1");
    }

    @Test
    void marketOrderTakesTheBestPricesOfTheBook() throws IOException {
        rests(Side.SELL, "200", "1");
        rests(Side.SELL, "100", "1");

        place("\"type\":\"MARKET\",\"timeInForce\":\"IOC\",\"quoteQty\":\"200\"");

        SimulatedOrder taker = venue.orders().all().get(2);
        assertThat(taker.state()).isEqualTo(State.FILLED);
        assertThat(taker.filled()).isEqualByComparingTo("1.5");
        assertThat(taker.price()).isEqualByComparingTo("133.33333333");
        assertThat(venue.orders().find(SECOND).orElseThrow().state()).isEqualTo(State.FILLED);
        assertThat(venue.orders().find(FIRST).orElseThrow().filled()).isEqualByComparingTo("0.5");
        assertThat(caller.get("trade?orderType=MARKET").body())
                .isEqualTo(success("{\"hasPrev\":false,\"hasNext\":false,\"items\":[{\"symbol\":\"btc_usdt\","
                        + "\"baseCurrency\":\"btc\",\"quoteCurrency\":\"usdt\",\"tradeId\":\"204371980095156546\","
                        + "\"orderId\":\"204371980095156546\",\"orderSide\":\"BUY\",\"orderType\":\"MARKET\","
                        + "\"bizType\":\"SPOT\",\"time\":1679175285162,\"price\":\"133.33333333\","
                        + "\"quantity\":\"1.50000000\",\"quoteQty\":\"199.9999999950000000\",\"fee\":\"0\","
                        + "\"feeCurrency\":\"usdt\",\"takerMaker\":\"TAKER\"}]}"));
    }

    @Test
    void marketOrderWithNothingToTakeIsRejected() throws IOException {
        assertThat(place("\"type\":\"MARKET\",\"timeInForce\":\"IOC\",\"quoteQty\":\"200\""))
                .isEqualTo(rejection("ORDER_F0601"));
    }

    /** A sale of 1 rests at 100. */
    @ParameterizedTest
    @CsvSource({
        "GTC, 100, 1, OPEN, 0",
        "GTX, 99, 1, OPEN, 0",
        "GTX, 100, 1, CANCELLED, 0",
        "IOC, 99, 1, CANCELLED, 0",
        "IOC, 100, 1, FILLED, 1",
        "IOC, 100, 2, CANCELLED, 1",
        "FOK, 100, 2, CANCELLED, 0",
        "FOK, 101, 1, FILLED, 1"
    })
    void timeInForceDecidesWhatBecomesOfALimitOrder(
            String timeInForce, String price, String quantity, State state, String filled) throws IOException {
        rests(Side.SELL, "100", "1");

        place("\"type\":\"LIMIT\",\"timeInForce\":\"" + timeInForce + "\",\"price\":\"" + price + "\",\"quantity\":\""
                + quantity + "\"");

        SimulatedOrder placed = venue.orders().find(SECOND).orElseThrow();
        assertThat(placed.state()).isEqualTo(state);
        assertThat(placed.filled()).isEqualByComparingTo(filled);
    }

    @Test
    void marketDataShowTheOwnOrders() throws IOException {
        rests(Side.BUY, "99", "1");
        rests(Side.BUY, "99", "2");
        rests(Side.SELL, "101", "1");

        assertThat(caller.open("depth?symbol=btc_usdt").body())
                .isEqualTo(success("{\"timestamp\":1679175285162,\"lastUpdateId\":3,\"bids\":[[\"99\",\"3\"]],"
                        + "\"asks\":[[\"101\",\"1\"]]}"));
        assertThat(caller.open("ticker/book?symbol=btc_usdt").body())
                .isEqualTo(success("[{\"s\":\"btc_usdt\",\"t\":1679175285162,\"ap\":\"101\",\"aq\":\"1\","
                        + "\"bp\":\"99\",\"bq\":\"3\"}]"));
        assertThat(caller.open("ticker/price?symbol=eth_usdt").body())
                .isEqualTo(success("[{\"s\":\"eth_usdt\",\"t\":1679175285162,\"p\":null}]"));
        assertThat(caller.open("ticker?symbol=doge_usdt").body()).isEqualTo(rejection("SYMBOL_001"));
        assertThat(caller.get("balance?currency=usdt").body())
                .contains("\"frozenAmount\":\"297\",\"availableAmount\":\"999999703\",\"totalAmount\":\"1000000000\"");
    }

    @Test
    void historyIsReadInPages() throws IOException {
        for (int i = 0; i < 3; i++) {
            rests(Side.BUY, "100", "1");
        }
        caller.send("DELETE", "open-order", "{\"bizType\":\"SPOT\"}");

        assertThat(caller.get("history-order?limit=2").body())
                .startsWith("{\"rc\":0,\"mc\":\"SUCCESS\",\"ma\":[],\"result\":{\"hasPrev\":false,\"hasNext\":true,")
                .contains("204371980095156546", SECOND)
                .doesNotContain(FIRST);
        assertThat(caller.get("history-order?limit=2&direction=NEXT&fromId=" + SECOND)
                        .body())
                .contains("\"hasPrev\":true,\"hasNext\":false", FIRST)
                .doesNotContain("\"" + SECOND + "\"");
        assertThat(caller.get("history-order?limit=1&direction=PREV&fromId=" + FIRST)
                        .body())
                .contains("\"hasPrev\":true,\"hasNext\":true", SECOND)
                .doesNotContain("204371980095156546");
    }

    private String place(String members) throws IOException {
        return caller.send("POST", "order", BUY + members + "}").body();
    }

    private void rests(Side side, String price, String quantity) {
        venue.orders().place("btc_usdt", side, new BigDecimal(price), new BigDecimal(quantity), null);
    }

    private static String row(String state, boolean closed, String left, String updated) {
        return "{\"symbol\":\"btc_usdt\",\"baseCurrency\":\"btc\",\"quoteCurrency\":\"usdt\",\"orderId\":\"" + FIRST
                + "\",\"clientOrderId\":\"mine_1\",\"side\":\"BUY\",\"type\":\"LIMIT\",\"timeInForce\":\"GTC\","
                + "\"price\":\"20000\",\"origQty\":\"0.001\",\"origQuoteQty\":\"20.000\",\"executedQty\":\"0\","
                + "\"leavingQty\":\"" + left + "\",\"tradeBase\":\"0\",\"tradeQuote\":\"0\",\"avgPrice\":null,"
                + "\"fee\":null,\"feeCurrency\":null,\"closed\":" + closed + ",\"state\":\"" + state
                + "\",\"time\":1679175285162,\"updatedTime\":" + updated + "}";
    }

    private static String success(String result) {
        return "{\"rc\":0,\"mc\":\"SUCCESS\",\"ma\":[],\"result\":" + result + "}";
    }

    private static String rejection(String code) {
        return "{\"rc\":1,\"mc\":\"" + code + "\",\"ma\":[],\"result\":null}";
    }
}
