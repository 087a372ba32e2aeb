package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BookTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final VenueBehavior habits = new VenueBehavior("1");
    private final Book book = new Book(habits);

    @Test
    void cancelInProgressEndsAfterTheConfiguredQueries() {
        SimulatedOrder order = place();
        habits.cancelLatency(2);
        book.cancel(order, NOW);
        SimulatedOrder requested = book.find("1").orElseThrow();
        book.cancel(requested, NOW);
        assertThat(requested.cancelRequested()).isTrue();
        assertThat(book.query(requested, NOW).state()).isEqualTo(State.OPEN);
        assertThat(book.query(requested, NOW).state()).isEqualTo(State.CANCELLED);
        assertThat(book.find("1").orElseThrow().cancelRequested()).isFalse();
    }

    @Test
    void fillOvertakesACancelInProgress() {
        SimulatedOrder order = place();
        habits.cancelLatency(1);
        book.cancel(order, NOW);
        SimulatedOrder filled = book.keep(book.find("1").orElseThrow().withFill(order.quantity(), NOW));
        assertThat(book.query(filled, NOW).state()).isEqualTo(State.FILLED);
        assertThat(filled.cancelRequested()).isFalse();
    }

    @Test
    void orderIsKnownAsItWas() {
        SimulatedOrder order = place();
        SimulatedOrder cancelled = book.keep(order.cancelled(NOW.plusSeconds(5)));
        Duration lag = Duration.ofSeconds(1);
        assertThat(book.asOf(cancelled, NOW.plusMillis(999), lag)).isEmpty();
        assertThat(book.asOf(cancelled, NOW.plusSeconds(1), lag)).contains(order);
        assertThat(book.asOf(cancelled, NOW.plusMillis(5999), lag)).contains(order);
        assertThat(book.asOf(cancelled, NOW.plusSeconds(6), lag)).contains(cancelled);
    }

    private SimulatedOrder place() {
        return book.add(new NewOrder("BTCUSDT", Side.BUY, BigDecimal.TEN, new BigDecimal("2"), "a", Map.of()), NOW);
    }
}
