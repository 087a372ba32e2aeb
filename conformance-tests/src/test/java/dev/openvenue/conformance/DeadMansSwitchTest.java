package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.DeadMansSwitch;
import dev.openvenue.core.DeadMansSwitch.State;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.htx.HtxClient;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * HTX's switch at the embedded venue, whose clock moves when the test says so. The timeout is so long that no heartbeat
 * is due meanwhile.
 */
@Timeout(60)
final class DeadMansSwitchTest {
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final VenueSimulator htx = VenueSimulator.start("htx", now::get);
    private final HtxClient client = HtxClient.builder()
            .baseUrl(htx.baseUrl())
            .credentials(htx.credentials())
            .clock(now::get)
            .build();

    @AfterEach
    void close() {
        client.close();
        htx.close();
    }

    @Test
    void itFiresWhenTheClientIsNotHeardOf() {
        String order = place();
        DeadMansSwitch guard = client.deadMansSwitch(TIMEOUT);

        advance(TIMEOUT.minusSeconds(1));
        assertThat(isOpen(order)).isTrue();
        advance(Duration.ofSeconds(1));

        assertThat(isOpen(order)).isFalse();
        guard.close();
        assertThat(guard.state()).isEqualTo(State.OFF);
    }

    @Test
    void closedSwitchDoesNotFire() {
        String order = place();

        client.deadMansSwitch(TIMEOUT).close();

        advance(TIMEOUT.multipliedBy(2));
        assertThat(isOpen(order)).isTrue();
        assertThat(htx.requests().count("cancelAllOrdersAfter")).isEqualTo(2);
    }

    @Test
    void switchOfAClosedClientFires() {
        String order = place();
        DeadMansSwitch guard = client.deadMansSwitch(TIMEOUT);

        client.close();

        assertThat(guard.state()).isEqualTo(State.LEFT_ARMED);
        advance(TIMEOUT);
        assertThat(isOpen(order)).isFalse();
    }

    @Test
    void closeThatDoesNotReachTheVenueSaysSo() {
        DeadMansSwitch guard = client.deadMansSwitch(TIMEOUT);
        htx.faults().on("cancelAllOrdersAfter").always(Fault.dropBeforeExecution());

        assertThatThrownBy(guard::close)
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith(
                        "HTX's dead man's switch could not be turned off and cancels orders in 3600 s at the latest: ");
    }

    @Test
    void venueTakesNoTimeoutBelowFiveSeconds() {
        assertThatThrownBy(() -> client.deadMansSwitch(Duration.ofSeconds(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The timeout of HTX's dead man's switch is 4 s; it must be at least 5 s");
        assertThat(htx.requests().count("cancelAllOrdersAfter")).isZero();
    }

    private String place() {
        return htx.orders().place(htx.symbol(), Side.BUY, BigDecimal.TEN, BigDecimal.ONE, null);
    }

    private boolean isOpen(String order) {
        return htx.orders().find(order).orElseThrow().isOpen();
    }

    private void advance(Duration by) {
        now.updateAndGet(time -> time.plus(by));
    }
}
