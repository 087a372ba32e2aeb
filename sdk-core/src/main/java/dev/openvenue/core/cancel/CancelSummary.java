package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The totals of a run whose outcomes were passed on one by one.
 *
 * @param counts the number of outcomes by status; every status is present
 * @param elapsed how long the run took
 * @param calls how many calls the run made, including lookups
 */
public record CancelSummary(Map<Status, Long> counts, Duration elapsed, long calls) {
    /** Makes a defensive copy. */
    public CancelSummary {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** Whether every order is certainly no longer open. */
    public boolean resolved() {
        return counts.entrySet().stream().allMatch(entry -> entry.getKey().isClosed() || entry.getValue() == 0);
    }
}
