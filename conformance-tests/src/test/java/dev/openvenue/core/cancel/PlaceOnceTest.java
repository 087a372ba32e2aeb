package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.Execution;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueException;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever goes wrong with a place, it is executed once at most, and what is called not executed was not. A proxy that delivers a
 * request twice is left out: no client can prevent that.
 *
 * <p>Same flags as {@link FaultScheduleTest}, and for the same reason in this package.
 */
final class PlaceOnceTest {
    private static final int PLACES = Integer.getInteger("openvenue.schedules", 2000) / 8;
    private static final long SEED = Long.getLong("openvenue.seed", 42);
    private static final int LARGEST_BATCH = 3;

    @TestFactory
    Stream<DynamicTest> noPlaceIsExecutedTwice() {
        return VenueSimulator.venues().stream()
                .flatMap(id -> Stream.of(
                        DynamicTest.dynamicTest(id + ", orders that rest", () -> places(id, false)),
                        DynamicTest.dynamicTest(id + ", orders that fill at once", () -> places(id, true))));
    }

    private static void places(String id, boolean filledAtOnce) {
        List<String> failures = new ArrayList<>();
        try (ProvenVenue venue = ProvenVenue.start(id);
                VenueClient client = venue.impatientClient()) {
            venue.simulator().fillsAtOnce(filledAtOnce);
            for (int i = 0; i < PLACES; i++) {
                place(venue, client, SEED + i, 1 + i * LARGEST_BATCH, failures);
            }
            assertThat(venue.simulator().executions().placedClientOrderIds()).doesNotHaveDuplicates();
        }
        System.out.println("places: " + id + " " + PLACES + (filledAtOnce ? " filled at once" : " resting") + ", seed "
                + SEED + ", failures " + failures.size());
        assertThat(failures).isEmpty();
    }

    private static void place(ProvenVenue venue, VenueClient client, long seed, int number, List<String> failures) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int size = random.nextInt(3) == 0 ? LARGEST_BATCH : 1;
        VenueSimulator simulator = venue.simulator();
        SampleOrder order = size == 1 ? simulator.sampleOrder(number) : simulator.sampleBatch(number, size);
        List<Fault> faults = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            faults.add(fault(random));
        }
        simulator.faults().on(order.operationId()).next(faults.toArray(new Fault[0]));
        int before = simulator.executions().placedOrderIds().size();
        VenueException failure = null;
        try {
            client.operations()
                    .find(order.operationId())
                    .call(order.arguments())
                    .execute();
        } catch (VenueException e) {
            failure = e;
        }
        int placed = simulator.executions().placedOrderIds().size() - before;
        simulator.faults().clear();
        if (placed > size || placed < least(failure, size) || placed > most(failure, size)) {
            failures.add("seed " + seed + ": " + order + " meets " + faults + ": " + placed + " placed, but "
                    + (failure == null ? "it succeeded" : failure.execution() + " " + failure));
        }
    }

    private static int least(@Nullable VenueException failure, int size) {
        return failure == null ? size : 0;
    }

    private static int most(@Nullable VenueException failure, int size) {
        return failure != null && failure.execution() == Execution.NOT_EXECUTED ? 0 : size;
    }

    private static Fault fault(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Fault.dropBeforeExecution();
            case 1 -> Fault.dropAfterExecution();
            case 2 -> Fault.malformedBody();
            case 3 -> Fault.truncatedBody();
            case 4 -> Fault.rateLimited(null);
            case 5 -> Fault.rateLimited(Duration.ofSeconds(random.nextInt(3)));
            case 6 -> Fault.serverError(500 + random.nextInt(5));
            default -> Fault.serverErrorAfterExecution(500 + random.nextInt(5));
        };
    }
}
