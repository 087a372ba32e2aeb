package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.openvenue.fixtures.JavaProcess;
import dev.openvenue.fixtures.RedisServer;
import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.ReceivedRequest;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Two processes place orders at full speed at HTX for half a minute, with one account and the README's shared limits.
 * The venue counts every arrival over a sliding window of the spec's period and rejects what exceeds it; it never has
 * to, and nine tenths of the limit are used.
 *
 * <p>No allowance is made for delays on the way: the count is taken where a request arrives, and the SDK's own margin
 * (a twentieth of the period, here 100 ms) has to cover them. HTX has the longest period of all orders' limits, so a
 * busy machine disturbs least. A run in which a process stood still for longer than that proves nothing if it fails,
 * and is made again, twice at most; then the test is skipped.
 */
@Timeout(180)
@Isolated("a busy machine makes its runs void")
final class TwoProcessesTest {
    private static final String OPERATION = "placeOrder";
    private static final int PERMITS = 100;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration RUN = Duration.ofSeconds(30);
    private static final long ALLOWED = PERMITS * RUN.dividedBy(PERIOD);
    private static final int RUNS = 3;

    /** How much longer than the period the SDK waits, so that delays on the way are harmless. */
    private static final Duration MARGIN = PERIOD.dividedBy(20);

    private static final String SECRET = "invented-sharing-secret";

    @Test
    void twoProcessesNeverExceedTheLimitAndUseNineTenthsOfIt() throws Exception {
        assertThat(Json.map(Venue.of("htx").written(OPERATION).get("x-rate-limit")))
                .containsEntry("permits", PERMITS)
                .containsEntry("period", PERIOD.toSeconds() + "s")
                .containsEntry("scope", "account");

        Run run = run();
        for (int i = 1; i < RUNS && run.isVoid(); i++) {
            run = run();
        }

        assumeThat(run.isVoid())
                .as("a machine so busy that three runs proved nothing: %s", run)
                .isFalse();
        assertThat(run.arrived())
                .allMatch(ReceivedRequest::accepted)
                .hasSize(run.one().placed() + run.other().placed());
        assertThat(run.peak()).isLessThanOrEqualTo(PERMITS);
        assertThat(run.share()).isGreaterThanOrEqualTo(90);
        assertThat(List.of(run.one().placed(), run.other().placed())).allMatch(placed -> placed > ALLOWED / 10);
    }

    /** The output of a process. */
    private record Placed(int placed, Duration stall) {
        static Placed read(Process process) throws IOException {
            String[] words = process.inputReader().readLine().split(" ");
            return new Placed(Integer.parseInt(words[0]), Duration.ofMillis(Long.parseLong(words[1])));
        }
    }

    /** What the venue counted, and how far it can be trusted. */
    private record Run(Placed one, Placed other, Duration stall, List<ReceivedRequest> arrived, int peak) {
        /**
         * A process that stands still for longer than the SDK's margin can make requests arrive together that it sent
         * apart.
         */
        boolean isVoid() {
            return (peak > PERMITS || share() < 90)
                    && Stream.of(one.stall(), other.stall(), stall).anyMatch(s -> s.compareTo(MARGIN) > 0);
        }

        /** How much of the limit was used during the run, in percent. */
        long share() {
            Instant end = arrived.get(0).at().plus(RUN);
            return 100
                    * arrived.stream()
                            .filter(request -> request.at().isBefore(end))
                            .count()
                    / ALLOWED;
        }

        @Override
        public String toString() {
            return "two processes, one limit of " + PERMITS + " per " + PERIOD.toSeconds() + " s: placed "
                    + one.placed() + " and " + other.placed() + " in " + RUN.toSeconds() + " s, " + share()
                    + " % of the limit; fullest window at the venue " + peak + "; longest stalls "
                    + one.stall().toMillis() + ", " + other.stall().toMillis() + " and " + stall.toMillis()
                    + " ms" + (isVoid() ? ": void" : "");
        }
    }

    private static Run run() throws IOException {
        try (RedisServer redis = RedisServer.start();
                VenueSimulator htx = VenueSimulator.start("htx");
                Stalls stalls = Stalls.watch()) {
            htx.register(AccountKey.hmac(PlacingProcess.API_KEY, SECRET));
            htx.enforceLimits(true);
            List<Process> both = List.of(process(redis, htx), process(redis, htx));
            try {
                for (Process process : both) {
                    assertThat(process.inputReader().readLine()).isEqualTo("ready");
                }
                for (Process process : both) {
                    process.outputWriter().append("go\n").close();
                }
                Placed one = Placed.read(both.get(0));
                Placed other = Placed.read(both.get(1));
                List<ReceivedRequest> arrived = htx.requests().all().stream()
                        .filter(request -> OPERATION.equals(request.operationId()))
                        .toList();
                Run run = new Run(
                        one, other, stalls.longest(), arrived, htx.requests().peak(OPERATION));
                System.out.println(run);
                return run;
            } finally {
                both.forEach(Process::destroy);
            }
        }
    }

    private static Process process(RedisServer redis, VenueSimulator htx) throws IOException {
        ProcessBuilder builder =
                JavaProcess.of(PlacingProcess.class, "128m", List.of(redis.url(), Long.toString(RUN.toSeconds())));
        builder.environment().put(PlacingProcess.BASE_URL, htx.baseUrl());
        builder.environment().put(PlacingProcess.SECRET, SECRET);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
