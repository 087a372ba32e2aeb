package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the simulated XT does with orders. */
final class XtOrdersTest {
    private static final String CANCELLED = "The order has been canceled successfully";
    private static final String GONE = "Failed to cancel the order since it does not exist or has been canceled";

    private final VenueSimulator venue =
            VenueSimulator.start("xt", new TestClock(Instant.ofEpochMilli(1_562_930_348_000L)));
    private final XtCaller caller = new XtCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void orderLivesFromPlacingToBatchCancel() throws IOException {
        assertThat(caller.post(
                                "batchOrder",
                                data("[{\"price\":\"5000\",\"amount\":\"0.001\",\"type\":1},"
                                        + "{\"price\":6000.5,\"amount\":0.002,\"type\":0}]"))
                        .body())
                .isEqualTo("{\"code\":200,\"data\":["
                        + "{\"amount\":0.001,\"price\":5000,\"id\":156387346384491,\"type\":1},"
                        + "{\"amount\":0.002,\"price\":6000.5,\"id\":156387346384492,\"type\":0}],"
                        + "\"info\":\"An order has been placed successfully\"}");
        assertThat(caller.get("getOpenOrders", Map.of("market", "btc_usdt")).body())
                .isEqualTo("{\"code\":200,\"data\":["
                        + row("156387346384492", "0.002", "6000.5", 0, 1) + ","
                        + row("156387346384491", "0.001", "5000", 1, 1) + "],\"info\":\"success\"}");

        assertThat(caller.post("batchCancel", data("[\"156387346384491\",156387346384492]"))
                        .body())
                .isEqualTo("{\"code\":200,\"data\":["
                        + item(CANCELLED, 120, "156387346384491") + ","
                        + item(CANCELLED, 120, "156387346384492") + "],\"info\":\"" + CANCELLED + "\"}");

        assertThat(caller.get("getOpenOrders", Map.of("market", "btc_usdt")).body())
                .isEqualTo("{\"code\":200,\"data\":[],\"info\":\"success\"}");
        assertThat(caller.get("getOrder", Map.of("market", "btc_usdt", "id", "156387346384491"))
                        .body())
                .isEqualTo("{\"code\":200,\"data\":" + row("156387346384491", "0.001", "5000", 1, 3)
                        + ",\"info\":\"success\"}");
        assertThat(venue.completedActions().cancelledOrderIds()).containsExactly("156387346384491", "156387346384492");
    }

    @Test
    void batchCancelReturnsARowForEveryIdUnderASuccess() throws IOException {
        String filled = seed();
        String cancelled = seed();
        venue.orders().fill(filled);
        caller.post("cancel", Map.of("market", "btc_usdt", "id", cancelled));

        assertThat(caller.post("batchCancel", data("[\"5\",\"" + filled + "\",\"" + cancelled + "\"]"))
                        .body())
                .isEqualTo("{\"code\":200,\"data\":[" + item(GONE, 121, "5") + ","
                        + item("Failed to cancel the order since it has been canceled or completed", 122, filled) + ","
                        + item(GONE, 121, cancelled) + "],\"info\":\"" + CANCELLED + "\"}");
    }

    @Test
    void idsBeyondAHundredAreIgnored() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            ids.add("\"" + seed() + "\"");
        }
        String response = caller.post("batchCancel", data("[" + String.join(",", ids) + "]"))
                .body();
        assertThat(response).contains("156387346384590").doesNotContain("156387346384591");
        assertThat(venue.orders().open()).extracting(SimulatedOrder::orderId).containsExactly("156387346384591");
    }

    @Test
    void batchWithOneWrongOrderPlacesNothing() throws IOException {
        assertThat(caller.post(
                                "batchOrder",
                                data("[{\"price\":\"5000\",\"amount\":\"0.001\",\"type\":1},"
                                        + "{\"price\":\"0\",\"amount\":\"0.002\",\"type\":0}]"))
                        .body())
                .isEqualTo("{\"code\":102,\"info\":\"Parameter error: price\"}");
        assertThat(venue.orders().all()).isEmpty();
    }

    @Test
    void singleCancelRespondsWithoutData() throws IOException {
        String order = seed();
        Map<String, String> parameters = Map.of("market", "btc_usdt", "id", order);
        assertThat(caller.post("cancel", parameters).body()).isEqualTo("{\"code\":200,\"info\":\"" + CANCELLED + "\"}");
        assertThat(caller.post("cancel", parameters).body()).isEqualTo("{\"code\":121,\"info\":\"" + GONE + "\"}");
    }

    @Test
    void orderOfAnotherMarketIsNotThere() throws IOException {
        String order = seed();
        assertThat(caller.post("cancel", Map.of("market", "eth_usdt", "id", order))
                        .body())
                .isEqualTo("{\"code\":121,\"info\":\"" + GONE + "\"}");
        assertThat(caller.get("getOrder", Map.of("market", "eth_usdt", "id", order))
                        .body())
                .isEqualTo("{\"code\":404,\"info\":\"The order does not exist\"}");
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void emptyListIsRejected() throws IOException {
        seed();
        assertThat(caller.post("batchCancel", data("[]")).body())
                .isEqualTo("{\"code\":102,\"info\":\"Parameter error: data\"}");
        assertThat(caller.post("batchCancel", Map.of("market", "btc_usdt", "data", "not Base64"))
                        .body())
                .isEqualTo("{\"code\":102,\"info\":\"Parameter error: data\"}");
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void manyOrdersAreLookedUpAtOnceAndUnknownOnesLeftOut() throws IOException {
        String open = seed();
        String filled = seed();
        venue.orders().fill(filled);
        assertThat(caller.get("getBatchOrders", data("[\"" + filled + "\",\"1\",\"" + open + "\"]"))
                        .body())
                .isEqualTo("{\"code\":200,\"data\":[{\"number\":\"2\",\"price\":\"5000\",\"avgPrice\":\"5000\",\"id\":"
                        + filled + ",\"time\":1562930348000,\"type\":1,\"status\":2,\"completeNumber\":\"2\","
                        + "\"completeMoney\":\"10000\",\"entrustType\":0,\"fee\":\"0.000000\"},"
                        + row(open, "2", "5000", 1, 1) + "],\"info\":\"success\"}");
    }

    @Test
    void openOrdersComeInPages() throws IOException {
        for (int i = 0; i < 11; i++) {
            seed();
        }
        assertThat(caller.get("getOpenOrders", Map.of("market", "btc_usdt", "page", "2"))
                        .body())
                .isEqualTo("{\"code\":200,\"data\":[" + row("156387346384491", "2", "5000", 1, 1)
                        + "],\"info\":\"success\"}");
        assertThat(caller.get("getOpenOrders", Map.of("market", "btc_usdt", "pageSize", "9"))
                        .body())
                .isEqualTo("{\"code\":102,\"info\":\"Parameter error: pageSize\"}");
    }

    @Test
    void marketOrderThatFindsNothingIsRejected() throws IOException {
        assertThat(caller.post("order", Map.of("market", "btc_usdt", "number", "1", "type", "1", "entrustType", "1"))
                        .body())
                .isEqualTo("{\"code\":111,\"info\":\"There is no order to take\"}");
    }

    @Test
    void missingParameterIsNamed() throws IOException {
        assertThat(caller.post("cancel", Map.of("market", "btc_usdt")).body())
                .isEqualTo("{\"code\":400,\"info\":\"Bad request: id is missing\"}");
    }

    @Test
    void unknownMarketIsNotOpen() throws IOException {
        assertThat(caller.get("getOpenOrders", Map.of("market", "BTC_USDT")).body())
                .isEqualTo("{\"code\":107,\"info\":\"The market BTC_USDT is not open for trading\"}");
    }

    @Test
    void acceptedCancelTakesEffectAfterAFewQueries() throws IOException {
        String order = seed();
        venue.cancelLatency(2);
        caller.post("cancel", Map.of("market", "btc_usdt", "id", order));
        assertThat(caller.get("getOpenOrders", Map.of("market", "btc_usdt")).body())
                .contains(order);
        assertThat(caller.get("getOpenOrders", Map.of("market", "btc_usdt")).body())
                .isEqualTo("{\"code\":200,\"data\":[],\"info\":\"success\"}");
    }

    private String seed() {
        return venue.orders().place("btc_usdt", Side.BUY, new BigDecimal("5000"), new BigDecimal("2"), null);
    }

    private static Map<String, String> data(String json) {
        return Map.of("market", "btc_usdt", "data", XtCaller.base64(json));
    }

    private static String item(String message, int code, String id) {
        return "{\"msg\":\"" + message + "\",\"code\":" + code + ",\"id\":" + id + "}";
    }

    private static String row(String id, String number, String price, int type, int status) {
        return "{\"number\":\"" + number + "\",\"price\":\"" + price + "\",\"avgPrice\":\"0.00\",\"id\":" + id
                + ",\"time\":1562930348000,\"type\":" + type + ",\"status\":" + status
                + ",\"completeNumber\":\"0\",\"completeMoney\":\"0\",\"entrustType\":0,\"fee\":\"0.000000\"}";
    }
}
