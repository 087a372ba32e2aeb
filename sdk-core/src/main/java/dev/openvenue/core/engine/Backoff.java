package dev.openvenue.core.engine;

import java.time.Duration;

/** Exponential backoff with jitter, so that many clients do not retry in step. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final int DOUBLINGS = 5;

    private Backoff() {}

    /**
     * The pause after the given number of failed tries: none, 50 ms, 100 ms … up to 1.6 s, shortened at random by up to
     * a half; never less than demanded.
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
