package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.ReceivedRequest;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two processes place orders flat out at HTX for half a minute, with one account and the README's shared limits. The venue counts
 * every arrival over a sliding window of the spec's period and refuses what is too many; it never has to, and nine tenths of the
 * limit are used.
 *
 * <p>No allowance is made for delays on the way: the count is taken where a request arrives, and the SDK's own margin (a twentieth of
 * the period, here 100 ms) has to cover them. HTX has the longest period of all orders' limits, so a busy machine disturbs least.
 */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
final class TwoProcessesTest {
    private static final String OPERATION = "placeOrder";
    private static final int PERMITS = 100;
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration RUN = Duration.ofSeconds(30);
    private static final String SECRET = "invented-sharing-secret";

    @Test
    void twoProcessesNeverExceedTheLimitAndUseNineTenthsOfIt() throws Exception {
        try (RedisServer redis = RedisServer.start();
                VenueSimulator htx = VenueSimulator.start("htx")) {
            htx.register(AccountKey.hmac(PlacingProcess.API_KEY, SECRET));
            htx.enforceLimits(true);

            List<Integer> placed = placeAtOnce(process(redis, htx), process(redis, htx));

            List<ReceivedRequest> arrived = htx.requests().all().stream()
                    .filter(request -> OPERATION.equals(request.operationId()))
                    .toList();
            Instant end = arrived.get(0).at().plus(RUN);
            long withinRun = arrived.stream()
                    .filter(request -> request.at().isBefore(end))
                    .count();
            long allowed = PERMITS * RUN.dividedBy(PERIOD);
            System.out.println("two processes, one limit of " + PERMITS + " per " + PERIOD.toSeconds() + " s: placed "
                    + placed + " in " + RUN.toSeconds() + " s, " + 100 * withinRun / allowed
                    + " % of the limit; fullest window at the venue "
                    + htx.requests().peak(OPERATION));

            assertThat(Json.map(Venue.of("htx").written(OPERATION).get("x-rate-limit")))
                    .containsEntry("permits", PERMITS)
                    .containsEntry("period", PERIOD.toSeconds() + "s")
                    .containsEntry("scope", "account");
            assertThat(arrived).allMatch(ReceivedRequest::accepted).hasSize(placed.get(0) + placed.get(1));
            assertThat(htx.requests().peak(OPERATION)).isLessThanOrEqualTo(PERMITS);
            assertThat(withinRun).isGreaterThanOrEqualTo(allowed * 9 / 10);
            assertThat(placed).allMatch(share -> share > allowed / 10);
        }
    }

    /** How many orders each process placed. */
    private static List<Integer> placeAtOnce(Process one, Process other) throws IOException {
        List<Process> both = List.of(one, other);
        try {
            for (Process process : both) {
                assertThat(process.inputReader().readLine()).isEqualTo("ready");
            }
            for (Process process : both) {
                process.outputWriter().append("go\n").close();
            }
            return List.of(
                    Integer.valueOf(one.inputReader().readLine()),
                    Integer.valueOf(other.inputReader().readLine()));
        } finally {
            both.forEach(Process::destroy);
        }
    }

    private static Process process(RedisServer redis, VenueSimulator htx) throws IOException {
        // Surefire's own class path is a jar that names the real one; either will do for a child.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                classPath,
                PlacingProcess.class.getName(),
                redis.url(),
                Long.toString(RUN.toSeconds()));
        builder.environment().put(PlacingProcess.BASE_URL, htx.baseUrl());
        builder.environment().put(PlacingProcess.SECRET, SECRET);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
