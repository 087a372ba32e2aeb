package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ListedVenue.Mishap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that can go wrong with the first calls about one order, each way with each other: requests and responses
 * lost, cancels executed late, views that lag or lack the order, and a fill before any of the calls. Whatever happens,
 * nothing may be claimed that is not true.
 *
 * <p>{@code -Dinterleaving.calls} says how many calls may go wrong; the number of runs grows sevenfold with each.
 */
final class EveryInterleavingTest {
    private static final int CALLS = Integer.getInteger("interleaving.calls", 3);

    /**
     * Runs them all.
     *
     * @param listsClosed whether the venue lists closed orders
     * @param orders how many orders share one fate; their number decides which views are asked
     */
    @ParameterizedTest
    @CsvSource({"true, 1", "true, 51", "false, 1", "false, 51"})
    void nothingIsClaimedThatIsNotTrue(boolean listsClosed, int orders) {
        Map<Status, Integer> seen = new HashMap<>();
        for (List<Mishap> mishaps : everySequence(CALLS)) {
            for (int fill = 0; fill <= CALLS + 1; fill++) {
                seen.merge(run(listsClosed, orders, mishaps, fill), 1, Integer::sum);
            }
        }
        assertThat(seen).containsKeys(Status.CANCELLED, Status.ALREADY_CLOSED);
    }

    @Test
    void everySequenceOccursOnce() {
        List<List<Mishap>> sequences = everySequence(2);

        assertThat(sequences).hasSize(49).doesNotHaveDuplicates();
    }

    private static Status run(boolean listsClosed, int orders, List<Mishap> mishaps, int fill) {
        ListedVenue venue = new ListedVenue(listsClosed);
        venue.mishaps = mishaps;
        venue.fillBefore = fill > CALLS ? Integer.MAX_VALUE : fill;
        List<OrderRef> refs = venue.place(orders);
        CancelReport report = venue.batchCancel().cancel(refs);
        CancelOutcome first = report.outcomes().get(0);
        for (CancelOutcome outcome : report.outcomes()) {
            String truth = venue.truth(outcome.ref());
            assertThat(allowed(truth))
                    .as("%s, filled before call %s: the order is %s, and %s", mishaps, fill, truth, outcome)
                    .contains(outcome.status());
            if (outcome.message().equals("Filled")) {
                assertThat(truth).isEqualTo("FILLED");
            }
        }
        return first.status();
    }

    /** The outcomes that do not contradict the true state of an order that exists. */
    private static Set<Status> allowed(String truth) {
        return switch (truth) {
            case "OPEN" -> EnumSet.of(Status.ACCEPTED, Status.UNKNOWN);
            case "FILLED" -> EnumSet.of(Status.ALREADY_CLOSED, Status.ACCEPTED, Status.UNKNOWN);
            default -> EnumSet.of(Status.CANCELLED, Status.ALREADY_CLOSED, Status.ACCEPTED, Status.UNKNOWN);
        };
    }

    private static List<List<Mishap>> everySequence(int length) {
        if (length == 0) {
            return List.of(List.of());
        }
        List<List<Mishap>> all = new ArrayList<>();
        for (List<Mishap> shorter : everySequence(length - 1)) {
            for (Mishap mishap : Mishap.values()) {
                List<Mishap> sequence = new ArrayList<>(shorter);
                sequence.add(mishap);
                all.add(Collections.unmodifiableList(sequence));
            }
        }
        return all;
    }
}
