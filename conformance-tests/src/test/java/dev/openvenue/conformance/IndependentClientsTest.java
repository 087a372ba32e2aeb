package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clients that know nothing of this project place, read and cancel orders at the simulated venues. Only on demand,
 * because npm fetches them first: {@code -Dopenvenue.clients}.
 */
@Timeout(600)
final class IndependentClientsTest {
    private static final Path CLIENTS = Path.of("clients").toAbsolutePath();
    private static final String KEY = "invented-key";
    private static final String SECRET = "invented-secret";
    private static final String PASSPHRASE = "invented-passphrase";

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeTrue(
                System.getProperty("openvenue.clients") != null,
                "Independent clients run on demand only: give -Dopenvenue.clients");
        assumeTrue(isInstalled("node") && isInstalled("npm"), "Independent clients need node and npm on the path");
        run("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts");
    }

    @ParameterizedTest
    @CsvSource({"ccxt, xt-v4", "ccxt, bitget", "ccxt, bitget-v3", "bitget-api, bitget-v3"})
    void clientPlacesReadsAndCancels(String client, String venue) throws IOException, InterruptedException {
        try (VenueSimulator simulator = VenueSimulator.start(venue)) {
            simulator.register(AccountKey.hmac(KEY, SECRET).withPassphrase(PASSPHRASE));

            String seen = run("node", "check.mjs", client, venue, simulator.baseUrl(), KEY, SECRET, PASSPHRASE);

            assertThat(seen.strip())
                    .isEqualTo("{\"placed\":[\""
                            + String.join("\",\"", simulator.completedActions().placedOrderIds()) + "\"]}");
            assertThat(simulator.completedActions().cancelledOrderIds())
                    .containsExactlyInAnyOrderElementsOf(
                            simulator.completedActions().placedOrderIds());
            assertThat(simulator.completedActions().count("cancelOrders")).isOne();
        }
    }

    private static boolean isInstalled(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notFound) {
            return false;
        }
    }

    /** What a program prints; it must end well. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(CLIENTS.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
