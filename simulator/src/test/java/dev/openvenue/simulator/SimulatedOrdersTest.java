package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SimulatedOrdersTest {
    private final TestClock clock = new TestClock(Instant.ofEpochSecond(1_700_000_000));
    private final SimulatedOrders orders = new SimulatedOrders(clock, "9999999999999999999");

    @Test
    void placedOrderIsOpen() {
        String id = place("a");
        assertThat(orders.find(id))
                .contains(new SimulatedOrder(
                        "9999999999999999999",
                        "a",
                        "BTCUSDT",
                        Side.BUY,
                        BigDecimal.TEN,
                        new BigDecimal("2"),
                        BigDecimal.ZERO,
                        State.OPEN,
                        false,
                        clock.instant(),
                        clock.instant(),
                        Map.of()));
    }

    @Test
    void idsCountUpBeyondTheRangeOfLong() {
        place("a");
        assertThat(place("b")).isEqualTo("10000000000000000000");
    }

    @Test
    void orderIsFilledBitByBit() {
        String id = place("a");
        clock.advance(Duration.ofSeconds(5));
        orders.partiallyFill(id, new BigDecimal("0.5"));
        assertThat(orders.find(id).orElseThrow().isOpen()).isTrue();
        orders.partiallyFill(id, new BigDecimal("1.50"));
        SimulatedOrder order = orders.find(id).orElseThrow();
        assertThat(order.state()).isEqualTo(State.FILLED);
        assertThat(order.updatedAt()).isEqualTo(order.createdAt().plusSeconds(5));
        assertThat(orders.open()).isEmpty();
        assertThat(orders.all()).containsExactly(order);
    }

    @Test
    void moreThanIsLeftCannotBeFilled() {
        String id = place("a");
        assertThatThrownBy(() -> orders.partiallyFill(id, new BigDecimal("2.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot fill 2.1 of order 9999999999999999999: 2 is left");
    }

    @Test
    void closedOrderCannotBeFilled() {
        String id = place("a");
        orders.fill(id);
        assertThatThrownBy(() -> orders.fill(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Order 9999999999999999999 is FILLED, not open");
    }

    @Test
    void newestOrderHasTheClientOrderId() {
        place("a");
        String second = place("a");
        assertThat(orders.findByClientOrderId("a").orElseThrow().orderId()).isEqualTo(second);
        assertThat(orders.findByClientOrderId("b")).isEmpty();
    }

    @Test
    void cancelUnderWayEndsAfterTheLooksThatWereAskedFor() {
        String id = place("a");
        orders.cancelLatency(2);
        orders.cancel(id);
        orders.cancel(id);
        SimulatedOrder requested = orders.find(id).orElseThrow();
        assertThat(requested.cancelRequested()).isTrue();
        assertThat(orders.look(requested).state()).isEqualTo(State.OPEN);
        assertThat(orders.look(requested).state()).isEqualTo(State.CANCELLED);
        assertThat(orders.find(id).orElseThrow().cancelRequested()).isFalse();
    }

    @Test
    void fillOvertakesACancelUnderWay() {
        String id = place("a");
        orders.cancelLatency(1);
        orders.cancel(id);
        orders.fill(id);
        SimulatedOrder filled = orders.find(id).orElseThrow();
        assertThat(orders.look(filled).state()).isEqualTo(State.FILLED);
        assertThat(filled.cancelRequested()).isFalse();
    }

    private String place(String clientOrderId) {
        return orders.place("BTCUSDT", Side.BUY, BigDecimal.TEN, new BigDecimal("2"), clientOrderId);
    }
}
