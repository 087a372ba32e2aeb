package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.List;

/** Counts events as a venue with a sliding window does. */
final class Windows {
    private Windows() {}

    /**
     * The most events in any stretch that begins with one and ends before the period has passed; the times are sorted.
     */
    static int fullest(List<Long> nanos, Duration period) {
        int fullest = 0;
        int first = 0;
        for (int last = 0; last < nanos.size(); last++) {
            while (nanos.get(last) - nanos.get(first) >= period.toNanos()) {
                first++;
            }
            fullest = Math.max(fullest, last - first + 1);
        }
        return fullest;
    }
}
