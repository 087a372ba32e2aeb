package dev.openvenue.core.cancel;

import java.time.Duration;

/**
 * How long to wait before trying again: twice as long each time, with some chance so that many clients do not march in
 * step.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final int DOUBLINGS = 5;

    private Backoff() {}

    /**
     * The pause after so many tries in vain: none, 50 ms, 100 ms … up to 1.6 s, of which a random half may be missing;
     * never less than demanded.
     */
    static Duration after(int tries, Duration demanded, double jitter) {
        if (tries == 0) {
            return demanded;
        }
        long full = FIRST.toNanos() << Math.min(tries - 1, DOUBLINGS);
        Duration own = Duration.ofNanos((long) (full * (1 - jitter / 2)));
        return own.compareTo(demanded) < 0 ? demanded : own;
    }
}
