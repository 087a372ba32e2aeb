package dev.openvenue.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Everything that can go wrong with the calls about two orders of a batch, each way with each other: requests and
 * responses lost, orders that are placed late, calls that are turned away, lookups that lag, fail or see nothing.
 * Whatever happens, no order exists twice, and nothing is claimed that is not true when all that was late has arrived.
 */
final class EveryPlaceInterleavingTest {
    private static final int PLACES = 2;
    private static final int LOOKS = 4;

    /** What happens to a call that places. */
    private enum Place {
        EXECUTED,
        LOST_REQUEST,
        LOST_RESPONSE,
        /** Executed after its caller gave it up, and before the request loses its validity. */
        LATE,
        /** Turned away for its rate. */
        TURNED_AWAY,
        /** Rejected for good. */
        REJECTED,
        /** Executed, and the response leaves the order out. */
        LEFT_OUT
    }

    /** What happens to a lookup. */
    private enum Look {
        TRUE,
        LOST,
        /** Sees nothing, whatever is there. */
        BLIND
    }

    @ParameterizedTest
    @CsvSource({"false, PT30S", "false, PT5M", "true, PT30S"})
    void noOrderExistsTwiceAndNothingIsClaimedThatIsNotTrue(boolean lists, Duration timeout) {
        Set<Status> seen = EnumSet.noneOf(Status.class);
        for (List<Place> places : sequences(Place.values(), PLACES)) {
            for (List<Look> looks : sequences(Look.values(), LOOKS)) {
                seen.add(run(lists, timeout, places, looks));
            }
        }
        // With the time to see that nothing can arrive any more, nothing stays in doubt where lookups prove absence.
        boolean certain = !lists && timeout.toMinutes() >= 5;
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        Status.PLACED, Status.REJECTED, certain ? Status.NOT_PLACED : Status.UNKNOWN);
    }

    @Test
    void everySequenceOccursOnce() {
        assertThat(sequences(Look.values(), 3)).hasSize(27).doesNotHaveDuplicates();
    }

    private static Status run(boolean lists, Duration timeout, List<Place> places, List<Look> looks) {
        ScriptedExchange venue = new ScriptedExchange();
        if (lists) {
            venue.lookup = new Lookup(true, "made", null);
        }
        places.forEach(place -> venue.fault("place", fault(venue, place)));
        looks.forEach(look -> venue.fault(lists ? "open" : "look", fault(venue, look)));
        PlaceReport<Map<String, ?>> report = venue.batchPlace()
                .timeout(timeout)
                .place(List.of(Map.of("symbol", "BTC", "price", "1"), Map.of("symbol", "BTC", "price", "2")));
        venue.passTime(Duration.ofHours(1));
        for (PlaceOutcome<Map<String, ?>> outcome : report.outcomes()) {
            long placed = venue.placed(outcome.clientOrderId());
            boolean may = switch (outcome.status()) {
                case PLACED -> placed == 1;
                case REJECTED -> placed == 0 && (places.contains(Place.REJECTED) || places.contains(Place.TURNED_AWAY));
                case NOT_PLACED, NOT_SENT -> placed == 0;
                case UNKNOWN -> placed <= 1;
            };
            assertThat(may)
                    .as("%s, %s: placed %s times, and %s", places, looks, placed, outcome)
                    .isTrue();
        }
        return Objects.requireNonNull(report.outcomes().get(0)).status();
    }

    private static ScriptedExchange.Fault fault(ScriptedExchange venue, Place place) {
        return call -> {
            switch (place) {
                case EXECUTED -> {
                    return venue.execute(call);
                }
                case LEFT_OUT -> {
                    venue.execute(call);
                    return Map.of("rows", List.of());
                }
                case LOST_RESPONSE -> venue.execute(call);
                case LATE -> venue.in(Duration.ofSeconds(29), () -> venue.execute(call));
                case TURNED_AWAY ->
                    throw ScriptedExchange.rejection(ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofSeconds(1));
                case REJECTED -> throw ScriptedExchange.rejection(ErrorKind.PERMISSION, Effect.NONE, null);
                case LOST_REQUEST -> {}
            }
            throw ScriptedExchange.transport();
        };
    }

    private static ScriptedExchange.Fault fault(ScriptedExchange venue, Look look) {
        return call -> switch (look) {
            case TRUE -> venue.execute(call);
            case BLIND -> Map.of("rows", List.of());
            case LOST -> throw ScriptedExchange.transport();
        };
    }

    private static <T> List<List<T>> sequences(T[] values, int length) {
        if (length == 0) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (List<T> shorter : sequences(values, length - 1)) {
            for (T value : values) {
                List<T> sequence = new ArrayList<>(shorter);
                sequence.add(value);
                all.add(Collections.unmodifiableList(sequence));
            }
        }
        return all;
    }
}
