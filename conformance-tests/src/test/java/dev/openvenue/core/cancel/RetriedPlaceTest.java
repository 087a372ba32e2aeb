package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.openvenue.core.ClientTime;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.ReceivedRequest;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the spec says of retrying a place, seen at the one venue whose client order ids protect it, with a time that
 * only pauses move.
 */
final class RetriedPlaceTest {
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");

    private Instant now = BEGINNING;
    private VenueSimulator simulator;
    private VenueClient client;

    @BeforeEach
    void start() {
        simulator = VenueSimulator.start("bitget", () -> now);
        client = ClientTime.of(
                        ProvenVenue.builder("bitget"),
                        () -> Duration.between(BEGINNING, now).toNanos(),
                        pause -> now = now.plus(pause),
                        () -> 1)
                .clock(() -> now)
                .baseUrl(simulator.baseUrl())
                .credentials(simulator.credentials())
                .rateLimits(RateLimits.none())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void lostOrderIsPlacedAgainWhenTheFirstOneCanNoLongerArrive() {
        simulator.faults().on("placeOrder").next(Fault.dropBeforeExecution());

        place("clientOid", "mine-1").execute();

        assertThat(simulator.completedActions().placedClientOrderIds()).containsExactly("mine-1");
        // The rejection of an unknown order does not tell the venue's time, so it is measured once.
        assertThat(requests().stream().filter(operation -> !operation.equals("getServerTime")))
                .containsExactly("placeOrder", "getOrder", "getOrder", "getOrder", "placeOrder");
        assertThat(now).isEqualTo(BEGINNING.plusSeconds(5));
    }

    @Test
    void orderThatWasExecutedIsFoundAtOnce() {
        simulator.faults().on("placeOrder").next(Fault.dropAfterExecution());

        place("clientOid", "mine-1").execute();

        assertThat(requests()).containsExactly("placeOrder", "getOrder");
    }

    @Test
    void triggerOrderWhoseClientIdIsIgnoredIsNotPlacedAgain() {
        simulator.faults().on("placeOrder").next(Fault.dropBeforeExecution());

        VenueException e = failure(place("clientOid", "mine-1", "tpslType", "tpsl", "triggerPrice", "9000"));

        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(requests()).containsExactly("placeOrder");
    }

    @Test
    void orderThatFillsAtOnceIsNotPlacedAgain() {
        simulator.faults().on("placeOrder").next(Fault.dropBeforeExecution());

        failure(place("clientOid", "mine-1", "force", "ioc"));

        assertThat(requests()).containsExactly("placeOrder");
    }

    @Test
    void orderOfAnHourAgoIsNotTheResponseToAPlaceThatWasLost() {
        simulator.fillsAtOnce(true);
        place("clientOid", "grid-7").execute();
        now = now.plus(Duration.ofHours(1));
        simulator.faults().on("placeOrder").next(Fault.dropBeforeExecution());

        VenueException e = failure(place("clientOid", "grid-7"));

        assertThat(e)
                .hasMessage("placeOrder was not retried: the client order id grid-7 belongs to another order, made at"
                        + " 2026-01-02T03:04:05Z and before this call"
                        + " (outcome unknown: look the order up before retrying)");
    }

    private VenueCall<?> place(String... more) {
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "symbol", simulator.symbol(), "side", "buy", "orderType", "limit", "price", "10000", "size", "0.01"));
        order.put("force", "gtc");
        for (int i = 0; i < more.length; i += 2) {
            order.put(more[i], more[i + 1]);
        }
        return client.operations().find("placeOrder").call(Map.of("body", order));
    }

    private List<String> requests() {
        return simulator.requests().all().stream()
                .map(ReceivedRequest::operationId)
                .toList();
    }

    private static VenueException failure(VenueCall<?> call) {
        return catchThrowableOfType(VenueException.class, call::execute);
    }
}
