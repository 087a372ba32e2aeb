package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SimulatedOrdersTest {
    private final TestClock clock = new TestClock(Instant.ofEpochSecond(1_700_000_000));
    private final VenueSimulator venue = VenueSimulator.start("bitget", clock);
    private final SimulatedOrders orders = venue.orders();

    @BeforeEach
    void idsAreLong() {
        venue.habits().nextOrderId("9999999999999999999");
    }

    @AfterEach
    void close() {
        venue.close();
    }

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
    void orderIsFilledInParts() {
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
    void orderWithoutATriggerCannotBeTriggered() {
        String id = place("a");
        assertThatThrownBy(() -> orders.trigger(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Order 9999999999999999999 waits for no trigger");
    }

    private String place(String clientOrderId) {
        return orders.place("BTCUSDT", Side.BUY, BigDecimal.TEN, new BigDecimal("2"), clientOrderId);
    }
}
