package dev.openvenue.core.error;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Writes durations for messages. For the SDK itself and its tools. */
public final class Seconds {
    private Seconds() {}

    /** {@code 1.25 s}; rounded up to the millisecond, so that nobody is told to retry too early. */
    public static String text(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9)
                        .setScale(3, RoundingMode.CEILING)
                        .stripTrailingZeros()
                        .toPlainString()
                + " s";
    }
}
