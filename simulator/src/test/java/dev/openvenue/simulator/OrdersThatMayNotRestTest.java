package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.SimulatedOrder.State;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An immediate-or-cancel or fill-or-kill order never rests, wherever it is placed. */
final class OrdersThatMayNotRestTest {
    private static final TestClock CLOCK = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));

    @ParameterizedTest
    @CsvSource({
        "gtc, false, OPEN",
        "GTC, false, OPEN",
        "post_only, false, OPEN",
        "ioc, false, CANCELLED",
        "FOK, false, CANCELLED",
        "ioc, true, FILLED"
    })
    void atBitget(String force, boolean fills, State state) throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("bitget", CLOCK)) {
            venue.fillsAtOnce(fills);
            new BitgetCaller(venue)
                    .post(
                            "/api/v2/spot/trade/place-order",
                            "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"" + force
                                    + "\",\"price\":\"1\",\"size\":\"1\"}");
            assertThat(venue.orders().all()).extracting(SimulatedOrder::state).containsExactly(state);
        }
    }

    @ParameterizedTest
    @CsvSource({"buy-limit, OPEN", "buy-limit-maker, OPEN", "buy-ioc, CANCELLED", "sell-limit-fok, CANCELLED"})
    void atHtx(String type, State state) throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("htx", CLOCK)) {
            new HtxCaller(venue)
                    .post(
                            "/v1/order/orders/place",
                            "{\"account-id\":\"10000001\",\"symbol\":\"btcusdt\",\"type\":\"" + type
                                    + "\",\"amount\":\"1\",\"price\":\"1\"}");
            assertThat(venue.orders().all()).extracting(SimulatedOrder::state).containsExactly(state);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"buy-market-grid", "sell-limit-grid"})
    void otherTypesAtHtxAreRejectedWithAReason(String type) throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("htx", CLOCK)) {
            String response = new HtxCaller(venue)
                    .post(
                            "/v1/order/orders/place",
                            "{\"account-id\":\"10000001\",\"symbol\":\"btcusdt\",\"type\":\"" + type
                                    + "\",\"amount\":\"1\",\"price\":\"1\"}")
                    .body();
            assertThat(response)
                    .contains("\"err-msg\":\"The order type " + type
                            + " is not simulated, though the venue may know it\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, OPEN", "2, CANCELLED", "3, CANCELLED", "4, OPEN"})
    void atSatori(String matchType, State state) throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("satori", CLOCK)) {
            new SatoriCaller(venue)
                    .post(
                            "/api/third/hot/order/create",
                            "clientOrderId=a&isLong=True&isMarket=False&lever=1&matchType=" + matchType
                                    + "&pairName=ETH-USD&positionType=3&price=1&quantity=1");
            assertThat(venue.orders().all()).extracting(SimulatedOrder::state).containsExactly(state);
        }
    }
}
