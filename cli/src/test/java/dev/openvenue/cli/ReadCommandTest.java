package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReadCommandTest {
    private final TestEnvironment environment = new TestEnvironment();

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private VenueSimulator bitget;

    @BeforeEach
    void start() {
        bitget = VenueSimulator.start("bitget");
        environment.credentialsFor(bitget);
    }

    @AfterEach
    void stop() {
        bitget.close();
    }

    private Result read(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--venue", "bitget", "--base-url", bitget.baseUrl()));
        return environment.run(all.toArray(String[]::new));
    }

    private String where() {
        return "loopback " + bitget.baseUrl().substring("http://".length());
    }

    @Test
    void anOrderIsALineOfItsFields() {
        String id = bitget.orders().place("BTCUSDT", Side.BUY, new BigDecimal("100"), new BigDecimal("1"), "mine-1");

        Result result = read("order", "orderId=" + id);

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .startsWith(where() + "  ")
                .contains("orderId=" + id, "clientOid=mine-1", "status=live");
        assertThat(result.out().lines()).hasSize(1);
    }

    @Test
    void forProgramsEachRowIsAnObject() {
        String id = bitget.orders().place("BTCUSDT", Side.BUY, new BigDecimal("100"), new BigDecimal("1"), "mine-1");

        Result result = read("order", "orderId=" + id, "--json");

        assertThat(result.out())
                .startsWith("{\"target\":\"loopback\",\"host\":\"127.0.0.1:")
                .contains("\"venue\":\"bitget\",\"operation\":\"getOrder\",\"row\":{", "\"orderId\":\"" + id + "\"");
    }

    @Test
    void nothingIsSaidInWords() {
        Result result = read("orders");

        assertThat(result.out()).isEqualTo(where() + "  listOrders listed nothing\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aRejectionLeavesNothingInDoubt() {
        bitget.faults().on("listOrders").always(Fault.serverError(502));

        Result result = read("orders");

        assertThat(result.err()).startsWith("openvenue orders: " + where() + ": Bitget rejected listOrders: HTTP 502");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void anArgumentThatTheOperationLacksIsNamed() {
        Result result = read("order", "ordreId=1");

        assertThat(result.err()).contains("openvenue order: ").contains("ordreId");
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
