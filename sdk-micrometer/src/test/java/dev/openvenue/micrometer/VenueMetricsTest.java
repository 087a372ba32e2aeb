package dev.openvenue.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.CallEvent.Attempted;
import dev.openvenue.core.CallEvent.ClockCorrected;
import dev.openvenue.core.CallEvent.Ended;
import dev.openvenue.core.CallEvent.Retrying;
import dev.openvenue.core.CallEvent.Waited;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of events. */
final class VenueMetricsTest {
    private final RejectedException tooFast = new RejectedException(
            "htx",
            "placeOrder",
            Effect.NONE,
            "HTX rejected placeOrder: order 4711 comes too fast",
            "too-fast",
            ErrorKind.RATE_LIMIT,
            Remedy.WAIT,
            429,
            "order 4711 comes too fast",
            null,
            "{}");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final VenueMetrics metrics = new VenueMetrics(registry);

    @Test
    void callsAndAttemptsAreTimedByOutcome() {
        metrics.accept(new Attempted("htx", "placeOrder", 1, Duration.ofMillis(20), tooFast));
        metrics.accept(new Retrying("htx", "placeOrder", 1, Duration.ofMillis(200), tooFast));
        metrics.accept(new Attempted("htx", "placeOrder", 2, Duration.ofMillis(30), null));
        metrics.accept(new Ended("htx", "placeOrder", 2, Duration.ofMillis(250), null));

        Timer calls = registry.get("openvenue.calls")
                .tags("venue", "htx", "operation", "placeOrder", "outcome", "success", "kind", "none", "effect", "done")
                .timer();
        assertThat(calls.count()).isEqualTo(1);
        assertThat(calls.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(250);
        assertThat(registry.get("openvenue.attempts")
                        .tags("outcome", "rejected", "kind", "rate-limit", "effect", "none")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(20);
        assertThat(registry.get("openvenue.retries")
                        .tags("outcome", "rejected", "kind", "rate-limit")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void anUnknownOutcomeHasATagOfItsOwn() {
        TransportException lost = new TransportException("htx", "placeOrder", Effect.UNKNOWN, "no response", null);

        metrics.accept(new Ended("htx", "placeOrder", 1, Duration.ofSeconds(10), lost));

        assertThat(registry.get("openvenue.calls")
                        .tags("outcome", "no-response", "kind", "none", "effect", "unknown")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void waitingAndClocksAreCounted() {
        metrics.accept(new Waited("htx", "placeOrder", Duration.ofMillis(900)));
        metrics.accept(new ClockCorrected("htx", "placeOrder", Duration.ofSeconds(-3)));

        assertThat(registry.get("openvenue.waits")
                        .tags("venue", "htx", "operation", "placeOrder")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(900);
        assertThat(registry.get("openvenue.clock.corrections")
                        .tags("venue", "htx")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void noTagHoldsWhatAMessageQuotes() {
        metrics.accept(new Ended("htx", "placeOrder", 1, Duration.ofMillis(20), tooFast));

        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.toString()).doesNotContain("4711"));
    }
}
