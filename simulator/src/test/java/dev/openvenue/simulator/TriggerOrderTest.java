package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.SimulatedOrder.State;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trigger orders at Bitget: orders that hardly any call shows. */
final class TriggerOrderTest {
    private static final String TRADE = "/api/v2/spot/trade/";
    private static final String ID = "1223051794820370433";
    private static final String NOTHING = "\"data\":[]}";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));
    private final VenueSimulator venue = VenueSimulator.start("bitget", clock);
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void clientIdOfATriggerOrderIsIgnored() throws IOException {
        String response = place("\"clientOid\":\"mine\",");
        place("\"clientOid\":\"mine\",");

        assertThat(response).endsWith("\"data\":{\"orderId\":\"" + ID + "\",\"clientOid\":\"v2-1\"}}");
        assertThat(venue.orders().open()).hasSize(2);
        assertThat(get("orderInfo?clientOid=mine")).contains("\"code\":\"43001\"");
    }

    @Test
    void triggerOrderIsListedWhenAskedForOnly() throws IOException {
        place("");

        assertThat(get("unfilled-orders")).endsWith(NOTHING);
        assertThat(get("orderInfo?orderId=" + ID)).contains("\"code\":\"43001\"");
        assertThat(get("unfilled-orders?tpslType=tpsl"))
                .contains("\"orderId\":\"" + ID + "\"", "\"tpslType\":\"tpsl\",\"triggerPrice\":\"90\"");
    }

    @Test
    void triggerOrderIsCancelledWhenAskedForOnly() throws IOException {
        place("");

        assertThat(cancel("\"symbol\":\"BTCUSDT\",\"orderId\":\"" + ID + "\"")).contains("\"code\":\"43001\"");
        assertThat(cancel("\"tpslType\":\"tpsl\"")).contains("\"msg\":\"Parameter orderId cannot be empty\"");
        assertThat(cancel("\"tpslType\":\"tpsl\",\"orderId\":\"" + ID + "\"")).contains("\"code\":\"00000\"");
        assertThat(cancel("\"tpslType\":\"tpsl\",\"orderId\":\"" + ID + "\"")).contains("\"code\":\"45031\"");
        assertThat(get("unfilled-orders?tpslType=tpsl")).endsWith(NOTHING);
        assertThat(get("history-orders?tpslType=tpsl")).contains("\"status\":\"cancelled\"");
        assertThat(get("history-orders")).endsWith(NOTHING);
    }

    @Test
    void triggeredOrderIsAnOrderLikeAnyOther() throws IOException {
        place("");

        venue.orders().trigger(ID);

        assertThat(get("unfilled-orders?tpslType=tpsl")).endsWith(NOTHING);
        assertThat(get("unfilled-orders")).contains("\"tpslType\":\"normal\",\"triggerPrice\":null");
        assertThat(get("orderInfo?orderId=" + ID)).contains("\"status\":\"live\"");
        venue.orders().fill(ID);
        assertThat(venue.orders().find(ID).orElseThrow().state()).isEqualTo(State.FILLED);
    }

    @Test
    void triggeredOrderFillsWhereOrdersFillAtOnce() throws IOException {
        venue.fillsAtOnce(true);
        place("");
        assertThat(venue.orders().find(ID).orElseThrow().state()).isEqualTo(State.OPEN);

        venue.orders().trigger(ID);

        assertThat(venue.orders().find(ID).orElseThrow().state()).isEqualTo(State.FILLED);
    }

    @Test
    void triggerOrderThatWaitsCannotBeFilled() throws IOException {
        place("");
        assertThatThrownBy(() -> venue.orders().fill(ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Order " + ID + " waits for its trigger; set it off first");
    }

    @Test
    void triggerOrderWithoutATriggerPriceIsRejected() throws IOException {
        String response = caller.post(TRADE + "place-order", ORDER + "\"tpslType\":\"tpsl\"}")
                .body();
        assertThat(response).contains("\"code\":\"40019\",\"msg\":\"Parameter triggerPrice cannot be empty\"");
    }

    @Test
    void whatIsNotSimulatedIsRejectedWithAReason() throws IOException {
        String preset = caller.post(TRADE + "place-order", ORDER + "\"presetStopLossPrice\":\"80\"}")
                .body();
        String batch = caller.post(
                        TRADE + "batch-orders",
                        "{\"symbol\":\"BTCUSDT\",\"orderList\":[" + ORDER + "\"tpslType\":\"tpsl\"}]}")
                .body();

        assertThat(preset)
                .contains("\"code\":\"40020\",\"msg\":\"Parameter presetStopLossPrice is not simulated,"
                        + " though the venue may know it\"");
        assertThat(batch)
                .contains("\"errorMsg\":\"Parameter tpslType is not simulated, though the venue may know it\"")
                .contains("\"successList\":[]");
        assertThat(venue.orders().all()).isEmpty();
    }

    private static final String ORDER = "{\"symbol\":\"BTCUSDT\",\"side\":\"sell\",\"orderType\":\"limit\","
            + "\"force\":\"gtc\",\"price\":\"89\",\"size\":\"1\",";

    private String place(String more) throws IOException {
        return caller.post(TRADE + "place-order", ORDER + more + "\"tpslType\":\"tpsl\",\"triggerPrice\":\"90\"}")
                .body();
    }

    private String cancel(String members) throws IOException {
        return caller.post(TRADE + "cancel-order", "{" + members + "}").body();
    }

    private String get(String path) throws IOException {
        return caller.get(TRADE + path).body();
    }
}
