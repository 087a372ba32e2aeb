package dev.openvenue.core.cancel;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations for messages. */
final class DurationText {
    private DurationText() {}

    /** {@code 1.5 s}. */
    static String words(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
