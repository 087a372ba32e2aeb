package dev.openvenue.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Writes durations for people. */
final class Seconds {
    private Seconds() {}

    /** {@code 1.25 s}; rounded up to the millisecond, so that nobody is told to come too early. */
    static String text(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9)
                        .setScale(3, RoundingMode.CEILING)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}
