package dev.openvenue.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The venue's clock: the given clock plus a configurable skew. */
final class SimulatedClock implements InstantSource {
    private final InstantSource source;
    private volatile Duration skew = Duration.ZERO;

    SimulatedClock(InstantSource source) {
        this.source = source;
    }

    void skew(Duration by) {
        skew = by;
    }

    Duration skew() {
        return skew;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(skew);
    }
}
