package dev.openvenue.core;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures the clock skew with the venue's time operation. */
final class ClockSkewProbe {
    private static final int SAMPLES = 3;

    private final VenueDescription description;
    private final Supplier<Operations> operations;
    private final VenueExceptions failures;

    /** The operations may be supplied later, but before the first measurement. */
    ClockSkewProbe(VenueDescription description, Supplier<Operations> operations, VenueExceptions failures) {
        this.description = description;
        this.operations = operations;
        this.failures = failures;
    }

    /**
     * Measures how far the venue's clock is ahead of this machine's, by the midpoint of the fastest of a few round
     * trips.
     */
    VenueClock.Sample measure(Duration within) {
        String serverTime = description.serverTime();
        if (serverTime == null) {
            throw new UnsupportedOperationException(description.name()
                    + " has no operation that returns its time; keep this machine's clock right by other means");
        }
        String[] path = serverTime.split("/", 2);
        HttpCall<?> call = (HttpCall<?>) operations.get().find(path[0]).call(Map.of());
        return measure(call, path.length == 1 ? null : path[1], within);
    }

    private <T> VenueClock.Sample measure(HttpCall<T> call, @Nullable String field, Duration within) {
        CallState<T> state = call.startOnce(within);
        VenueClock.Sample best = sample(call, state, field);
        try {
            for (int i = 1; i < SAMPLES && !state.isExpired(); i++) {
                state = call.startOnce(state.remaining());
                VenueClock.Sample next = sample(call, state, field);
                best = next.error().compareTo(best.error()) < 0 ? next : best;
            }
        } catch (VenueException e) {
            // One sample is enough; further ones would only have been more precise.
            return best;
        }
        return best;
    }

    private <T> VenueClock.Sample sample(HttpCall<T> call, CallState<T> state, @Nullable String field) {
        VenueResponse<T> response = call.response(state);
        Instant left = state.attempt().left();
        Attempt.Head head = state.attempt().head();
        Instant venueTime = time(call.endpoint().payload().toJsonValue(response.value()), field);
        if (venueTime == null || left == null || head == null) {
            throw failures.malformed(state, "it contains no time", response.status(), response.body(), null);
        }
        Duration half = Duration.between(left, head.arrived()).dividedBy(2);
        return new VenueClock.Sample(Duration.between(left.plus(half), venueTime), half.abs());
    }

    private static @Nullable Instant time(@Nullable Object payload, @Nullable String field) {
        return ReportedTime.millis(field != null && payload instanceof Map<?, ?> fields ? fields.get(field) : payload);
    }
}
