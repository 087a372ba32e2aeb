package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the simulated Bitget does with orders of a unified account. */
final class BitgetV3OrdersTest {
    private static final String TRADE = "/api/v3/trade/";
    private static final String FIRST = "1321320757371228161";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_750_753_395_850L));
    private final VenueSimulator venue = VenueSimulator.start("bitget-v3", clock);
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void batchIsAnsweredWithARowPerOrder() throws IOException {
        assertThat(caller.post(TRADE + "place-batch", "[" + limit("a", "10000") + "," + limit("a", "10001") + "]")
                        .body())
                .isEqualTo(success("[{\"orderId\":\"" + FIRST + "\",\"clientOid\":\"a\"},"
                        + failure("", "a", "25212", "Duplicate clientOid") + "]"));

        assertThat(caller.post(
                                TRADE + "cancel-batch",
                                "[{\"orderId\":\"" + FIRST + "\"," + market() + "},{\"clientOid\":\"b\"," + market()
                                        + "},{\"orderId\":\"" + FIRST + "\",\"category\":\"spot\"}]")
                        .body())
                .isEqualTo(success("[{\"orderId\":\"" + FIRST + "\",\"clientOid\":\"a\"},"
                        + failure("", "b", "25204", "Order does not exist") + ","
                        + failure(FIRST, "", "400172", "Parameter verification failed: symbol is missing") + "]"));
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void batchOfSeveralCategoriesOrOfTwentyOneOrdersIsRejectedAsAWhole() throws IOException {
        String order = seed(Side.BUY, "100", "1");
        String item = "{\"orderId\":\"" + order + "\"," + market() + "}";

        assertThat(caller.post(TRADE + "cancel-batch", "[" + item + "," + item.replace("SPOT", "MARGIN") + "]")
                        .body())
                .isEqualTo(rejection("400172", "Parameter verification failed: the orders are not of one category"));
        assertThat(caller.post(TRADE + "cancel-batch", "[" + String.join(",", Collections.nCopies(21, item)) + "]")
                        .body())
                .isEqualTo(
                        rejection("400172", "Parameter verification failed: the body is not a list of 1 to 20 orders"));
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void orderOfAnotherCategoryIsNotFound() throws IOException {
        String order = seed(Side.BUY, "100", "1");
        assertThat(caller.post(TRADE + "cancel-order", "{\"orderId\":\"" + order + "\",\"category\":\"USDT-FUTURES\"}")
                        .body())
                .isEqualTo(rejection("25204", "Order does not exist"));
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void marketBuySpendsItsAmountOnTheBestAsks() throws IOException {
        String near = seed(Side.SELL, "100", "1");
        String far = seed(Side.SELL, "200", "1");

        caller.post(
                TRADE + "place-order", "{" + market() + ",\"side\":\"buy\",\"orderType\":\"market\",\"qty\":\"200\"}");

        assertThat(venue.orders().find(near).orElseThrow().state()).isEqualTo(State.FILLED);
        assertThat(venue.orders().find(far).orElseThrow().filled()).isEqualByComparingTo("0.5");
        SimulatedOrder taker = venue.orders().all().get(2);
        assertThat(taker.filled()).isEqualByComparingTo("1.5");
        assertThat(taker.price()).isEqualByComparingTo("133.33333333");
        assertThat(taker.state()).isEqualTo(State.FILLED);
    }

    @Test
    void marketOrderInAnEmptyBookIsRejected() throws IOException {
        assertThat(caller.post(
                                TRADE + "place-order",
                                "{" + market() + ",\"side\":\"sell\",\"orderType\":\"market\",\"qty\":\"1\"}")
                        .body())
                .isEqualTo(rejection("25209", "Insufficient market liquidity, please try again later"));
        assertThat(venue.orders().all()).isEmpty();
    }

    @Test
    void immediateOrCancelTakesWhatThereIsAndFillOrKillAllOrNothing() throws IOException {
        String bid = seed(Side.BUY, "100", "1");

        caller.post(TRADE + "place-order", sell("2", "100", "fok"));
        assertThat(venue.orders().find(bid).orElseThrow().filled()).isZero();
        assertThat(venue.orders().all().get(1).state()).isEqualTo(State.CANCELLED);

        caller.post(TRADE + "place-order", sell("2", "100", "ioc"));
        assertThat(venue.orders().find(bid).orElseThrow().state()).isEqualTo(State.FILLED);
        assertThat(venue.orders().all().get(2).filled()).isEqualByComparingTo("1");
        assertThat(venue.orders().all().get(2).state()).isEqualTo(State.CANCELLED);
        assertThat(caller.get(TRADE + "fills").body()).contains("\"execQty\":\"1\"", "\"tradeScope\":\"taker\"");
    }

    @Test
    void postOnlyOrderThatWouldTakeIsCancelledAndAnotherRests() throws IOException {
        seed(Side.BUY, "100", "1");
        caller.post(TRADE + "place-order", sell("1", "100", "post_only"));
        caller.post(TRADE + "place-order", sell("1", "101", "post_only"));
        assertThat(venue.orders().all().get(0).filled()).isZero();
        assertThat(venue.orders().all().get(1).state()).isEqualTo(State.CANCELLED);
        assertThat(venue.orders().all().get(2).state()).isEqualTo(State.OPEN);
    }

    @Test
    void amendedOrderKeepsItsIdsAndASmallerOneThanItsFillsIsRejected() throws IOException {
        String order = seed(Side.BUY, "100", "2");
        venue.orders().partiallyFill(order, BigDecimal.ONE);

        assertThat(caller.post(TRADE + "modify-order", "{\"orderId\":\"" + order + "\",\"qty\":\"0.5\"}")
                        .body())
                .isEqualTo(rejection("25568", "The order does not meet the modification requirements."));
        caller.post(TRADE + "modify-order", "{\"orderId\":\"" + order + "\",\"price\":\"99\"}");
        assertThat(venue.orders().find(order).orElseThrow().price()).isEqualByComparingTo("99");
        caller.post(TRADE + "modify-order", "{\"orderId\":\"" + order + "\",\"qty\":\"1\"}");
        assertThat(venue.orders().find(order).orElseThrow().state()).isEqualTo(State.FILLED);
    }

    @Test
    void bookAndTickerAreMadeOfTheOrders() throws IOException {
        seed(Side.BUY, "100", "1");
        seed(Side.BUY, "100", "0.5");
        seed(Side.SELL, "101.50", "2");
        assertThat(RawHttp.get(venue.baseUrl() + "/api/v3/market/orderbook?category=SPOT&symbol=BTCUSDT", Map.of())
                        .body())
                .isEqualTo(success("{\"a\":[[101.5,2]],\"b\":[[100,1.5]],\"ts\":\"1750753395850\"}"));
        assertThat(RawHttp.get(venue.baseUrl() + "/api/v3/market/tickers?category=SPOT&symbol=BTCUSDT", Map.of())
                        .body())
                .contains("\"ask1Price\":\"101.5\",\"bid1Price\":\"100\",\"bid1Size\":\"1.5\"");
        assertThat(caller.get("/api/v3/account/assets").body()).contains("\"locked\":\"150.0\"");
    }

    @Test
    void countdownCancelsWhatRestsAndLeavesWhatWaits() throws IOException {
        seed(Side.BUY, "100", "1");
        caller.post(
                TRADE + "place-strategy-order",
                "{" + market() + ",\"type\":\"tpsl\",\"stopLoss\":\"90\",\"clientOid\":\"stop\"}");
        caller.post(TRADE + "countdown-cancel-all", "{\"countdown\":\"5\"}");

        clock.advance(Duration.ofSeconds(5));

        assertThat(caller.get(TRADE + "unfilled-orders").body()).isEqualTo(success("{\"list\":[],\"cursor\":null}"));
        assertThat(venue.orders().open()).singleElement().matches(SimulatedOrder::awaitsTrigger);
        assertThat(caller.post(TRADE + "countdown-cancel-all", "{\"countdown\":\"4\"}")
                        .body())
                .isEqualTo(rejection("40020", "Parameter countdown error"));
    }

    @Test
    void withoutFillsTheListIsNull() throws IOException {
        assertThat(caller.get(TRADE + "fills").body()).isEqualTo(success("{\"list\":null,\"cursor\":null}"));
    }

    @Test
    void cancelOfAWholeCategoryNamesItsOrdersOrSaysThatThereAreNone() throws IOException {
        String order = seed(Side.BUY, "100", "1");
        assertThat(caller.post(TRADE + "cancel-symbol-order", "{\"category\":\"SPOT\"}")
                        .body())
                .isEqualTo(success("{\"list\":[{\"orderId\":\"" + order + "\",\"clientOid\":null}]}"));
        assertThat(caller.post(TRADE + "cancel-symbol-order", "{\"category\":\"SPOT\"}")
                        .body())
                .isEqualTo(rejection("25204", "Order does not exist"));
    }

    private String seed(Side side, String price, String quantity) {
        return venue.orders().place("BTCUSDT", side, new BigDecimal(price), new BigDecimal(quantity), null);
    }

    private static String market() {
        return "\"category\":\"SPOT\",\"symbol\":\"BTCUSDT\"";
    }

    private static String limit(String clientOid, String price) {
        return "{" + market() + ",\"side\":\"buy\",\"orderType\":\"limit\",\"qty\":\"1\",\"price\":\"" + price
                + "\",\"clientOid\":\"" + clientOid + "\"}";
    }

    private static String sell(String quantity, String price, String timeInForce) {
        return "{" + market() + ",\"side\":\"sell\",\"orderType\":\"limit\",\"qty\":\"" + quantity + "\",\"price\":\""
                + price + "\",\"timeInForce\":\"" + timeInForce + "\"}";
    }

    private String success(String data) {
        return "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":"
                + venue.now().toEpochMilli() + ",\"data\":" + data + "}";
    }

    private String rejection(String code, String message) {
        return "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"requestTime\":"
                + venue.now().toEpochMilli() + ",\"data\":null}";
    }

    private static String failure(String orderId, String clientOid, String code, String message) {
        return "{\"orderId\":\"" + orderId + "\",\"clientOid\":\"" + clientOid + "\",\"code\":\"" + code
                + "\",\"msg\":\"" + message + "\"}";
    }
}
