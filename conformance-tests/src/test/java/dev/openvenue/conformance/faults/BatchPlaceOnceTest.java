package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.place.BatchPlaceFixture;
import dev.openvenue.core.place.PlaceOutcome.Status;
import dev.openvenue.core.place.PlaceReport;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever goes wrong with a batch of orders, none of them is placed twice, and no report claims of an order what is
 * not true at the venue, neither when the run ends nor when everything that was delayed has arrived. A proxy that
 * delivers a request twice is left out, because no client can prevent that.
 *
 * <p>It takes the same flags as {@link FaultScheduleTest}, of whose number it runs an eighth;
 * {@code -Dopenvenue.batches=10000} runs that many at each venue.
 */
final class BatchPlaceOnceTest {
    private static final int BATCHES =
            Integer.getInteger("openvenue.batches", Integer.getInteger("openvenue.schedules", 2000) / 8);
    private static final long SEED = Long.getLong("openvenue.seed", 42);
    private static final String VENUES = System.getProperty("openvenue.venues", "");
    private static final int BATCHES_PER_BOOK = 250;
    private static final int SHOWN = 3;

    /** By now everything that is executed late has been executed, and what a venue hid is visible. */
    private static final Duration LONG_AFTER = Duration.ofMinutes(10);

    private final List<String> failures = new ArrayList<>();
    private final Map<Status, Long> statuses = new EnumMap<>(Status.class);

    @TestFactory
    Stream<DynamicTest> noOrderOfABatchIsPlacedTwice() {
        return VenueSimulator.venues().stream()
                .filter(id -> VENUES.isEmpty() || List.of(VENUES.split(",")).contains(id))
                .map(id -> DynamicTest.dynamicTest(id, () -> new BatchPlaceOnceTest().prove(id)));
    }

    private void prove(String id) {
        for (int from = 0; from < BATCHES; from += BATCHES_PER_BOOK) {
            VenueTime time = new VenueTime();
            try (ProvenVenue venue = ProvenVenue.start(id, time);
                    VenueClient setup = venue.client()) {
                venue.simulator().fillsAtOnce(from / BATCHES_PER_BOOK % 2 == 1);
                for (int i = from; i < Math.min(BATCHES, from + BATCHES_PER_BOOK); i++) {
                    run(venue, time, new BatchPlaceSchedule(venue, setup, SEED + i, i - from));
                }
            }
        }
        System.out.println("batches of orders: " + id + " " + BATCHES + ", seed " + SEED + ", failures "
                + failures.size() + " (" + statuses + ")");
        assertThat(failures.stream().limit(SHOWN)).isEmpty();
    }

    private void run(ProvenVenue venue, VenueTime time, BatchPlaceSchedule schedule) {
        schedule.prepare();
        int before = placed(venue, 0).size();
        SkippingClock clock = new SkippingClock();
        time.follow(clock);
        Departures departures = new Departures(clock, schedule.timeout());
        PlaceReport<Map<String, ?>> report;
        try (VenueClient client =
                venue.client(clock, departures, venue.simulator().credentials(), schedule.skew())) {
            report = schedule.options(BatchPlaceFixture.of(client, clock)).place(schedule.orders());
            List<String> problems = new ArrayList<>(problems(venue, before, schedule, report));
            time.advance(LONG_AFTER);
            if (problems.isEmpty()) {
                problems(venue, before, schedule, report).forEach(problem -> problems.add("in the end " + problem));
            }
            problems.addAll(departures.late());
            if (!problems.isEmpty()) {
                failures.add(schedule + "\n    " + String.join("\n    ", problems));
            }
        }
        report.counts().forEach((status, count) -> statuses.merge(status, count, Long::sum));
        clock.close();
        venue.simulator().faults().clear();
        HabitDice.forget(venue.simulator().habits());
    }

    private static List<String> problems(
            ProvenVenue venue, int before, BatchPlaceSchedule schedule, PlaceReport<Map<String, ?>> report) {
        return BatchPlaceTruth.problems(placed(venue, before), schedule.orders(), report);
    }

    private static List<SimulatedOrder> placed(ProvenVenue venue, int before) {
        List<String> all = venue.simulator().completedActions().placedOrderIds();
        return all.subList(before, all.size()).stream()
                .map(id -> venue.simulator().orders().find(id).orElseThrow())
                .toList();
    }
}
