package dev.openvenue.core.place;

import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcomes of one run: one for each order, in the order of the input.
 *
 * @param <T> the venue's type of a new order
 * @param outcomes the outcomes
 * @param elapsed how long the run took
 * @param callsByOperation how many calls of each operation the run made, in the order of their first calls; the client
 *     may have retried some of them
 */
public record PlaceReport<T>(List<PlaceOutcome<T>> outcomes, Duration elapsed, Map<String, Long> callsByOperation) {
    /** Makes defensive copies. */
    public PlaceReport {
        outcomes = List.copyOf(outcomes);
        callsByOperation = Collections.unmodifiableMap(new LinkedHashMap<>(callsByOperation));
    }

    /** How many calls the run made, including lookups. */
    public long calls() {
        return callsByOperation.values().stream().mapToLong(Long::longValue).sum();
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

    /** The outcomes with this status. */
    public List<PlaceOutcome<T>> with(Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }

    /** Whether it is known of every order whether it was placed. */
    public boolean resolved() {
        return with(Status.UNKNOWN).isEmpty();
    }

    /** Whether every order was placed. */
    public boolean placed() {
        return outcomes.stream().allMatch(outcome -> outcome.status() == Status.PLACED);
    }
}
