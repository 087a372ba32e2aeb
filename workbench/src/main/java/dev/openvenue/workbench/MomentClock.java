package dev.openvenue.workbench;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * The clock of the venues. It stands still for a thread that makes a control call: all that the call does happens at
 * the moment that is recorded, so that a replay gives the same times.
 */
final class MomentClock implements InstantSource {
    private static final ThreadLocal<Instant> HELD = new ThreadLocal<>();

    private final InstantSource clock;

    MomentClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        Instant moment = HELD.get();
        return moment == null ? clock.instant() : moment;
    }

    <T> T atOneMoment(Supplier<T> action) {
        HELD.set(clock.instant());
        try {
            return action.get();
        } finally {
            HELD.remove();
        }
    }
}
