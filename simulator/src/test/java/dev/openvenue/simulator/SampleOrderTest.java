package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The samples, and that each is placed as it stands. */
final class SampleOrderTest {
    @Test
    void everyVenueCanBeSimulated() {
        assertThat(VenueSimulator.venues())
                .contains("bitget", "htx", "satori", "xt")
                .isSorted();
        for (String id : VenueSimulator.venues()) {
            try (VenueSimulator venue = VenueSimulator.start(id)) {
                assertThat(venue.venueId()).isEqualTo(id);
            }
        }
    }

    @Test
    void bitgetAcceptsItsSamples() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("bitget")) {
            BitgetCaller caller = new BitgetCaller(venue);
            Map<String, Object> order = Map.of(
                    "side", "buy",
                    "orderType", "limit",
                    "force", "gtc",
                    "price", "10007",
                    "size", "0.01",
                    "clientOid", "demo-7");
            SampleOrder sample = venue.sampleOrder(7);
            assertThat(sample.operationId()).isEqualTo("placeOrder");
            assertThat(sample.arguments().get("body")).isEqualTo(with(order, "symbol", "BTCUSDT"));
            SampleOrder batch = venue.sampleBatch(7, 1);
            assertThat(batch.operationId()).isEqualTo("placeOrders");
            assertThat(batch.arguments().get("body"))
                    .isEqualTo(Map.of("symbol", "BTCUSDT", "batchMode", "single", "orderList", List.of(order)));

            caller.post(
                    "/api/v2/spot/trade/place-order",
                    Json.write(sample.arguments().get("body")));
            caller.post(
                    "/api/v2/spot/trade/batch-orders",
                    Json.write(venue.sampleBatch(8, 2).arguments().get("body")));

            assertPlaced(venue, "demo-7", "demo-8", "demo-9");
        }
    }

    @Test
    void xtAcceptsItsSamples() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("xt")) {
            XtCaller caller = new XtCaller(venue);
            assertThat(venue.sampleOrder(7))
                    .isEqualTo(new SampleOrder(
                            "placeOrder",
                            Map.of(
                                    "market", "btc_usdt",
                                    "price", "10007",
                                    "number", "0.01",
                                    "type", 1,
                                    "entrustType", 0)));
            assertThat(venue.sampleBatch(8, 2).operationId()).isEqualTo("placeOrders");

            caller.post(
                    "order",
                    Map.of("market", "btc_usdt", "price", "10007", "number", "0.01", "type", "1", "entrustType", "0"));
            Map<String, Object> batch = venue.sampleBatch(8, 2).arguments();
            caller.post(
                    "batchOrder", Map.of("market", "btc_usdt", "data", XtCaller.base64(Json.write(batch.get("data")))));

            assertThat(venue.orders().open())
                    .extracting(SimulatedOrder::price)
                    .containsExactly(new BigDecimal("10007"), new BigDecimal("10008"), new BigDecimal("10009"));
        }
    }

    @Test
    void htxAcceptsItsSamples() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("htx")) {
            HtxCaller caller = new HtxCaller(venue);
            SampleOrder sample = venue.sampleOrder(7);
            SampleOrder batch = venue.sampleBatch(8, 2);
            assertThat(sample.operationId()).isEqualTo("placeOrder");
            assertThat(batch.operationId()).isEqualTo("placeOrders");

            caller.post("/v1/order/orders/place", Json.write(sample.arguments().get("body")));
            caller.post("/v1/order/batch-orders", Json.write(batch.arguments().get("body")));

            assertPlaced(venue, "demo-7", "demo-8", "demo-9");
        }
    }

    @Test
    void satoriAcceptsItsSamples() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("satori")) {
            SatoriCaller caller = new SatoriCaller(venue);
            SampleOrder sample = venue.sampleOrder(7);
            SampleOrder batch = venue.sampleBatch(8, 2);
            assertThat(sample.operationId()).isEqualTo("placeOrder");
            assertThat(sample.arguments().keySet())
                    .containsExactly(
                            "clientOrderId",
                            "isLong",
                            "isMarket",
                            "lever",
                            "matchType",
                            "pairName",
                            "positionType",
                            "price",
                            "quantity");
            assertThat(batch.operationId()).isEqualTo("placeOrders");

            StringBuilder query = new StringBuilder();
            sample.arguments()
                    .forEach((name, value) ->
                            query.append('&').append(name).append('=').append(value));
            caller.post("/api/third/hot/order/create", query.substring(1));
            caller.postJson(
                    "/api/third/hot/order/batchCreate",
                    Json.write(batch.arguments().get("body"))
                            .replaceFirst(
                                    "}$", ",\"timestamp\":\"" + venue.now().toEpochMilli() + "\"}"));

            assertPlaced(venue, "demo-7", "demo-8", "demo-9");
        }
    }

    private static void assertPlaced(VenueSimulator venue, String... clientOrderIds) {
        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly(clientOrderIds);
        assertThat(venue.orders().open())
                .extracting(SimulatedOrder::symbol)
                .containsOnly(venue.symbol())
                .hasSize(3);
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(name, value);
        return more;
    }
}
