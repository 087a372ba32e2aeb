package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.fixtures.JavaProcess;
import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A hundred thousand orders are cancelled as a stream by a process with 64 MB of heap. Where no call shows many orders
 * in their final state, a hundred thousand lookups would take minutes, so there the cancel's response decides;
 * {@code -Dopenvenue.stream.verify=true} looks them up all the same. The book, in this process, shows whether it is
 * true.
 */
final class StreamTest {
    private static final int ORDERS = 100_000;
    private static final String SECRET = "invented-stream-secret";

    @TestFactory
    Stream<DynamicTest> longStreamNeedsLittleMemory() {
        return VenueSimulator.venues().stream().map(id -> DynamicTest.dynamicTest(id, () -> cancel(id)));
    }

    private static void cancel(String id) throws IOException, InterruptedException {
        try (ProvenVenue venue = ProvenVenue.start(id)) {
            VenueSimulator simulator = venue.simulator();
            simulator.register(AccountKey.hmac(StreamingProcess.API_KEY, SECRET));
            String first = venue.place(simulator.symbol(), null);
            for (int i = 1; i < ORDERS; i++) {
                venue.place(simulator.symbol(), null);
            }
            boolean verify = Boolean.getBoolean("openvenue.stream.verify") || showsMany(id);

            String sum = run(simulator, List.of(id, simulator.symbol(), first, "" + ORDERS, Boolean.toString(verify)));

            int cancelled = verify ? ORDERS : 0;
            assertThat(sum)
                    .isEqualTo("{CANCELLED=" + cancelled + ", ACCEPTED=" + (ORDERS - cancelled)
                            + ", ALREADY_CLOSED=0, NOT_FOUND=0, REJECTED=0, UNKNOWN=0}");
            assertThat(simulator.orders().open()).isEmpty();
            assertThat(simulator.completedActions().cancelledOrderIds())
                    .hasSize(ORDERS)
                    .doesNotHaveDuplicates();
        }
    }

    private static boolean showsMany(String id) {
        try (VenueClient client = ProvenVenue.builder(id).build()) {
            return ProvenVenue.showsMany(client);
        }
    }

    private static String run(VenueSimulator simulator, List<String> arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = JavaProcess.of(StreamingProcess.class, "64m", arguments);
        builder.environment().put(StreamingProcess.BASE_URL, simulator.baseUrl());
        builder.environment().put(StreamingProcess.SECRET, SECRET);
        builder.redirectErrorStream(true);
        Process child = builder.start();
        try {
            String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(child.waitFor()).as(output).isZero();
            return output;
        } finally {
            child.destroy();
        }
    }
}
