package dev.openvenue.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * The time that signed requests state: this machine's clock plus what the venue's was found to differ by. It is measured when asked
 * for, and by the client itself when the venue refuses a signature for its time. Safe for use by many threads.
 */
public final class VenueClock {
    private final InstantSource source;
    private final Function<Duration, Duration> measurement;
    private final Duration deadline;
    private volatile Duration offset = Duration.ZERO;

    VenueClock(InstantSource source, Function<Duration, Duration> measurement, Duration deadline) {
        this.source = source;
        this.measurement = measurement;
        this.deadline = deadline;
    }

    /** The venue's time, as far as known. */
    public Instant now() {
        return source.instant().plus(offset);
    }

    /** How far the venue's clock is ahead of this machine's; negative if behind, zero until measured. */
    public Duration offset() {
        return offset;
    }

    /**
     * Measures the offset with one call of the venue's time operation, taking the middle of the round trip.
     *
     * @return the new offset
     * @throws VenueException if the venue did not answer; the old offset stays
     * @throws UnsupportedOperationException if the venue has no operation that tells its time
     */
    public Duration synchronize() {
        return synchronize(deadline);
    }

    Duration synchronize(Duration within) {
        Duration measured = measurement.apply(within);
        offset = measured;
        return measured;
    }
}
