package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SimulatedVenueExtensionTest {
    @RegisterExtension
    static final SimulatedVenueExtension bitget = SimulatedVenueExtension.of("bitget");

    @RepeatedTest(2)
    void everyTestFindsAnEmptyBook(VenueSimulator venue) {
        assertThat(venue).isSameAs(bitget.simulator());
        assertThat(venue.orders().all()).isEmpty();
        venue.orders().place(venue.symbol(), Side.BUY, BigDecimal.ONE, BigDecimal.ONE, null);
    }

    @Test
    void simulatorBelongsToTheThreadOfTheTest() throws InterruptedException {
        Throwable[] thrown = new Throwable[1];
        Thread other = new Thread(() -> {
            try {
                bitget.simulator();
            } catch (IllegalStateException e) {
                thrown[0] = e;
            }
        });
        other.start();
        other.join();
        assertThatThrownBy(() -> {
                    throw thrown[0];
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No test runs on this thread; take the simulator of 'bitget' inside a test or a @BeforeEach"
                        + " method, on the thread of the test");
    }
}
