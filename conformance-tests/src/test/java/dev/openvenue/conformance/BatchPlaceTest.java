package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.bitgetv3.BitgetV3Client;
import dev.openvenue.bitgetv3.model.Category;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.place.PlaceOutcome;
import dev.openvenue.core.place.PlaceOutcome.Status;
import dev.openvenue.core.place.PlaceReport;
import dev.openvenue.htx.HtxClient;
import dev.openvenue.htx.model.OrderSideAndType;
import dev.openvenue.htx.model.PlaceOrderRequest;
import dev.openvenue.satori.SatoriClient;
import dev.openvenue.satori.model.PositionType;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.VenueSimulator;
import dev.openvenue.xt.XtClient;
import dev.openvenue.xtv4.XtV4Client;
import dev.openvenue.xtv4.model.OrderBusiness;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Batches of the generated types reach the venues, and what is lost is found as each venue allows. */
final class BatchPlaceTest {
    private static final Duration SOON = Duration.ofSeconds(3);

    @Test
    void htxFindsLostOrdersByTheirClientOrderIds() {
        try (VenueSimulator simulator = VenueSimulator.start("htx");
                HtxClient client = start(simulator, HtxClient.builder())) {
            simulator.faults().on("placeOrders").next(Fault.dropAfterExecution());
            List<PlaceOrderRequest> orders = prices(12)
                    .map(price -> PlaceOrderRequest.builder()
                            .accountId("10000001")
                            .symbol("btcusdt")
                            .type(OrderSideAndType.BUY_LIMIT)
                            .price(price)
                            .amount(new BigDecimal("0.01"))
                            .build())
                    .toList();

            PlaceReport<PlaceOrderRequest> report =
                    client.batchPlace().parallelism(1).place(orders);

            assertThat(report.outcomes())
                    .extracting(PlaceOutcome::message)
                    .noneMatch(message -> !message.startsWith("Placed"));
            assertThat(report.outcomes()).extracting(PlaceOutcome::order).isEqualTo(orders);
            assertThat(report.callsByOperation())
                    .containsEntry("placeOrders", 2L)
                    .containsEntry("getOrderByClientOrderId", 10L);
            assertThat(simulator.completedActions().placedClientOrderIds())
                    .containsExactlyElementsOf(report.outcomes().stream()
                            .map(PlaceOutcome::clientOrderId)
                            .toList());
        }
    }

    @Test
    void satoriFindsLostOrdersAmongTheOpenOnes() {
        try (VenueSimulator simulator = VenueSimulator.start("satori");
                SatoriClient client = start(simulator, SatoriClient.builder())) {
            simulator.faults().on("placeOrders").next(Fault.dropAfterExecution());

            var report = client.batchPlace()
                    .place(prices(3)
                            .map(price -> dev.openvenue.satori.model.NewOrder.builder()
                                    .pairName("ETH-USD")
                                    .isLong(true)
                                    .isMarket(false)
                                    .lever(1)
                                    .matchType(dev.openvenue.satori.model.TimeInForce.GTC)
                                    .positionType(PositionType.ONE_WAY_CROSS)
                                    .price(price)
                                    .quantity(new BigDecimal("0.02"))
                                    .build())
                            .toList());

            assertThat(report.placed()).isTrue();
            assertThat(report.callsByOperation()).containsKeys("placeOrders", "listOpenOrders");
            assertThat(simulator.completedActions().placedClientOrderIds())
                    .hasSize(3)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void xtPlacesOrdersWithoutClientOrderIdsAndLeavesLostOnesUnknown() {
        try (VenueSimulator simulator = VenueSimulator.start("xt");
                XtClient client = start(simulator, XtClient.builder())) {
            List<dev.openvenue.xt.model.NewOrder> orders = prices(2)
                    .map(price -> dev.openvenue.xt.model.NewOrder.builder()
                            .price(price)
                            .amount(new BigDecimal("0.01"))
                            .type(dev.openvenue.xt.model.OrderSide.BUY)
                            .build())
                    .toList();

            var placed = client.batchPlace().symbol("btc_usdt").timeout(SOON).place(orders);
            simulator.faults().on("placeOrders").next(Fault.dropAfterExecution());
            var lost = client.batchPlace().symbol("btc_usdt").timeout(SOON).place(orders);

            assertThat(placed.outcomes())
                    .extracting(PlaceOutcome::orderId)
                    .isEqualTo(simulator.completedActions().placedOrderIds().subList(0, 2));
            assertThat(lost.with(Status.UNKNOWN)).hasSize(2);
            assertThat(lost.outcomes().get(0).message())
                    .endsWith("XT has no client order ids, so that nothing can tell this order from another");
        }
    }

    @Test
    void xtV4SaysOfEachOrderWhetherItWasRejected() {
        try (VenueSimulator simulator = VenueSimulator.start("xt-v4");
                XtV4Client client = start(simulator, XtV4Client.builder())) {
            var limit = dev.openvenue.xtv4.model.NewOrder.builder()
                    .symbol("btc_usdt")
                    .side(dev.openvenue.xtv4.model.OrderSide.BUY)
                    .type(dev.openvenue.xtv4.model.OrderType.LIMIT)
                    .timeInForce(dev.openvenue.xtv4.model.TimeInForce.GTC)
                    .bizType(OrderBusiness.SPOT)
                    .price(new BigDecimal("10001"))
                    .quantity(new BigDecimal("0.01"))
                    .build();
            var nothingToTake = limit.toBuilder()
                    .side(dev.openvenue.xtv4.model.OrderSide.SELL)
                    .symbol("eth_usdt")
                    .type(dev.openvenue.xtv4.model.OrderType.MARKET)
                    .timeInForce(dev.openvenue.xtv4.model.TimeInForce.FOK)
                    .price(null)
                    .build();

            var report = client.batchPlace().place(List.of(limit, nothingToTake, limit));

            assertThat(report.outcomes())
                    .extracting(PlaceOutcome::status)
                    .containsExactly(Status.PLACED, Status.REJECTED, Status.PLACED);
            assertThat(report.outcomes().get(1).message()).isEqualTo("Rejected: rejected by ORDER_F0601");
            assertThat(report.callsByOperation()).containsExactly(Map.entry("placeOrders", 1L));
        }
    }

    @Test
    void ordersOfTwoCategoriesGoInTwoCalls() {
        try (VenueSimulator simulator = VenueSimulator.start("bitget-v3");
                BitgetV3Client client = start(simulator, BitgetV3Client.builder())) {
            List<dev.openvenue.bitgetv3.model.NewOrder> orders = Stream.of(
                            Category.SPOT, Category.USDT_FUTURES, Category.SPOT, Category.USDT_FUTURES)
                    .map(category -> dev.openvenue.bitgetv3.model.NewOrder.builder()
                            .category(category)
                            .symbol("BTCUSDT")
                            .qty(new BigDecimal("0.01"))
                            .price(new BigDecimal("10001"))
                            .side(dev.openvenue.bitgetv3.model.OrderSide.BUY)
                            .orderType(dev.openvenue.bitgetv3.model.OrderType.LIMIT)
                            .build())
                    .toList();

            var report = client.batchPlace().place(orders);

            assertThat(report.placed()).isTrue();
            assertThat(report.outcomes()).extracting(PlaceOutcome::order).isEqualTo(orders);
            assertThat(report.callsByOperation()).containsExactly(Map.entry("placeOrders", 2L));
        }
    }

    private static Stream<BigDecimal> prices(int count) {
        return Stream.iterate(new BigDecimal("10001"), price -> price.add(BigDecimal.ONE))
                .limit(count);
    }

    private static <C extends VenueClient> C start(VenueSimulator simulator, VenueClientBuilder<C> builder) {
        return builder.baseUrl(simulator.baseUrl())
                .credentials(simulator.credentials())
                .build();
    }
}
