package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Conditional orders: no call for plain orders shows or cancels them. */
final class ConditionalOrderTest {
    private static final String BITGET = "/api/v2/spot/trade/";
    private static final String BITGET_ID = "1223051794820370433";
    private static final String HTX = "/v2/algo-orders";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));
    private final VenueSimulator bitget = VenueSimulator.start("bitget", clock);
    private final BitgetCaller bitgetCaller = new BitgetCaller(bitget);
    private final VenueSimulator htx = VenueSimulator.start("htx", clock);
    private final HtxCaller htxCaller = new HtxCaller(htx);

    @AfterEach
    void close() {
        bitget.close();
        htx.close();
    }

    @Test
    void bitgetListsAndCancelsThemByOperationsOfTheirOwn() throws IOException {
        String placed = placeAtBitget();

        assertThat(placed).endsWith("\"data\":{\"orderId\":\"" + BITGET_ID + "\",\"clientOid\":\"mine\"}}");
        assertThat(bitgetGet("unfilled-orders")).endsWith("\"data\":[]}");
        assertThat(bitgetGet("unfilled-orders?tpslType=tpsl")).endsWith("\"data\":[]}");
        assertThat(bitgetGet("current-plan-order"))
                .contains("\"nextFlag\":false", "\"orderId\":\"" + BITGET_ID + "\"", "\"status\":\"live\"");
        assertThat(bitgetPost("cancel-order", "{\"tpslType\":\"tpsl\",\"orderId\":\"" + BITGET_ID + "\"}"))
                .contains("\"code\":\"43001\"");
        assertThat(bitgetPost("cancel-plan-order", "{\"orderId\":\"" + BITGET_ID + "\"}"))
                .endsWith("\"data\":{\"result\":\"success\"}}");
        assertThat(bitgetGet("current-plan-order")).endsWith("\"orderList\":[]}}");
    }

    @Test
    void bitgetListsThemPageByPage() throws IOException {
        placeAtBitget();
        placeAtBitget();

        String first = bitgetGet("current-plan-order?limit=1");
        assertThat(first).contains("\"nextFlag\":true,\"idLessThan\":\"1223051794820370434\"");
        assertThat(bitgetGet("current-plan-order?limit=1&idLessThan=1223051794820370434"))
                .contains("\"nextFlag\":false", "\"orderId\":\"" + BITGET_ID + "\"");
    }

    @Test
    void triggeredOrderIsAPlainOne() throws IOException {
        placeAtBitget();
        placeAtHtx("a1");

        bitget.orders().trigger(BITGET_ID);
        htx.orders().trigger("357631450723117");

        assertThat(bitgetGet("current-plan-order")).endsWith("\"orderList\":[]}}");
        assertThat(bitgetGet("unfilled-orders")).contains(BITGET_ID);
        assertThat(htxGet(HTX + "/opening", Map.of())).isEqualTo("{\"code\":200,\"data\":[]}");
        assertThat(htxGet("/v1/order/openOrders", Map.of())).contains("357631450723117");
    }

    @Test
    void htxListsAndCancelsThemByTheClientsId() throws IOException {
        assertThat(placeAtHtx("a1")).isEqualTo("{\"code\":200,\"data\":{\"clientOrderId\":\"a1\"}}");
        placeAtHtx("a2");

        assertThat(htxGet("/v1/order/openOrders", Map.of())).endsWith("\"data\":[]}");
        assertThat(htxGet(HTX + "/opening", Map.of("limit", "1")))
                .contains("\"clientOrderId\":\"a2\"", "\"orderStatus\":\"created\"", "\"nextId\":357631450723117");
        assertThat(htxGet(HTX + "/opening", Map.of("limit", "1", "fromId", "357631450723117")))
                .contains("\"clientOrderId\":\"a1\"")
                .doesNotContain("nextId");
        assertThat(htxCaller
                        .post("/v1/order/orders/batchcancel", "{\"client-order-ids\":[\"a1\"]}")
                        .body())
                .contains("base-not-found");
        assertThat(htxCaller
                        .post(HTX + "/cancellation", "{\"clientOrderIds\":[\"a1\",\"zz\"]}")
                        .body())
                .isEqualTo("{\"code\":200,\"data\":{\"accepted\":[\"a1\"],\"rejected\":[\"zz\"]}}");
        assertThat(htxGet(HTX + "/opening", Map.of())).contains("a2").doesNotContain("a1");
    }

    @Test
    void htxNamesErrorsByNumbers() throws IOException {
        assertThat(htxCaller.post(HTX, "{\"symbol\":\"btcusdt\"}").body())
                .isEqualTo("{\"code\":2003,\"message\":\"missing mandatory field 'accountId'\"}");
        assertThat(htxCaller
                        .post(HTX + "/cancellation", "{\"clientOrderIds\":[]}")
                        .body())
                .isEqualTo("{\"code\":2002,\"message\":\"invalid field value in 'clientOrderIds'\"}");
    }

    private String placeAtBitget() throws IOException {
        return bitgetPost(
                "place-plan-order",
                "{\"symbol\":\"BTCUSDT\",\"side\":\"sell\",\"orderType\":\"limit\",\"triggerPrice\":\"90\","
                        + "\"executePrice\":\"89\",\"size\":\"1\",\"triggerType\":\"fill_price\",\"clientOid\":\"mine\"}");
    }

    private String placeAtHtx(String clientOrderId) throws IOException {
        return htxCaller
                .post(
                        HTX,
                        "{\"accountId\":10000001,\"symbol\":\"btcusdt\",\"orderSide\":\"buy\",\"orderType\":\"limit\","
                                + "\"clientOrderId\":\"" + clientOrderId + "\",\"stopPrice\":\"90\","
                                + "\"orderPrice\":\"91\",\"orderSize\":\"1\"}")
                .body();
    }

    private String bitgetPost(String path, String body) throws IOException {
        return bitgetCaller.post(BITGET + path, body).body();
    }

    private String bitgetGet(String path) throws IOException {
        return bitgetCaller.get(BITGET + path).body();
    }

    private String htxGet(String path, Map<String, String> parameters) throws IOException {
        return htxCaller.get(path, parameters).body();
    }
}
