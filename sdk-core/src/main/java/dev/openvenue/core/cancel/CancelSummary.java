package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The sums of a run whose outcomes were handed out one by one.
 *
 * @param counts how many outcomes had each status; every status is there
 * @param elapsed how long the run took
 * @param calls how many calls the run made, lookups among them
 */
public record CancelSummary(Map<Status, Long> counts, Duration elapsed, long calls) {
    /** Copies, so that the summary cannot change. */
    public CancelSummary {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    }

    /** Whether every order is certainly not open any more. */
    public boolean resolved() {
        return counts.entrySet().stream().allMatch(entry -> entry.getKey().isClosed() || entry.getValue() == 0);
    }
}
