package dev.openvenue.conformance.faults;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of one simulated venue, which the test moves: what is due there late is due when the pauses of its clients
 * have passed it. It advances with the clock of the current run, and never goes back.
 */
final class VenueTime implements InstantSource {
    private static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");

    private Instant began = BEGINNING;
    private LongSupplier run = () -> 0;

    @Override
    public synchronized Instant instant() {
        return began.plusNanos(run.getAsLong());
    }

    /** From now on time passes as on this run's clock, which begins at zero. */
    synchronized void follow(SkippingClock clock) {
        began = instant();
        run = clock::elapsed;
    }

    /** Advances the time. */
    synchronized void advance(Duration by) {
        began = began.plus(by);
    }

    /** Nanoseconds since the beginning. */
    long nanoTime() {
        return Duration.between(BEGINNING, instant()).toNanos();
    }

    /** Passes a client's pause. */
    void pause(Duration pause) throws InterruptedIOException {
        if (Thread.interrupted()) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while pausing");
        }
        advance(pause);
    }
}
