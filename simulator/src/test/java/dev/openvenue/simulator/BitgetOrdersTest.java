package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the simulated Bitget does with orders. */
final class BitgetOrdersTest {
    private static final String PLACE = "/api/v2/spot/trade/place-order";
    private static final String BATCH = "/api/v2/spot/trade/batch-orders";
    private static final String CANCEL = "/api/v2/spot/trade/cancel-order";
    private static final String BATCH_CANCEL = "/api/v2/spot/trade/batch-cancel-order";
    private static final String INFO = "/api/v2/spot/trade/orderInfo";
    private static final String OPEN = "/api/v2/spot/trade/unfilled-orders";
    private static final String HISTORY = "/api/v2/spot/trade/history-orders";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_695_808_949_356L));
    private final VenueSimulator venue = VenueSimulator.start("bitget", clock);
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void orderLivesFromPlacingToBatchCancel() throws IOException {
        caller.post(
                BATCH,
                "{\"symbol\":\"BTCUSDT\",\"orderList\":["
                        + "{\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\",\"price\":\"23222.5\",\"size\":\"1\","
                        + "\"clientOid\":\"a\"},"
                        + "{\"side\":\"sell\",\"orderType\":\"limit\",\"force\":\"gtc\",\"price\":\"30000\",\"size\":\"2\","
                        + "\"clientOid\":\"b\"}]}");
        assertThat(caller.get(OPEN + "?symbol=BTCUSDT").body())
                .isEqualTo(success("[" + unfilled("1223051794820370434", "b", "2", "sell", "30000") + ","
                        + unfilled("1223051794820370433", "a", "1", "buy", "23222.5") + "]"));

        String response = caller.post(
                        BATCH_CANCEL,
                        "{\"symbol\":\"BTCUSDT\",\"orderList\":[{\"orderId\":\"1223051794820370433\"},"
                                + "{\"orderId\":\"1223051794820370434\"}]}")
                .body();

        assertThat(response)
                .isEqualTo(success("{\"successList\":[{\"orderId\":\"1223051794820370433\",\"clientOid\":\"a\"},"
                        + "{\"orderId\":\"1223051794820370434\",\"clientOid\":\"b\"}],\"failureList\":[]}"));
        assertThat(caller.get(OPEN).body()).isEqualTo(success("[]"));
        assertThat(venue.orders().open()).isEmpty();
        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("a", "b");
        assertThat(venue.completedActions().cancelledOrderIds())
                .containsExactly("1223051794820370433", "1223051794820370434");
        assertThat(venue.completedActions().count("cancelOrders")).isOne();
    }

    @Test
    void unknownAndClosedOrdersFailOneByOne() throws IOException {
        String open = seed("open");
        String filled = seed("filled");
        venue.orders().fill(filled);

        String response = caller.post(
                        BATCH_CANCEL,
                        "{\"symbol\":\"BTCUSDT\",\"orderList\":[{\"orderId\":\"1\"},{\"orderId\":\"" + filled
                                + "\"},{\"orderId\":\"" + open + "\"},{\"orderId\":\"" + open + "\"},{}]}")
                .body();

        assertThat(response)
                .isEqualTo(success("{\"successList\":[{\"orderId\":\"" + open + "\",\"clientOid\":\"open\"}],"
                        + "\"failureList\":["
                        + failure("1", "", "The order does not exist", "43001") + ","
                        + failure(filled, "", "The order is finalized", "45031") + ","
                        + failure(open, "", "The order is finalized", "45031") + ","
                        + failure("", "", "orderId or clientOid must be passed one", "40913") + "]}"));
    }

    @Test
    void clientOidBesideOrderIdsFailsAndStaysOpen() throws IOException {
        String first = seed("first");
        String second = seed("second");

        String response = caller.post(
                        BATCH_CANCEL,
                        "{\"symbol\":\"BTCUSDT\",\"orderList\":[{\"clientOid\":\"second\"},{\"orderId\":\"" + first
                                + "\"}]}")
                .body();

        assertThat(response)
                .isEqualTo(success("{\"successList\":[{\"orderId\":\"" + first + "\",\"clientOid\":\"first\"}],"
                        + "\"failureList\":[" + failure("", "second", "Parameter orderId error", "40020") + "]}"));
        assertThat(venue.orders().find(second).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void clientOidsAloneAreCancelled() throws IOException {
        seed("first");
        seed("second");
        caller.post(
                BATCH_CANCEL,
                "{\"symbol\":\"BTCUSDT\",\"orderList\":[{\"clientOid\":\"first\"},{\"clientOid\":\"second\"}]}");
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void emptyOrderIdCountsAsAbsent() throws IOException {
        seed("first");
        caller.post(
                BATCH_CANCEL, "{\"symbol\":\"BTCUSDT\",\"orderList\":[{\"orderId\":\"\",\"clientOid\":\"first\"}]}");
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void inMultipleModeTheSymbolOfTheItemCounts() throws IOException {
        String bitcoin = seed("bitcoin");
        String ether = venue.orders().place("ETHUSDT", Side.SELL, new BigDecimal("2000"), BigDecimal.ONE, "ether");

        String response = caller.post(
                        BATCH_CANCEL,
                        "{\"symbol\":\"BTCUSDT\",\"batchMode\":\"multiple\",\"orderList\":[{\"orderId\":\"" + ether
                                + "\",\"symbol\":\"ETHUSDT\"},{\"orderId\":\"" + bitcoin
                                + "\"},{\"clientOid\":\"bitcoin\","
                                + "\"symbol\":\"BTCUSDT\"}]}")
                .body();

        assertThat(response)
                .isEqualTo(success("{\"successList\":[{\"orderId\":\"" + ether + "\",\"clientOid\":\"ether\"},"
                        + "{\"orderId\":\"" + bitcoin + "\",\"clientOid\":\"bitcoin\"}],"
                        + "\"failureList\":[" + failure(bitcoin, "", "Parameter symbol cannot be empty", "40019")
                        + "]}"));
    }

    @Test
    void orderOfAnotherSymbolIsNotFound() throws IOException {
        String order = seed("a");
        assertThat(caller.post(CANCEL, "{\"symbol\":\"ETHUSDT\",\"orderId\":\"" + order + "\"}")
                        .body())
                .isEqualTo(rejection("43001", "The order does not exist"));
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void fiftyOneCancelsAreRejectedAsAWhole() throws IOException {
        String order = seed("a");
        String items = String.join(",", Collections.nCopies(51, "{\"orderId\":\"" + order + "\"}"));
        assertThat(caller.post(BATCH_CANCEL, "{\"symbol\":\"BTCUSDT\",\"orderList\":[" + items + "]}")
                        .body())
                .isEqualTo(rejection("40912", "Batch processing orders can only process up to 50"));
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void emptyListIsRejected() throws IOException {
        seed("a");
        assertThat(caller.post(BATCH_CANCEL, "{\"symbol\":\"BTCUSDT\",\"orderList\":[]}")
                        .body())
                .isEqualTo(rejection("40019", "Parameter orderList cannot be empty"));
        assertThat(venue.orders().open()).hasSize(1);
    }

    @Test
    void batchPlacesWhatItCanAndNamesTheRest() throws IOException {
        seed("taken");
        String order =
                "{\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\",\"price\":\"1\",\"size\":\"1\",\"clientOid\":";

        String response = caller.post(
                        BATCH,
                        "{\"symbol\":\"BTCUSDT\",\"orderList\":[" + order + "\"free\"}," + order + "\"taken\"}]}")
                .body();

        assertThat(response)
                .isEqualTo(success("{\"successList\":[{\"orderId\":\"1223051794820370434\",\"clientOid\":\"free\"}],"
                        + "\"failureList\":[" + failure("", "taken", "clientOrderId duplicate", "43118") + "]}"));
    }

    @Test
    void clientOidMayBeUsedAgainWhenItsOrderIsClosed() throws IOException {
        String closed = seed("again");
        venue.orders().fill(closed);
        assertThat(caller.post(PLACE, order("\"clientOid\":\"again\"")).status())
                .isEqualTo(200);
    }

    @Test
    void exponentIsNotAPrice() throws IOException {
        assertThat(caller.post(
                                PLACE,
                                "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\","
                                        + "\"price\":\"1E-8\",\"size\":\"1\"}")
                        .body())
                .isEqualTo(rejection("40020", "Parameter price error"));
    }

    @Test
    void missingParameterIsNamed() throws IOException {
        assertThat(caller.post(PLACE, "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\"}")
                        .body())
                .isEqualTo(rejection("40019", "Parameter force cannot be empty"));
    }

    @Test
    void unknownSymbolIsNamed() throws IOException {
        assertThat(caller.post(PLACE, order("\"clientOid\":\"a\"").replace("BTCUSDT", "BTCUSDT_SPBL"))
                        .body())
                .isEqualTo(rejection("40034", "Parameter BTCUSDT_SPBL does not exist"));
    }

    @Test
    void orderInfoIsAListOfOne() throws IOException {
        String order = seed("a");
        venue.orders().partiallyFill(order, new BigDecimal("0.4"));
        assertThat(caller.get(INFO + "?orderId=" + order).body())
                .isEqualTo(success("[{\"userId\":\"1000000001\",\"symbol\":\"BTCUSDT\",\"orderId\":\"" + order
                        + "\",\"clientOid\":\"a\",\"size\":\"1\",\"orderType\":\"limit\",\"side\":\"buy\","
                        + "\"status\":\"partially_filled\",\"baseVolume\":\"0.4\",\"quoteVolume\":\"4000.0\","
                        + "\"enterPointSource\":\"API\",\"orderSource\":\"normal\",\"cTime\":\"1695808949356\","
                        + "\"uTime\":\"1695808949356\",\"price\":\"10000\",\"priceAvg\":\"10000\","
                        + "\"feeDetail\":\"{\\\"newFees\\\":{\\\"c\\\":0,\\\"d\\\":0,\\\"deduction\\\":false,\\\"r\\\":0,"
                        + "\\\"t\\\":0,\\\"totalDeductionFee\\\":0}}\",\"cancelReason\":\"\"}]"));
    }

    @Test
    void clientOidIsForgottenAfterTwoHours() throws IOException {
        seed("a");
        clock.advance(Duration.ofHours(2));
        assertThat(caller.get(INFO + "?clientOid=a").status()).isEqualTo(200);
        clock.advance(Duration.ofMillis(1));
        assertThat(caller.get(INFO + "?clientOid=a").body()).isEqualTo(rejection("43001", "The order does not exist"));
    }

    @Test
    void openOrdersPageByIdLessThan() throws IOException {
        List<String> ids = List.of(seed("a"), seed("b"), seed("c"));
        assertThat(caller.get(OPEN + "?limit=2").body())
                .contains(ids.get(2), ids.get(1))
                .doesNotContain(ids.get(0));
        assertThat(caller.get(OPEN + "?idLessThan=" + ids.get(1) + "&limit=2").body())
                .contains(ids.get(0))
                .doesNotContain(ids.get(1), ids.get(2));
        assertThat(caller.get(OPEN + "?limit=101").body()).isEqualTo(rejection("40020", "Parameter limit error"));
    }

    @Test
    void historyHoldsClosedOrdersOnly() throws IOException {
        seed("open");
        String cancelled = seed("cancelled");
        caller.post(CANCEL, "{\"symbol\":\"BTCUSDT\",\"clientOid\":\"cancelled\"}");
        assertThat(caller.get(HISTORY).body())
                .contains("\"orderId\":\"" + cancelled + "\"", "\"cancelReason\":\"normal_cancel\"")
                .doesNotContain("\"clientOid\":\"open\"");
    }

    @Test
    void acceptedCancelTakesEffectAfterAFewQueries() throws IOException {
        String order = seed("a");
        venue.cancelLatency(2);
        assertThat(caller.post(CANCEL, "{\"symbol\":\"BTCUSDT\",\"orderId\":\"" + order + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(venue.orders().find(order).orElseThrow().isOpen()).isTrue();
        assertThat(caller.get(INFO + "?orderId=" + order).body()).contains("\"status\":\"live\"");
        assertThat(caller.get(INFO + "?orderId=" + order).body()).contains("\"status\":\"cancelled\"");
    }

    @Test
    void orderCanBeFilledWhileItsCancelIsInProgress() throws IOException {
        String order = seed("a");
        venue.cancelLatency(2);
        caller.post(CANCEL, "{\"symbol\":\"BTCUSDT\",\"orderId\":\"" + order + "\"}");
        venue.orders().fill(order);
        caller.get(INFO + "?orderId=" + order);
        assertThat(caller.get(INFO + "?orderId=" + order).body()).contains("\"status\":\"filled\"");
        assertThat(venue.orders().find(order).orElseThrow().state()).isEqualTo(State.FILLED);
    }

    private String seed(String clientOid) {
        return venue.orders().place("BTCUSDT", Side.BUY, new BigDecimal("10000"), BigDecimal.ONE, clientOid);
    }

    private static String order(String more) {
        return "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\",\"price\":\"1\","
                + "\"size\":\"1\"," + more + "}";
    }

    private static String unfilled(String id, String clientOid, String size, String side, String price) {
        return "{\"userId\":\"1000000001\",\"symbol\":\"BTCUSDT\",\"orderId\":\"" + id + "\",\"clientOid\":\""
                + clientOid
                + "\",\"size\":\"" + size + "\",\"orderType\":\"limit\",\"side\":\"" + side
                + "\",\"status\":\"live\",\"baseVolume\":\"0\",\"quoteVolume\":\"0\",\"enterPointSource\":\"API\","
                + "\"orderSource\":\"normal\",\"cTime\":\"1695808949356\",\"uTime\":\"1695808949356\",\"priceAvg\":\""
                + price
                + "\",\"basePrice\":\"0\",\"presetTakeProfitPrice\":\"\",\"executeTakeProfitPrice\":\"\","
                + "\"presetStopLossPrice\":\"\",\"executeStopLossPrice\":\"\",\"tpslType\":\"normal\","
                + "\"triggerPrice\":null}";
    }

    private static String failure(String orderId, String clientOid, String message, String code) {
        return "{\"orderId\":\"" + orderId + "\",\"clientOid\":\"" + clientOid + "\",\"errorMsg\":\"" + message
                + "\",\"errorCode\":\"" + code + "\"}";
    }

    private String success(String data) {
        return "{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":"
                + clock.instant().toEpochMilli() + ",\"data\":" + data + "}";
    }

    private String rejection(String code, String message) {
        return "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"requestTime\":"
                + clock.instant().toEpochMilli() + ",\"data\":null}";
    }
}
