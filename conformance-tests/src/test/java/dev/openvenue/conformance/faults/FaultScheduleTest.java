package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever goes wrong, no report claims of an order what is not true at the venue. Each schedule is drawn from a seed
 * and runs over real sockets against a simulated venue, whose book is the ground truth.
 *
 * <p>{@code -Dopenvenue.schedules=N} runs N schedules at each venue, {@code -Dopenvenue.seed=S} begins with seed S; so
 * a failing schedule is rerun with its own seed and N = 1; {@code -Dopenvenue.venues=bitget,xt} leaves the other venues
 * out.
 *
 * <p>The clock of each run is the test's own ({@link SkippingClock}), so pauses of seconds cost nothing here.
 */
final class FaultScheduleTest {
    private static final int SCHEDULES = Integer.getInteger("openvenue.schedules", 2000);
    private static final long SEED = Long.getLong("openvenue.seed", 42);
    private static final String VENUES = System.getProperty("openvenue.venues", "");
    private static final int SHOWN = 3;

    /** A fresh book now and then, because the simulator's listings read all of it. */
    private static final int SCHEDULES_PER_BOOK = 250;

    /** What came of all schedules at one venue. */
    private record Proof(
            List<String> failures, Map<Status, Integer> statuses, AtomicInteger requests, AtomicInteger seconds) {
        void add(FaultSchedule schedule, FaultRun run) {
            if (!run.problems().isEmpty()) {
                String failure = schedule + "\n    " + String.join("\n    ", run.problems());
                // Immediately, because a long run may be interrupted.
                System.out.println(failure);
                failures.add(failure);
            }
            run.outcomes().forEach(outcome -> statuses.merge(outcome.status(), 1, Integer::sum));
            requests.addAndGet(run.requests());
        }
    }

    /** What a server logs about clients that disconnect does not matter here. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("okhttp3"), Logger.getLogger("mockwebserver3"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    @TestFactory
    Stream<DynamicTest> everyReportIsTrue() {
        Map<String, CompletableFuture<Proof>> proofs = new TreeMap<>();
        VenueSimulator.venues().stream()
                .filter(id -> VENUES.isEmpty() || List.of(VENUES.split(",")).contains(id))
                .forEach(id -> proofs.put(
                        id, CompletableFuture.supplyAsync(() -> prove(id), task -> new Thread(task, id).start())));
        return proofs.entrySet().stream()
                .map(proof -> DynamicTest.dynamicTest(proof.getKey(), () -> {
                    Proof result = proof.getValue().join();
                    System.out.println("fault schedules: " + proof.getKey() + " " + SCHEDULES + ", seed " + SEED
                            + ", failures " + result.failures().size() + " (" + result.requests() + " requests, "
                            + result.statuses() + ", " + result.seconds() + " s)");
                    assertThat(result.failures().stream().limit(SHOWN)).isEmpty();
                }));
    }

    private static Proof prove(String id) {
        long began = System.nanoTime();
        Proof proof =
                new Proof(new ArrayList<>(), new EnumMap<>(Status.class), new AtomicInteger(), new AtomicInteger());
        long seed = SEED;
        while (seed < SEED + SCHEDULES) {
            long book = Math.floorDiv(seed, SCHEDULES_PER_BOOK);
            long end = Math.min(SEED + SCHEDULES, (book + 1) * SCHEDULES_PER_BOOK);
            prove(proof, id, book, seed, end);
            seed = end;
        }
        proof.seconds().set((int) Duration.ofNanos(System.nanoTime() - began).toSeconds());
        return proof;
    }

    /**
     * The schedules of one book; of every fourth book over HTTP/2, where one connection serves all calls and stalls for
     * all.
     */
    private static void prove(Proof proof, String id, long book, long seed, long end) {
        VenueTime time = new VenueTime();
        boolean http2 = Math.floorMod(book, 4) == 1;
        try (ProvenVenue venue = http2 ? ProvenVenue.startHttp2(id, time) : ProvenVenue.start(id, time);
                VenueClient setup = venue.client()) {
            for (long next = seed; next < end; next++) {
                run(proof, venue, time, setup, new FaultSchedule(venue, time, setup, next));
            }
        }
    }

    private static void run(Proof proof, ProvenVenue venue, VenueTime time, VenueClient setup, FaultSchedule schedule) {
        try {
            proof.add(schedule, FaultRun.of(venue, time, setup, schedule));
        } catch (RuntimeException e) {
            throw new IllegalStateException("The schedule could not be run: " + schedule, e);
        }
    }
}
