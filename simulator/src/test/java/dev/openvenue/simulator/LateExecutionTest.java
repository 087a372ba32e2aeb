package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.RawHttp.Received;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that are executed when their caller has long been told something. */
final class LateExecutionTest {
    private static final String PLACE = "/api/v2/spot/trade/place-order";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_700_000_000_000L));
    private final VenueSimulator venue = VenueSimulator.start("bitget", clock);
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void droppedRequestIsExecutedWhenItsTimeHasCome() {
        venue.faults().on("placeOrder").next(Fault.executesLater(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> place("a", "")).isInstanceOf(IOException.class);

        clock.advance(Duration.ofMillis(4999));
        assertThat(venue.orders().all()).isEmpty();
        assertThat(venue.completedActions().count("placeOrder")).isZero();
        clock.advance(Duration.ofMillis(1));

        assertThat(venue.completedActions().count("placeOrder")).isOne();
        SimulatedOrder placed = venue.orders().findByClientOrderId("a").orElseThrow();
        assertThat(placed.createdAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_005_000L));
        assertThat(venue.requests().all())
                .containsExactly(new ReceivedRequest(
                        1, "POST", PLACE, "placeOrder", Instant.ofEpochMilli(1_700_000_000_000L), false, true));
    }

    @Test
    void proxyGivesUpOnARequestThatIsExecutedLater() throws IOException {
        venue.faults().on("placeOrder").next(Fault.executesLater(Duration.ofSeconds(5), 504));
        Received response = place("a", "");
        assertThat(response.status()).isEqualTo(504);

        clock.advance(Duration.ofMinutes(10));

        assertThat(venue.orders().findByClientOrderId("a").orElseThrow().createdAt())
                .isEqualTo(Instant.ofEpochMilli(1_700_000_005_000L));
    }

    @Test
    void requestThatIsDueGoesBeforeTheOneThatArrives() throws IOException {
        venue.faults().on("placeOrder").next(Fault.executesLater(Duration.ofSeconds(5), 504));
        place("a", "");
        clock.advance(Duration.ofSeconds(5));

        assertThat(place("a", "").body()).contains("\"code\":\"43118\"");
        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("a");
    }

    @Test
    void requestsThatAreDueGoInTheOrderOfTheirTimes() throws IOException {
        venue.faults()
                .on("placeOrder")
                .next(
                        Fault.executesLater(Duration.ofSeconds(5), 504),
                        Fault.executesLater(Duration.ofSeconds(2), 504),
                        Fault.executesLater(Duration.ofSeconds(5), 504));
        place("a", "");
        place("b", "");
        place("c", "");
        clock.advance(Duration.ofSeconds(20));

        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("b", "a", "c");
    }

    @Test
    void requestIsRejectedWhenItsReceiveWindowHasPassed() throws IOException {
        venue.faults()
                .on("placeOrder")
                .next(
                        Fault.executesLater(Duration.ofMillis(3000), 504),
                        Fault.executesLater(Duration.ofMillis(3001), 504));
        place("in-time", ",\"receiveWindow\":\"3000\"");
        place("too-late", ",\"receiveWindow\":\"3000\"");
        clock.advance(Duration.ofSeconds(20));

        assertThat(venue.completedActions().placedClientOrderIds()).containsExactly("in-time");
    }

    @Test
    void requestIsRejectedWhenItsSignatureHasExpired() throws IOException {
        venue.faults().on("placeOrder").next(Fault.executesLater(Duration.ofSeconds(31), 504));
        place("a", "");
        clock.advance(Duration.ofMinutes(1));

        assertThat(venue.orders().all()).isEmpty();
    }

    private Received place(String clientOid, String more) throws IOException {
        return caller.post(
                PLACE,
                "{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\",\"price\":\"1\","
                        + "\"size\":\"1\",\"clientOid\":\"" + clientOid + "\"" + more + "}");
    }
}
