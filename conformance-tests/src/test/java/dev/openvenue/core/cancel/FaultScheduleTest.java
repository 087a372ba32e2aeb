package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.simulator.VenueSimulator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever goes wrong on the way, no report says of an order what is not true at the venue. Each schedule is drawn from a seed and
 * runs over real sockets against a simulated venue, whose own book is the truth.
 *
 * <p>{@code -Dopenvenue.schedules=N} runs N schedules at each venue, {@code -Dopenvenue.seed=S} begins with seed S; so a failing
 * schedule is repeated with its own seed and N = 1.
 *
 * <p>It lives in the core's package because the core's clock is not public: with it, pauses of seconds cost nothing here.
 */
final class FaultScheduleTest {
    private static final int SCHEDULES = Integer.getInteger("openvenue.schedules", 2000);
    private static final long SEED = Long.getLong("openvenue.seed", 42);
    private static final int SHOWN = 3;

    /** A fresh book now and then, because the simulator's listings read all of it. */
    private static final int SCHEDULES_PER_BOOK = 250;

    /** What came of all schedules at one venue. */
    private record Proof(List<String> failures, Map<Status, Integer> statuses, int requests) {}

    @TestFactory
    Stream<DynamicTest> everyReportIsTrue() {
        Map<String, CompletableFuture<Proof>> proofs = new TreeMap<>();
        VenueSimulator.venues()
                .forEach(id -> proofs.put(
                        id, CompletableFuture.supplyAsync(() -> prove(id), task -> new Thread(task, id).start())));
        return proofs.entrySet().stream()
                .map(proof -> DynamicTest.dynamicTest(proof.getKey(), () -> {
                    Proof result = proof.getValue().join();
                    System.out.println("fault schedules: " + proof.getKey() + " " + SCHEDULES + ", seed " + SEED
                            + ", failures " + result.failures().size() + " (" + result.requests() + " requests, "
                            + result.statuses() + ")");
                    assertThat(result.failures().stream().limit(SHOWN)).isEmpty();
                }));
    }

    private static Proof prove(String id) {
        Proof proof = new Proof(new ArrayList<>(), new EnumMap<>(Status.class), 0);
        for (int from = 0; from < SCHEDULES; from += SCHEDULES_PER_BOOK) {
            try (ProvenVenue venue = ProvenVenue.start(id);
                    VenueClient setup = venue.client()) {
                for (int i = from; i < Math.min(SCHEDULES, from + SCHEDULES_PER_BOOK); i++) {
                    FaultSchedule schedule = new FaultSchedule(venue, setup, SEED + i);
                    proof = run(venue, setup, schedule, proof);
                }
            }
        }
        return proof;
    }

    private static Proof run(ProvenVenue venue, VenueClient setup, FaultSchedule schedule, Proof proof) {
        schedule.prepare(setup);
        int before = venue.simulator().executions().cancelledOrderIds().size();
        SkippingClock clock = new SkippingClock();
        Departures departures = new Departures(clock, schedule.deadline());
        VenueClient client = venue.client(clock, departures, schedule.skew());
        BatchCancel batchCancel = schedule.options(ProvenVenue.batchCancel(client, clock));
        List<CancelOutcome> outcomes = new ArrayList<>();
        if (schedule.streams()) {
            batchCancel.cancelStream(schedule.refs().iterator(), outcomes::add);
        } else {
            outcomes.addAll(batchCancel.cancel(schedule.refs()).outcomes());
        }
        List<String> problems = problems(venue, schedule, before, outcomes, departures);
        clock.close();
        venue.tidy(schedule.orderIds());
        if (!problems.isEmpty()) {
            proof.failures().add(schedule + "\n    " + String.join("\n    ", problems));
        }
        outcomes.forEach(outcome -> proof.statuses().merge(outcome.status(), 1, Integer::sum));
        return new Proof(proof.failures(), proof.statuses(), proof.requests() + departures.count());
    }

    private static List<String> problems(
            ProvenVenue venue,
            FaultSchedule schedule,
            int before,
            List<CancelOutcome> outcomes,
            Departures departures) {
        List<String> cancels = venue.simulator().executions().cancelledOrderIds();
        Set<String> cancelled = new HashSet<>(cancels.subList(before, cancels.size()));
        List<String> problems = new ArrayList<>(new Truth(venue::find, cancelled).problems(schedule.refs(), outcomes));
        problems.addAll(departures.late());
        if (!schedule.verify()) {
            outcomes.stream()
                    .filter(outcome -> outcome.status() == Status.CANCELLED)
                    .forEach(outcome -> problems.add("called cancelled without a look: " + outcome));
        }
        if (schedule.mustSettle()) {
            problems.addAll(Truth.unsettled(outcomes));
        }
        if (schedule.refs().isEmpty() && departures.count() > 0) {
            problems.add("nothing was asked, but " + departures.count() + " requests left");
        }
        return problems;
    }
}
