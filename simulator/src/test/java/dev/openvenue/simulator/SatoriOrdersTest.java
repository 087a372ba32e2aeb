package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the simulated Satori does with orders. */
final class SatoriOrdersTest {
    private static final String CREATE = "/api/third/hot/order/create";
    private static final String BATCH_CREATE = "/api/third/hot/order/batchCreate";
    private static final String CANCEL = "/api/third/order/cancelEntrust";
    private static final String BATCH_CANCEL = "/api/third/order/batchCancelEntrust";
    private static final String CANCEL_ALL = "/api/third/order/cancelAll";
    private static final String QUERY = "/api/third/order/queryOrder";
    private static final String OPEN = "/api/third/order/selectContractCurrentEntrustList";
    private static final String LIMIT =
            "clientOrderId=a&isLong=True&isMarket=False&lever=20&matchType=1&pairName=ETH-USD"
                    + "&positionType=3&price=3100&quantity=0.02";

    private final VenueSimulator venue =
            VenueSimulator.start("satori", new TestClock(Instant.parse("2024-09-09T07:41:34Z")));
    private final SatoriCaller caller = new SatoriCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void orderLivesFromCreatingToBatchCancel() throws IOException {
        assertThat(payload(caller.post(CREATE, LIMIT).body()))
                .isEqualTo("{\"pairName\":\"ETH-USD\",\"orderId\":180554928,\"corderId\":\"a\"}");
        assertThat(payload(caller.post(OPEN, "pairName=ETH-USD").body()))
                .isEqualTo("[" + row("180554928", "a", "20", "3.10000000") + "]");

        assertThat(payload(caller.post(BATCH_CANCEL, "entrustIds=180554928").body()))
                .isEqualTo("true");

        assertThat(payload(caller.post(OPEN, "pairName=ETH-USD").body())).isEqualTo("[]");
        assertThat(payload(caller.post(QUERY, "entrustId=180554928").body()))
                .isEqualTo(row("180554928", "a", "20", "3.10000000").replaceFirst("}$", ",\"status\":3}"));
        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("a");
    }

    @Test
    void batchCancelStopsAtTheFirstFailure() throws IOException {
        String first = seed("a");
        String filled = seed("b");
        String third = seed("c");
        venue.orders().fill(filled);

        assertThat(verdict(caller.post(BATCH_CANCEL, "entrustIds=" + first + "," + filled + "," + third)
                        .body()))
                .isEqualTo(
                        "{\"error\":true,\"code\":2126,\"msg\":\"The order has been completely filled\",\"data\":null");

        assertThat(venue.orders().open()).extracting(SimulatedOrder::orderId).containsExactly(third);
        assertThat(venue.completedActions().cancelledOrderIds()).containsExactly(first);
        assertThat(venue.completedActions().count("cancelOrders")).isOne();
    }

    @Test
    void retriedBatchStopsAtOnceAndDoesNothing() throws IOException {
        String first = seed("a");
        String second = seed("b");
        caller.post(CANCEL, "entrustId=" + first);

        assertThat(verdict(caller.post(BATCH_CANCEL, "entrustIds=" + first + "," + second)
                        .body()))
                .isEqualTo("{\"error\":true,\"code\":2125,\"msg\":\"The order has been revoked\",\"data\":null");

        assertThat(venue.orders().open()).extracting(SimulatedOrder::orderId).containsExactly(second);
        assertThat(venue.completedActions().count("cancelOrders")).isZero();
    }

    @Test
    void unknownOrderIsExpired() throws IOException {
        String expired = "{\"error\":true,\"code\":2103,\"msg\":\"Order expired\",\"data\":null";
        assertThat(verdict(caller.post(CANCEL, "entrustId=1").body())).isEqualTo(expired);
        assertThat(verdict(caller.post(QUERY, "entrustId=1").body())).isEqualTo(expired);
        assertThat(verdict(caller.post("/api/third/order/cancelEntrustByCli", "clientOrderId=a")
                        .body()))
                .isEqualTo(expired);
    }

    @Test
    void orderIsCancelledByItsClientId() throws IOException {
        seed("a");
        assertThat(payload(caller.post("/api/third/order/cancelEntrustByCli", "clientOrderId=a")
                        .body()))
                .isEqualTo("true");
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void emptyListIsMissing() throws IOException {
        seed("a");
        assertThat(verdict(caller.post(BATCH_CANCEL, "entrustIds=").body()))
                .isEqualTo("{\"error\":true,\"code\":2002,\"msg\":\"Required parameter:entrustIds\",\"data\":null");
        assertThat(verdict(caller.post(BATCH_CANCEL, "entrustIds=1,x").body()))
                .isEqualTo("{\"error\":true,\"code\":2001,\"msg\":\"Illegal parameter:entrustIds\",\"data\":null");
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void allOrdersOfASideAreCancelledWithARowEach() throws IOException {
        String buy = seed("a");
        String sell = venue.orders().place("ETH-USD", Side.SELL, BigDecimal.TEN, BigDecimal.ONE, "b");
        String other = venue.orders().place("BTC-USD", Side.SELL, BigDecimal.TEN, BigDecimal.ONE, "c");

        assertThat(payload(
                        caller.post(CANCEL_ALL, "isLong=false&pairName=ETH-USD").body()))
                .isEqualTo(
                        "[{\"orderId\":" + sell + ",\"clientOrderId\":\"b\",\"pairName\":\"ETH-USD\",\"isLong\":false,"
                                + "\"resultCode\":1,\"resultMsg\":\"canceled: cancel success from book\"}]");
        assertThat(venue.orders().open()).extracting(SimulatedOrder::orderId).containsExactly(buy, other);
        caller.post(CANCEL_ALL, "");
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void batchIsCreatedFromJsonAndClientIdsMayRepeat() throws IOException {
        String order = "{\"clientOrderId\":\"x\",\"isLong\":true,\"isMarket\":false,\"lever\":1,\"matchType\":1,"
                + "\"pairName\":\"ETH-USD\",\"positionType\":3,\"price\":\"3500\",\"quantity\":\"0.02\"}";
        assertThat(payload(caller.postJson(BATCH_CREATE, orders(order + "," + order))
                        .body()))
                .isEqualTo("[{\"pairName\":\"ETH-USD\",\"orderId\":180554928,\"corderId\":\"x\"},"
                        + "{\"pairName\":\"ETH-USD\",\"orderId\":180554929,\"corderId\":\"x\"}]");
        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("x", "x");

        assertThat(verdict(caller.postJson(BATCH_CREATE, orders(order + "," + order.replace("3500", "0")))
                        .body()))
                .isEqualTo("{\"error\":true,\"code\":2001,\"msg\":\"Illegal parameter:price\",\"data\":null");
        assertThat(verdict(caller.postJson(BATCH_CREATE, orders(String.join(",", Collections.nCopies(21, order))))
                        .body()))
                .isEqualTo("{\"error\":true,\"code\":2001,\"msg\":\"Illegal parameter:orders\",\"data\":null");
        assertThat(venue.orders().all()).hasSize(2);
    }

    @Test
    void flagsAreReadInBothSpellingsAndNoOther() throws IOException {
        caller.post(CREATE, LIMIT.replace("isLong=True", "isLong=false"));
        assertThat(venue.orders().open()).extracting(SimulatedOrder::side).containsExactly(Side.SELL);
        assertThat(verdict(caller.post(CREATE, LIMIT.replace("isLong=True", "isLong=TRUE"))
                        .body()))
                .isEqualTo("{\"error\":true,\"code\":2001,\"msg\":\"Illegal parameter:isLong\",\"data\":null");
    }

    @Test
    void missingParameterIsNamed() throws IOException {
        assertThat(verdict(caller.post(CREATE, LIMIT.replace("&lever=20", "")).body()))
                .isEqualTo("{\"error\":true,\"code\":2002,\"msg\":\"Required parameter:lever\",\"data\":null");
    }

    /** The signature and the parameter are read by one decoder. */
    @Test
    void plusSignInAQueryIsAPlusSign() throws IOException {
        assertThat(caller.post(CREATE, LIMIT.replaceFirst("clientOrderId=[^&]*", "clientOrderId=so+1"))
                        .body())
                .contains("\"corderId\":\"so+1\"");
    }

    @Test
    void marketOrderThatFindsNothingIsRejected() throws IOException {
        assertThat(verdict(caller.post(CREATE, LIMIT.replace("isMarket=False", "isMarket=True"))
                        .body()))
                .isEqualTo(
                        "{\"error\":true,\"code\":2001,\"msg\":\"Illegal parameter:quantity (nothing to take)\",\"data\":null");
    }

    @Test
    void openOrdersComeInPages() throws IOException {
        String first = seed("a");
        String second = seed("b");
        assertThat(caller.post(OPEN, "pageNo=2&pageSize=1&pairName=ETH-USD").body())
                .contains("\"id\":" + first)
                .doesNotContain("\"id\":" + second);
        assertThat(verdict(caller.post(OPEN, "pageSize=101&pairName=ETH-USD").body()))
                .isEqualTo("{\"error\":true,\"code\":2001,\"msg\":\"Illegal parameter:pageSize\",\"data\":null");
    }

    @Test
    void clockAndPairsNeedNoSignature() throws IOException {
        assertThat(payload(RawHttp.get(venue.baseUrl() + "/api/third/info/time", Map.of())
                        .body()))
                .isEqualTo("1725867694000");
        assertThat(payload(RawHttp.get(venue.baseUrl() + "/api/third/info/pairs", Map.of())
                        .body()))
                .startsWith("[{\"id\":1,\"symbol\":\"ETH-USD\"")
                .contains("{\"id\":2,\"symbol\":\"BTC-USD\"");
    }

    private String seed(String clientOrderId) {
        return venue.orders().place("ETH-USD", Side.BUY, new BigDecimal("3100"), BigDecimal.ONE, clientOrderId);
    }

    private String orders(String orders) {
        return "{\"orders\":[" + orders + "],\"timestamp\":\"" + venue.now().toEpochMilli() + "\"}";
    }

    /** The document up to its trace id. */
    private static String verdict(String body) {
        return body.substring(0, body.indexOf(",\"sid\":"));
    }

    private static String payload(String body) {
        String success = "{\"error\":false,\"code\":200,\"msg\":\"SUCCESS\",\"data\":";
        assertThat(body).startsWith(success);
        return verdict(body).substring(success.length());
    }

    private static String row(String id, String clientOrderId, String lever, String deposit) {
        return "{\"id\":" + id + ",\"contractPairId\":1,\"symbol\":\"ETH-USD\",\"isDual\":null,\"faceMultiplier\":null,"
                + "\"accountCoinId\":null,\"accountCoinSymbol\":null,\"isMarket\":false,\"isClose\":false,\"isLong\":true,"
                + "\"price\":\"3100\",\"quantity\":\"0.02\",\"amount\":\"62.00\",\"depositAmount\":\"" + deposit
                + "\",\"lever\":" + lever + ",\"positionType\":3,\"dealQuantity\":\"0\",\"dealAmount\":\"0\","
                + "\"contractPositionId\":0,\"triggerType\":0,\"triggerPrice\":null,\"matchType\":1,"
                + "\"createTime\":\"2024-09-09 07:41:34\",\"createTimeStamp\":null,\"isDelivery\":null,"
                + "\"deliveryTime\":null,\"deliveryTimeStamp\":null,\"activatePrice\":null,\"callbackRate\":null,"
                + "\"clientOrderId\":\"" + clientOrderId + "\"}";
    }
}
