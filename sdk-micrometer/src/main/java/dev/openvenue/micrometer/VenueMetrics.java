package dev.openvenue.micrometer;

import dev.openvenue.core.CallEvent;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Meters what happens in the calls of any number of clients: give it to their builders with {@code listener}.
 *
 * <ul>
 *   <li>{@code openvenue.calls}, a timer: calls from beginning to end, waiting and pauses included
 *   <li>{@code openvenue.attempts}, a timer: single requests
 *   <li>{@code openvenue.waits}, a timer: how long calls waited for rate limits; those that did not wait do not count
 *   <li>{@code openvenue.retries}, a counter: attempts that failed and were followed by another one
 *   <li>{@code openvenue.clock.corrections}, a counter: how often a clock was found wrong and corrected
 * </ul>
 *
 * <p>All have the tags {@code venue} and {@code operation}. Calls, attempts and retries also have {@code outcome} (see
 * {@link CallEvent#outcome}), {@code kind} (of a rejection, such as {@code rate-limit}; else {@code none}) and
 * {@code effect}: {@code done}, {@code none} if the venue certainly did nothing, or {@code unknown}, which is the one
 * to alert on. No tag holds an id, a symbol or a key, so the number of series is bounded by the spec.
 */
public final class VenueMetrics implements Consumer<CallEvent> {
    private final MeterRegistry registry;

    /** Registers its meters as they occur. */
    public VenueMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(CallEvent event) {
        Tags tags = Tags.of("venue", event.venue(), "operation", event.operation());
        if (event instanceof CallEvent.Ended end) {
            registry.timer("openvenue.calls", tags.and(verdict(end.failure()))).record(end.time());
        } else if (event instanceof CallEvent.Attempted attempt) {
            registry.timer("openvenue.attempts", tags.and(verdict(attempt.failure())))
                    .record(attempt.time());
        } else if (event instanceof CallEvent.Waited wait) {
            registry.timer("openvenue.waits", tags).record(wait.time());
        } else if (event instanceof CallEvent.Retrying retry) {
            registry.counter("openvenue.retries", tags.and(verdict(retry.failure())))
                    .increment();
        } else if (event instanceof CallEvent.ClockCorrected) {
            registry.counter("openvenue.clock.corrections", tags).increment();
        }
    }

    private static Tags verdict(@Nullable VenueException failure) {
        String kind = failure instanceof RejectedException rejection ? word(rejection.kind()) : "none";
        String effect = failure == null ? "done" : word(failure.effect());
        return Tags.of("outcome", CallEvent.outcome(failure), "kind", kind, "effect", effect);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
