package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever goes wrong when an order is placed, it is executed at most once; what is reported as not executed never will
 * be; and a success names the order that this very call placed. A proxy that delivers a request twice is left out,
 * because no client can prevent that.
 *
 * <p>It takes the same flags as {@link FaultScheduleTest}.
 */
final class PlaceOnceTest {
    private static final int PLACES = Integer.getInteger("openvenue.schedules", 2000) / 8;
    private static final long SEED = Long.getLong("openvenue.seed", 42);
    private static final int LARGEST_BATCH = 3;
    private static final int SHOWN = 3;
    private static final int PLACES_PER_BOOK = 250;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** By now everything that is executed late has been executed, and what a venue hid is visible. */
    private static final Duration LONG_AFTER = Duration.ofMinutes(10);

    private final List<String> failures = new ArrayList<>();
    private int succeeded;

    @TestFactory
    Stream<DynamicTest> noPlaceIsExecutedTwice() {
        return VenueSimulator.venues().stream()
                .flatMap(id -> Stream.of(
                        DynamicTest.dynamicTest(id + ", orders that rest", () -> new PlaceOnceTest().prove(id, false)),
                        DynamicTest.dynamicTest(
                                id + ", orders that fill at once", () -> new PlaceOnceTest().prove(id, true))));
    }

    private void prove(String id, boolean filledAtOnce) {
        for (int from = 0; from < PLACES; from += PLACES_PER_BOOK) {
            VenueTime time = new VenueTime();
            try (ProvenVenue venue = ProvenVenue.start(id, time);
                    VenueClient client = ProvenVenue.patientClient(venue, time)) {
                venue.simulator().fillsAtOnce(filledAtOnce);
                for (int i = from; i < Math.min(PLACES, from + PLACES_PER_BOOK); i++) {
                    place(venue, time, client, i - from, SEED + i);
                }
            }
        }
        System.out.println("places: " + id + " " + PLACES + (filledAtOnce ? " filled at once" : " resting") + ", seed "
                + SEED + ", failures " + failures.size() + " (" + succeeded + " succeeded)");
        assertThat(failures.stream().limit(SHOWN)).isEmpty();
    }

    private void place(ProvenVenue venue, VenueTime time, VenueClient client, int place, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        VenueSimulator simulator = venue.simulator();
        PlaceDice dice = new PlaceDice(random);
        int size = random.nextInt(3) == 0 ? LARGEST_BATCH : 1;
        int number = 1 + LARGEST_BATCH * (random.nextInt(5) == 0 ? earlier(venue, random, place) : place);
        SampleOrder order =
                size == 1 ? dice.kind(venue.id(), simulator.sampleOrder(number)) : simulator.sampleBatch(number, size);
        List<Fault> faults = dice.faults();
        List<Fault> lookups = dice.lookups(simulator.habits());
        simulator.faults().on(order.operationId()).next(faults.toArray(new Fault[0]));
        ProvenVenue.batchCancel(client)
                .lookup(IdKind.CLIENT_ORDER_ID)
                .ifPresent(query -> simulator.faults().on(query.operation()).next(lookups.toArray(new Fault[0])));
        int before = simulator.completedActions().placedOrderIds().size();
        Object result = null;
        VenueException failure = null;
        try {
            result = client.operations()
                    .find(order.operationId())
                    .call(order.arguments())
                    .execute();
            succeeded++;
        } catch (VenueException e) {
            failure = e;
        }
        time.advance(LONG_AFTER);
        List<String> all = simulator.completedActions().placedOrderIds();
        String problem = problem(all, all.subList(before, all.size()), size, result, failure);
        simulator.faults().clear();
        HabitDice.forget(simulator.habits());
        if (problem != null) {
            failures.add("seed " + seed + ": " + order + " meets " + faults + ", lookups " + lookups + ": " + problem);
        }
    }

    /**
     * The number of an earlier place, whose orders are mostly filled by now, so that the venue accepts their client ids
     * again.
     */
    private static int earlier(ProvenVenue venue, Random random, int place) {
        if (random.nextInt(4) > 0) {
            venue.simulator().orders().open().stream()
                    .map(SimulatedOrder::orderId)
                    .forEach(venue::fill);
        }
        return random.nextInt(place + 1);
    }

    private static @Nullable String problem(
            List<String> all,
            List<String> placed,
            int size,
            @Nullable Object result,
            @Nullable VenueException failure) {
        int least = failure == null ? size : 0;
        int most = failure != null && failure.effect() == Effect.NONE ? 0 : size;
        if (placed.size() < least || placed.size() > most) {
            return placed.size() + " placed, but "
                    + (failure == null ? "it succeeded" : failure.effect() + " " + failure);
        }
        Set<String> named = NUMBER.matcher(String.valueOf(result))
                .results()
                .map(MatchResult::group)
                .filter(all::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean same = failure != null || named.equals(new TreeSet<>(placed));
        return same ? null : "it placed " + placed + ", but names " + named + ": " + result;
    }
}
