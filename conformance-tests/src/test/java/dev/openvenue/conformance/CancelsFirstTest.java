package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.CallOptions;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.simulator.ReceivedRequest;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A cancel is not delayed by placing. Threads place orders at full speed on one client, more of them than the limit has
 * permits for, so that a cancel would wait for seconds if calls were served in order of arrival. Every few orders one
 * is cancelled, and the simulator reports when that cancel arrived and how many orders overtook it.
 *
 * <p>At XT and Satori one limit governs both. At Bitget only the limit of the IP address does, which placing cannot use
 * up; HTX's limits are separate. All of them are tested. On an idle machine a cancel takes a period at most; on a busy
 * one it may take longer by the stalls that were measured.
 */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
final class CancelsFirstTest {
    private static final int THREADS = 40;
    private static final int CANCELS = 12;

    /** The handovers between threads from the call of a cancel to the record of its arrival, and back. */
    private static final int STALLS = 10;

    /** Less often than the reserve grants them, or cancels would wait for one another. */
    private static final int ORDERS_PER_CANCEL = 6;

    /** What one cancel met: how long until it arrived, and how many orders arrived meanwhile. */
    private record Wait(Duration time, int overtakenBy) {}

    /** What all cancels met while this operation was called at full speed, and the longest stall of this machine. */
    private record Run(String placing, List<Wait> waits, Duration stall) {
        /**
         * How long a cancel may take: a period, plus what each of the threads on its way may lose to a busy machine.
         */
        Duration bound(CancelLimit limit) {
            return limit.period().plus(stall.multipliedBy(STALLS));
        }

        /** How many orders the limit lets pass in that time. */
        long mayOvertake(CancelLimit limit) {
            return limit.permits() * bound(limit).toMillis() / limit.period().toMillis();
        }
    }

    @TestFactory
    Stream<DynamicTest> placingAtFullSpeedDelaysNoCancelByMoreThanAPeriod() {
        Map<String, CompletableFuture<Run>> runs = new TreeMap<>();
        for (Venue venue : Venue.all()) {
            runs.put(venue.name(), CompletableFuture.supplyAsync(() -> run(venue), task -> new Thread(task).start()));
        }
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(
                        venue.name(), () -> check(venue, runs.get(venue.name()).join())));
    }

    private static void check(Venue venue, Run run) {
        CancelLimit limit = CancelLimit.of(venue, run.placing());
        List<Duration> times = run.waits().stream().map(Wait::time).sorted().toList();
        int overtakenBy = run.waits().stream().mapToInt(Wait::overtakenBy).max().orElseThrow();
        System.out.println("cancels while placing at full speed: " + venue.name() + " waited "
                + times.get(times.size() / 2).toMillis() + " ms (median), "
                + times.get(times.size() - 1).toMillis() + " ms (longest), overtaken by " + overtakenBy
                + " orders at most; limit " + limit.permits() + " per "
                + limit.period().toMillis() + " ms"
                + (limit.shared() ? ", shared with placing" : ", not shared with placing") + "; longest stall "
                + run.stall().toMillis() + " ms");
        assertThat(times).hasSize(CANCELS).allMatch(time -> time.compareTo(run.bound(limit)) <= 0);
        if (limit.shared()) {
            assertThat((long) overtakenBy).isLessThanOrEqualTo(run.mayOvertake(limit));
        }
    }

    private static Run run(Venue venue) {
        try (Stalls stalls = Stalls.watch();
                VenueSimulator simulator = VenueSimulator.start(venue.name());
                VenueClient client = venue.signedClient()
                        .baseUrl(simulator.baseUrl())
                        .credentials(simulator.credentials())
                        .rateLimits(RateLimits.inMemory())
                        .build()) {
            // The first cancel loads classes and connects, which must not be measured.
            cancel(simulator, client);
            Semaphore placed = new Semaphore(0);
            AtomicInteger number = new AtomicInteger();
            ExecutorService placers = Executors.newFixedThreadPool(THREADS);
            try {
                for (int i = 0; i < THREADS; i++) {
                    placers.execute(() -> placeOn(simulator, client, number, placed));
                }
                List<Wait> waits = new ArrayList<>();
                for (int i = 0; i < CANCELS; i++) {
                    placed.acquireUninterruptibly(ORDERS_PER_CANCEL);
                    waits.add(cancel(simulator, client));
                }
                return new Run(simulator.sampleOrder(1).operationId(), waits, stalls.longest());
            } finally {
                placers.shutdownNow();
            }
        }
    }

    /** Places orders until it is interrupted. */
    private static void placeOn(VenueSimulator simulator, VenueClient client, AtomicInteger number, Semaphore placed) {
        while (!Thread.currentThread().isInterrupted()) {
            SampleOrder order = simulator.sampleOrder(number.incrementAndGet());
            try {
                client.operations()
                        .find(order.operationId())
                        .call(order.arguments())
                        .with(CallOptions.timeout(Duration.ofMinutes(1)))
                        .execute();
            } catch (VenueException e) {
                return; // Interrupted, or the venue is closed. What the venue rejects is in its log.
            }
            placed.release();
        }
    }

    private static Wait cancel(VenueSimulator simulator, VenueClient client) {
        String id = simulator
                .orders()
                .place(simulator.symbol(), Side.BUY, new BigDecimal("10000"), new BigDecimal("0.01"), null);
        int before = simulator.requests().all().size();
        Instant called = simulator.now();
        List<CancelOutcome> outcomes = BatchCancel.of(client)
                .verify(false)
                .cancel(List.of(OrderRef.byOrderId(simulator.symbol(), id)))
                .outcomes();
        assertThat(outcomes)
                .as("what " + simulator.venueId() + " answered: " + outcomes)
                .extracting(CancelOutcome::status)
                .containsExactly(CancelOutcome.Status.ACCEPTED);
        List<ReceivedRequest> meanwhile =
                simulator.requests().all().stream().skip(before).toList();
        String placing = simulator.sampleOrder(1).operationId();
        int overtakenBy = 0;
        while (placing.equals(meanwhile.get(overtakenBy).operationId())) {
            overtakenBy++;
        }
        return new Wait(Duration.between(called, meanwhile.get(overtakenBy).at()), overtakenBy);
    }
}
