package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of every order of one run: one outcome for each input, in the order of the input.
 *
 * @param outcomes the outcomes; inputs that name the same order share one
 * @param elapsed how long the run took
 * @param calls how many calls the run made, lookups among them; the client's retry policy may have sent some of them
 *     repeatedly
 */
public record CancelReport(List<CancelOutcome> outcomes, Duration elapsed, long calls) {
    /** Copies, so that the report cannot change. */
    public CancelReport {
        outcomes = List.copyOf(outcomes);
    }

    /** How many outcomes have each status; every status is there. */
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        outcomes.forEach(outcome -> counts.merge(outcome.status(), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** Whether every order is certainly not open any more. */
    public boolean resolved() {
        return unresolved().isEmpty();
    }

    /** The outcomes whose orders may still be open: accepted, not found, rejected or unknown. */
    public List<CancelOutcome> unresolved() {
        return outcomes.stream().filter(outcome -> !outcome.status().isClosed()).toList();
    }

    /** The sums without the outcomes. */
    public CancelSummary summary() {
        return new CancelSummary(counts(), elapsed, calls);
    }
}
