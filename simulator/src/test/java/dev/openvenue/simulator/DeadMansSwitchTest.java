package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTX's switch fires on the simulator's clock. */
final class DeadMansSwitchTest {
    private static final String PATH = "/v2/algo-orders/cancel-all-after";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));
    private final VenueSimulator venue = VenueSimulator.start("htx", clock);
    private final HtxCaller caller = new HtxCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void ordersAreCancelledUnlessItIsSetAnewInTime() throws IOException {
        String order = place();
        assertThat(set(10))
                .isEqualTo("{\"code\":200,\"data\":{\"currentTime\":1700000000000,\"triggerTime\":1700000010000}}");

        clock.advance(Duration.ofSeconds(9));
        set(10);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(isOpen(order)).isTrue();

        clock.advance(Duration.ofMillis(1));
        assertThat(isOpen(order)).isFalse();
        assertThat(venue.completedActions().cancelledOrderIds()).containsExactly(order);
    }

    @Test
    void itFiresOnce() throws IOException {
        set(5);
        clock.advance(Duration.ofSeconds(6));
        String later = place();

        clock.advance(Duration.ofHours(1));
        assertThat(isOpen(later)).isTrue();
    }

    @Test
    void zeroTurnsItOff() throws IOException {
        String order = place();
        set(5);
        assertThat(set(0)).endsWith("\"triggerTime\":0}}");

        clock.advance(Duration.ofHours(1));
        assertThat(isOpen(order)).isTrue();
    }

    @Test
    void fewerThanFiveSecondsAreRejected() throws IOException {
        assertThat(set(4)).isEqualTo("{\"code\":2002,\"message\":\"invalid field value in 'timeout'\"}");
    }

    @Test
    void ordersOfAnotherAccountStay() throws IOException {
        String other = venue.openAccount()
                .orders()
                .place("btcusdt", SimulatedOrder.Side.BUY, BigDecimal.ONE, BigDecimal.ONE, null);
        set(5);
        clock.advance(Duration.ofSeconds(5));

        assertThat(venue.completedActions().cancelledOrderIds()).doesNotContain(other);
    }

    private String place() {
        return venue.orders().place("btcusdt", SimulatedOrder.Side.BUY, BigDecimal.ONE, BigDecimal.ONE, null);
    }

    private String set(int seconds) throws IOException {
        return caller.post(PATH, "{\"timeout\":" + seconds + "}").body();
    }

    private boolean isOpen(String order) {
        return venue.orders().find(order).orElseThrow().isOpen();
    }
}
