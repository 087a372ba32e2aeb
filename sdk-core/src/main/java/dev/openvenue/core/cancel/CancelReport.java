package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcomes of one run: one for each input, in the order of the input.
 *
 * @param outcomes the outcomes; inputs that name the same order share one
 * @param elapsed how long the run took
 * @param callsByOperation how many calls of each operation the run made, in the order of their first calls; the client
 *     may have retried some of them
 */
public record CancelReport(List<CancelOutcome> outcomes, Duration elapsed, Map<String, Long> callsByOperation) {
    /** Makes defensive copies. */
    public CancelReport {
        outcomes = List.copyOf(outcomes);
        callsByOperation = Collections.unmodifiableMap(new LinkedHashMap<>(callsByOperation));
    }

    /** How many calls the run made, including lookups. */
    public long calls() {
        return summary().calls();
    }

    /** The number of outcomes by status; every status is present. */
    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        outcomes.forEach(outcome -> counts.merge(outcome.status(), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** Whether every order is certainly no longer open. */
    public boolean resolved() {
        return unresolved().isEmpty();
    }

    /** The outcomes whose orders may still be open: accepted, not found, rejected or unknown. */
    public List<CancelOutcome> unresolved() {
        return outcomes.stream().filter(outcome -> !outcome.status().isClosed()).toList();
    }

    /** What may still trade, by symbol and side: the quantities of all orders that are not certainly closed. */
    public List<Exposure> exposure() {
        return Exposure.of(outcomes);
    }

    /**
     * The outcomes whose quantities do not add up: where the venue stated more filled than ordered, or called an order
     * filled that is not.
     */
    public List<CancelOutcome> discrepancies() {
        return outcomes.stream()
                .filter(outcome -> outcome.order() != null && !outcome.order().addsUp())
                .toList();
    }

    /** The sums without the outcomes. */
    public CancelSummary summary() {
        return new CancelSummary(counts(), elapsed, callsByOperation);
    }
}
