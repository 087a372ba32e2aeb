package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The totals of a run whose outcomes were passed on one by one.
 *
 * @param counts the number of outcomes by status; every status is present
 * @param elapsed how long the run took
 * @param callsByOperation how many calls of each operation the run made, in the order of their first calls
 */
public record CancelSummary(Map<Status, Long> counts, Duration elapsed, Map<String, Long> callsByOperation) {
    /** Makes defensive copies. */
    public CancelSummary {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
        callsByOperation = Collections.unmodifiableMap(new LinkedHashMap<>(callsByOperation));
    }

    /** How many calls the run made, including lookups. */
    public long calls() {
        return callsByOperation.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every order is certainly no longer open. */
    public boolean resolved() {
        return counts.entrySet().stream().allMatch(entry -> entry.getKey().isClosed() || entry.getValue() == 0);
    }
}
