package dev.openvenue.core.cancel;

import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of all orders that were open at a venue, kind by kind.
 *
 * @param kinds the kinds of orders that were listed and cancelled
 * @param notListed the kinds, in words, that no operation of the venue lists; they may be open
 * @param elapsed how long the run took
 * @param callsByOperation how many calls of each operation the run made, in the order of their first calls
 */
public record CancelEverythingReport(
        List<Kind> kinds, List<String> notListed, Duration elapsed, Map<String, Long> callsByOperation) {
    /**
     * What became of the orders of one kind.
     *
     * @param name the kind in words, such as {@code conditional orders}
     * @param outcomes one for each order that was found open, in the order in which they were found
     * @param noneOpen whether the venue finally listed no such order, in several complete listings over some seconds
     * @param cause why such orders could not be listed completely; null if they could
     */
    public record Kind(
            String name,
            List<CancelOutcome> outcomes,
            boolean noneOpen,
            @Nullable VenueException cause) {
        /** Makes a defensive copy. */
        public Kind {
            outcomes = List.copyOf(outcomes);
        }

        private String message() {
            String found = outcomes.size() + " " + name;
            if (noneOpen) {
                return outcomes.isEmpty() ? "no " + name : found + ", and none is listed any more";
            }
            return found + ", and others may still be open: "
                    + (cause == null ? "the venue declines to cancel some" : cause.getMessage());
        }
    }

    /** Makes defensive copies. */
    public CancelEverythingReport {
        kinds = List.copyOf(kinds);
        notListed = List.copyOf(notListed);
    }

    static CancelEverythingReport of(
            List<OrderSweep> sweeps, List<String> notListed, Duration elapsed, Map<String, Long> calls) {
        List<Kind> kinds = sweeps.stream()
                .map(sweep -> new Kind(sweep.kind(), sweep.outcomes(), sweep.isProven(), sweep.failure()))
                .toList();
        return new CancelEverythingReport(kinds, notListed, elapsed, calls);
    }

    /** Whether no order of any kind that the venue lists is open any more. */
    public boolean noneOpen() {
        return kinds.stream().allMatch(Kind::noneOpen);
    }

    /** The outcomes of all kinds together. */
    public CancelReport orders() {
        List<CancelOutcome> outcomes =
                kinds.stream().flatMap(kind -> kind.outcomes().stream()).toList();
        return new CancelReport(outcomes, elapsed, callsByOperation);
    }

    /** Why a kind could not be listed completely; null if all could. */
    public @Nullable VenueException cause() {
        return kinds.stream()
                .map(Kind::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A human-readable sentence, which claims no more than was seen. */
    public String message() {
        return "Listed as open: " + kinds.stream().map(Kind::message).collect(Collectors.joining("; "));
    }
}
