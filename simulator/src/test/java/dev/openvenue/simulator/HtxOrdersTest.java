package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the simulated HTX does with orders. */
final class HtxOrdersTest {
    private static final String ORDERS = "/v1/order/orders/";
    private static final String UNKNOWN = rejection("base-record-invalid", "record invalid");

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_630_649_406_687L));
    private final VenueSimulator venue = VenueSimulator.start("htx", clock);
    private final HtxCaller caller = new HtxCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void orderLivesFromPlacingToBatchCancel() throws IOException {
        assertThat(caller.post(ORDERS + "place", order("buy-limit-maker", "a")).body())
                .isEqualTo(ok("\"357631450723117\""));
        assertThat(caller.get("/v1/order/openOrders", Map.of("account-id", "10000001", "symbol", "btcusdt"))
                        .body())
                .isEqualTo(ok("[{\"id\":357631450723117,\"symbol\":\"btcusdt\",\"account-id\":10000001,"
                        + "\"client-order-id\":\"a\",\"amount\":\"5.000000000000000000\","
                        + "\"price\":\"1.000000000000000000\",\"created-at\":1630649406687,\"type\":\"buy-limit-maker\","
                        + "\"source\":\"spot-api\",\"filled-amount\":\"0.0\",\"filled-cash-amount\":\"0.0\","
                        + "\"filled-fees\":\"0.0\",\"state\":\"submitted\"}]"));

        assertThat(caller.post(ORDERS + "batchcancel", "{\"order-ids\":[\"357631450723117\"]}")
                        .body())
                .isEqualTo(ok("{\"success\":[\"357631450723117\"],\"failed\":[]}"));

        assertThat(caller.get("/v1/order/openOrders", Map.of()).body()).isEqualTo(ok("[]"));
        assertThat(caller.get(ORDERS + "357631450723117", Map.of()).body())
                .isEqualTo(ok("{\"id\":357631450723117,\"symbol\":\"btcusdt\",\"account-id\":10000001,"
                        + "\"client-order-id\":\"a\",\"amount\":\"5.000000000000000000\","
                        + "\"price\":\"1.000000000000000000\",\"created-at\":1630649406687,\"type\":\"buy-limit-maker\","
                        + "\"source\":\"spot-api\",\"field-amount\":\"0.0\",\"field-cash-amount\":\"0.0\","
                        + "\"field-fees\":\"0.0\",\"finished-at\":1630649406687,\"state\":\"canceled\","
                        + "\"canceled-at\":1630649406687}"));
    }

    @Test
    void everyIdMayFailUnderAnOk() throws IOException {
        String filled = seed("filled");
        String partly = seed("partly");
        venue.orders().fill(filled);
        venue.orders().partiallyFill(partly, BigDecimal.ONE);
        caller.post(ORDERS + partly + "/submitcancel", "{}");

        assertThat(caller.post(ORDERS + "batchcancel", "{\"order-ids\":[\"1\",\"" + filled + "\",\"" + partly + "\"]}")
                        .body())
                .isEqualTo(ok("{\"success\":[],\"failed\":["
                        + "{\"err-msg\":\"The record is not found\",\"order-id\":\"1\",\"err-code\":\"base-not-found\","
                        + "\"client-order-id\":\"\"},"
                        + failed("6", filled, "filled") + "," + failed("5", partly, "partly") + "]}"));
    }

    @Test
    void clientOrderIdsAreReturnedAsClientOrderIds() throws IOException {
        seed("a");
        assertThat(caller.post(ORDERS + "batchcancel", "{\"client-order-ids\":[\"a\",\"b\"]}")
                        .body())
                .isEqualTo(ok("{\"success\":[\"a\"],\"failed\":[{\"err-msg\":\"The record is not found\","
                        + "\"order-id\":\"\",\"err-code\":\"base-not-found\",\"client-order-id\":\"b\"}]}"));
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void exactlyOneKindOfIdIsAccepted() throws IOException {
        seed("a");
        String message = "Exactly one of order-ids and client-order-ids must be given";
        assertThat(caller.post(ORDERS + "batchcancel", "{\"order-ids\":[\"1\"],\"client-order-ids\":[\"a\"]}")
                        .body())
                .isEqualTo(rejection("validation-constraints-error", message));
        assertThat(caller.post(ORDERS + "batchcancel", "{}").body())
                .isEqualTo(rejection("validation-constraints-error", message));
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void emptyListIsRejected() throws IOException {
        assertThat(caller.post(ORDERS + "batchcancel", "{\"order-ids\":[]}").body())
                .isEqualTo(rejection("batchcancel-order-id-list-empty", "The list of order ids is empty"));
    }

    @Test
    void fiftyOneIdsAreRejected() throws IOException {
        String ids = String.join(",", Collections.nCopies(51, "\"1\""));
        assertThat(caller.post(ORDERS + "batchcancel", "{\"order-ids\":[" + ids + "]}")
                        .body())
                .isEqualTo(rejection("validation-constraints-error", "The list must have 1 to 50 ids"));
    }

    @Test
    void numberIsNotAnId() throws IOException {
        assertThat(caller.post(ORDERS + "batchcancel", "{\"order-ids\":[357631450723117]}")
                        .body())
                .isEqualTo(rejection("validation-constraints-error", "An id is not text"));
    }

    @Test
    void submittedCancelIsInProgressUntilTheOrderIsQueried() throws IOException {
        String order = seed("a");
        venue.cancelLatency(2);
        assertThat(caller.post(ORDERS + order + "/submitcancel", "{\"symbol\":\"btcusdt\"}")
                        .body())
                .isEqualTo(ok("\"" + order + "\""));
        assertThat(caller.post(ORDERS + "batchcancel", "{\"order-ids\":[\"" + order + "\"]}")
                        .body())
                .isEqualTo(ok("{\"success\":[],\"failed\":[" + failed("10", order, "a") + "]}"));
        assertThat(caller.get(ORDERS + order, Map.of()).body()).contains("\"state\":\"canceling\"");
        assertThat(caller.get(ORDERS + order, Map.of()).body()).contains("\"state\":\"canceled\"");
    }

    @Test
    void rejectedCancelReportsTheState() throws IOException {
        String order = seed("a");
        venue.orders().fill(order);
        String withState =
                rejection("order-orderstate-error", "Incorrect order state").replace("}", ",\"order-state\":");
        assertThat(caller.post(ORDERS + order + "/submitcancel", "{}").body()).isEqualTo(withState + "6}");
        clock.advance(Duration.ofMinutes(121));
        assertThat(caller.post(ORDERS + order + "/submitcancel", "{}").body()).isEqualTo(withState + "-1}");
    }

    @Test
    void unknownOrderIsAnInvalidRecord() throws IOException {
        assertThat(caller.post(ORDERS + "1/submitcancel", "{}").body()).isEqualTo(UNKNOWN);
        assertThat(caller.get(ORDERS + "1", Map.of()).body()).isEqualTo(UNKNOWN);
        assertThat(caller.get(ORDERS + "getClientOrder", Map.of("clientOrderId", "a"))
                        .body())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void cancelByClientIdReturnsANumberInAnyCase() throws IOException {
        seed("a");
        assertThat(cancelByClientId("a")).isEqualTo(ok("10"));
        assertThat(cancelByClientId("a")).isEqualTo(ok("7"));
        assertThat(cancelByClientId("b")).isEqualTo(ok("0"));
    }

    @Test
    void clientIdLeadsToTheNewestOrderAndMayBeUsedAgain() throws IOException {
        caller.post(ORDERS + "place", order("buy-limit", "a"));
        caller.post(ORDERS + "place", order("sell-limit", "a"));
        assertThat(caller.get(ORDERS + "getClientOrder", Map.of("clientOrderId", "a"))
                        .body())
                .contains("\"id\":357631450723118", "\"type\":\"sell-limit\"");
        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("a", "a");
    }

    @Test
    void clientIdExpiresAfterEightHoursAndOfAClosedOrderAfterTwo() throws IOException {
        seed("open");
        String closed = seed("closed");
        venue.orders().fill(closed);
        clock.advance(Duration.ofMinutes(121));
        assertThat(clientOrder("closed")).isEqualTo(UNKNOWN);
        assertThat(clientOrder("open")).contains("\"state\":\"submitted\"");
        clock.advance(Duration.ofHours(6));
        assertThat(clientOrder("open")).isEqualTo(UNKNOWN);
    }

    @Test
    void fullyCancelledOrderIsForgottenAfterTwoHours() throws IOException {
        String order = seed("a");
        cancelByClientId("a");
        clock.advance(Duration.ofHours(2));
        assertThat(caller.get(ORDERS + order, Map.of()).body()).contains("\"state\":\"canceled\"");
        clock.advance(Duration.ofMillis(1));
        assertThat(caller.get(ORDERS + order, Map.of()).body()).isEqualTo(UNKNOWN);
    }

    @Test
    void openOrdersAreCancelledOldestFirstUpToASize() throws IOException {
        seed("a");
        seed("b");
        String third = seed("c");
        venue.orders().place("ethusdt", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "d");
        String path = ORDERS + "batchCancelOpenOrders";

        assertThat(caller.post(path, "{\"account-id\":\"10000001\",\"symbol\":\"btcusdt\",\"side\":\"sell\"}")
                        .body())
                .isEqualTo(ok("{\"success-count\":0,\"failed-count\":0,\"next-id\":-1}"));
        assertThat(caller.post(path, "{\"account-id\":\"10000001\",\"symbol\":\"btcusdt\",\"size\":\"2\"}")
                        .body())
                .isEqualTo(ok("{\"success-count\":2,\"failed-count\":0,\"next-id\":" + third + "}"));
        assertThat(caller.post(path, "{\"types\":\"buy-limit\"}").body())
                .isEqualTo(ok("{\"success-count\":2,\"failed-count\":0,\"next-id\":-1}"));
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void openOrdersPageFromAnOrderOn() throws IOException {
        String first = seed("a");
        String second = seed("b");
        String third = seed("c");
        assertThat(openOrders(Map.of("from", second, "direct", "next", "size", "2")))
                .contains(second, first)
                .doesNotContain(third);
        assertThat(openOrders(Map.of("from", second, "direct", "prev", "size", "1")))
                .contains(second)
                .doesNotContain(first, third);
        assertThat(openOrders(Map.of("from", second)))
                .isEqualTo(rejection("validation-constraints-required", "direct is required"));
    }

    @Test
    void batchReturnsARowForEveryOrderInItsPlace() throws IOException {
        assertThat(caller.post(
                                "/v1/order/batch-orders",
                                "[" + order("buy-limit", "a") + "," + order("buy-market-grid", "b") + ","
                                        + order("buy-limit", "c").replace("btcusdt", "BTCUSDT") + "]")
                        .body())
                .isEqualTo(ok("[{\"order-id\":357631450723117,\"client-order-id\":\"a\"},"
                        + "{\"client-order-id\":\"b\",\"err-code\":\"order-type-invalid\","
                        + "\"err-msg\":\"The order type buy-market-grid is not simulated, though the venue may know it\"},"
                        + "{\"client-order-id\":\"c\",\"err-code\":\"base-symbol-error\","
                        + "\"err-msg\":\"The symbol BTCUSDT is invalid\"}]"));
    }

    @Test
    void elevenOrdersAreRejected() throws IOException {
        String orders = String.join(",", Collections.nCopies(11, order("buy-limit", "a")));
        assertThat(caller.post("/v1/order/batch-orders", "[" + orders + "]").body())
                .isEqualTo(rejection("validation-constraints-error", "The list must have 1 to 10 orders"));
        assertThat(venue.orders().all()).isEmpty();
    }

    @Test
    void missingParameterIsNamed() throws IOException {
        assertThat(caller.post(ORDERS + "place", "{}").body())
                .isEqualTo(rejection("validation-constraints-required", "account-id is required"));
    }

    @Test
    void accountOfSomebodyElseIsRejected() throws IOException {
        assertThat(caller.post(ORDERS + "place", order("buy-limit", "a").replace("10000001", "1"))
                        .body())
                .isEqualTo(rejection("account-get-accounts-inexistent-error", "The account does not exist"));
    }

    private String openOrders(Map<String, String> parameters) throws IOException {
        return caller.get("/v1/order/openOrders", parameters).body();
    }

    private String clientOrder(String clientOrderId) throws IOException {
        return caller.get(ORDERS + "getClientOrder", Map.of("clientOrderId", clientOrderId))
                .body();
    }

    private String cancelByClientId(String clientOrderId) throws IOException {
        return caller.post(ORDERS + "submitCancelClientOrder", "{\"client-order-id\":\"" + clientOrderId + "\"}")
                .body();
    }

    private String seed(String clientOrderId) {
        return venue.orders().place("btcusdt", Side.BUY, BigDecimal.ONE, new BigDecimal("5"), clientOrderId);
    }

    private static String order(String type, String clientOrderId) {
        return "{\"account-id\":\"10000001\",\"symbol\":\"btcusdt\",\"type\":\"" + type
                + "\",\"amount\":\"5\",\"price\":\"1\",\"client-order-id\":\"" + clientOrderId + "\"}";
    }

    private static String failed(String state, String orderId, String clientOrderId) {
        return "{\"err-msg\":\"Incorrect order state\",\"order-state\":" + state + ",\"order-id\":\"" + orderId
                + "\",\"err-code\":\"order-orderstate-error\",\"client-order-id\":\"" + clientOrderId + "\"}";
    }

    private static String ok(String data) {
        return "{\"status\":\"ok\",\"data\":" + data + "}";
    }

    private static String rejection(String code, String message) {
        return "{\"status\":\"error\",\"err-code\":\"" + code + "\",\"err-msg\":\"" + message + "\",\"data\":null}";
    }
}
