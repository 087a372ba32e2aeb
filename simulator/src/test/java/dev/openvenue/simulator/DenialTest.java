package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A venue that denies to know what it knows. */
final class DenialTest {
    private static final String TRADE = "/api/v2/spot/trade/";
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

    private final VenueSimulator venue = VenueSimulator.start("bitget", new TestClock(NOW));
    private final BitgetCaller caller = new BitgetCaller(venue);
    private final String first = place(venue, "BTCUSDT", "a");
    private final String second = place(venue, "BTCUSDT", "b");

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void lookupAndCancelFindNothingOnce() throws IOException {
        venue.faults().onAny().next(Fault.notFound(), Fault.notFound(), Fault.notFound());

        assertThat(get("orderInfo?clientOid=a")).contains("\"code\":\"43001\",\"msg\":\"The order does not exist\"");
        assertThat(caller.post(TRADE + "cancel-order", "{\"symbol\":\"BTCUSDT\",\"orderId\":\"" + first + "\"}")
                        .body())
                .contains("\"code\":\"43001\"");
        assertThat(get("unfilled-orders")).contains("\"data\":[]");
        assertThat(get("unfilled-orders")).contains(first, second);
        assertThat(venue.orders().open()).hasSize(2);
    }

    @Test
    void someOrdersCanBeDenied() throws IOException {
        venue.faults().onAny().always(Fault.notFound(first));

        String response = caller.post(
                        TRADE + "batch-cancel-order",
                        "{\"symbol\":\"BTCUSDT\",\"orderList\":[{\"orderId\":\"" + first + "\"},{\"orderId\":\""
                                + second + "\"}]}")
                .body();

        assertThat(response)
                .contains("\"successList\":[{\"orderId\":\"" + second + "\"")
                .contains("\"failureList\":[{\"orderId\":\"" + first + "\"")
                .contains("\"errorCode\":\"43001\"");
        assertThat(venue.orders().open()).extracting(SimulatedOrder::orderId).containsExactly(first);
    }

    @Test
    void everyVenueDeniesInItsOwnDocument() throws IOException {
        try (VenueSimulator xt = VenueSimulator.start("xt", new TestClock(NOW));
                VenueSimulator htx = VenueSimulator.start("htx", new TestClock(NOW));
                VenueSimulator satori = VenueSimulator.start("satori", new TestClock(NOW))) {
            xt.faults().onAny().always(Fault.notFound());
            htx.faults().onAny().always(Fault.notFound());
            satori.faults().onAny().always(Fault.notFound());

            assertThat(new XtCaller(xt)
                            .get("getOrder", Map.of("market", "btc_usdt", "id", place(xt, "btc_usdt", null)))
                            .body())
                    .isEqualTo("{\"code\":404,\"info\":\"The order does not exist\"}");
            assertThat(new HtxCaller(htx)
                            .get("/v1/order/orders/" + place(htx, "btcusdt", null), Map.of())
                            .body())
                    .contains("\"err-code\":\"base-record-invalid\"");
            assertThat(new SatoriCaller(satori)
                            .post("/api/third/order/queryOrder", "entrustId=" + place(satori, "ETH-USD", "a"))
                            .body())
                    .contains("\"code\":2103,\"msg\":\"Order expired\"");
        }
    }

    private static String place(VenueSimulator venue, String symbol, @Nullable String clientOrderId) {
        return venue.orders().place(symbol, Side.BUY, BigDecimal.ONE, BigDecimal.ONE, clientOrderId);
    }

    private String get(String path) throws IOException {
        return caller.get(TRADE + path).body();
    }
}
