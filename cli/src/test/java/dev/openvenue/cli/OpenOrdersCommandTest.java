package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OpenOrdersCommandTest {
    private final TestEnvironment environment = new TestEnvironment();

    static List<String> venues() {
        return VenueSimulator.venues();
    }

    private Result list(VenueSimulator venue, String output) {
        return environment
                .credentialsFor(venue)
                .run(
                        "open-orders",
                        "--venue",
                        venue.venueId(),
                        "--base-url",
                        venue.baseUrl(),
                        "--symbol",
                        venue.symbol(),
                        "--output",
                        output);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void allPagesAreListed(String id) {
        try (VenueSimulator venue = VenueSimulator.start(id)) {
            IntStream.range(0, 130)
                    .forEach(n -> venue.orders()
                            .place(
                                    venue.symbol(),
                                    Side.BUY,
                                    new BigDecimal("10000"),
                                    new BigDecimal("0.01"),
                                    "own-" + n));
            venue.orders().fill(venue.orders().open().get(0).orderId());

            Result result = list(venue, "json");

            assertThat(result.err()).isEmpty();
            assertThat(result.exitCode()).isZero();
            assertThat(result.out().lines().map(OpenOrdersCommandTest::orderId))
                    .containsExactlyInAnyOrderElementsOf(venue.orders().open().stream()
                            .map(SimulatedOrder::orderId)
                            .toList())
                    .hasSize(129);
        }
    }

    private static String orderId(String line) {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(JsonFormat.parse(line))).get("orderId"));
    }

    @Test
    void theTableSaysWhereOnEveryLine() {
        try (VenueSimulator bitget = VenueSimulator.start("bitget")) {
            String id = bitget.orders()
                    .place("BTCUSDT", Side.BUY, new BigDecimal("10000"), new BigDecimal("0.01"), "own-1");

            Result result = list(bitget, "table");

            String where = "loopback " + bitget.baseUrl().substring("http://".length());
            assertThat(result.out().lines().map(line -> List.of(line.split(" {2,}"))))
                    .containsExactly(
                            List.of("target", "symbol", "order id", "client order id", "status"),
                            List.of(where, "BTCUSDT", id, "own-1", "live"));
        }
    }

    @Test
    void anEmptyListSaysSo() {
        try (VenueSimulator bitget = VenueSimulator.start("bitget")) {
            Result result = list(bitget, "table");

            assertThat(result.out())
                    .isEqualTo("loopback " + bitget.baseUrl().substring("http://".length())
                            + "  0 open orders were listed for BTCUSDT; check the symbol\n");
        }
    }

    @Test
    void aRejectionIsOneLine() {
        try (VenueSimulator bitget = VenueSimulator.start("bitget")) {
            bitget.faults().on("listOpenOrders").always(Fault.reject("40006", "Invalid ACCESS_KEY"));

            Result result = list(bitget, "table");

            assertThat(result.err())
                    .isEqualTo(
                            "openvenue open-orders: loopback "
                                    + bitget.baseUrl().substring("http://".length())
                                    + ": Bitget rejected listOpenOrders: 40006 Invalid ACCESS_KEY (authentication; no effect)\n");
            assertThat(result.exitCode()).isEqualTo(1);
        }
    }
}
