package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PlaceCommandTest {
    private static final String[] ORDER = {
        "placeOrder",
        "symbol=BTCUSDT",
        "side=buy",
        "orderType=limit",
        "force=gtc",
        "price=10000.5",
        "size=0.01",
        "clientOid=own-1"
    };

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

    private Result place(String[] order, String... options) {
        List<String> args = new ArrayList<>(List.of("place", "--venue", "bitget", "--base-url", bitget.baseUrl()));
        args.addAll(List.of(options));
        args.addAll(List.of(order));
        return environment.run(args.toArray(String[]::new));
    }

    private String where() {
        return "loopback " + bitget.baseUrl().substring("http://".length());
    }

    @Test
    void withoutSendTheRequestIsOnlyShown() {
        Result result = place(ORDER);

        String label = where() + " (not sent; add --send)";
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        label + "  POST /api/v2/spot/trade/place-order",
                        label + "  Content-Type: application/json",
                        label,
                        label + "  {\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"orderType\":\"limit\",\"force\":\"gtc\","
                                + "\"price\":\"10000.5\",\"size\":\"0.01\",\"clientOid\":\"own-1\"}");
        assertThat(bitget.requests().all()).isEmpty();
    }

    @Test
    void withSendTheOrderIsPlacedAndTheResponseShown() {
        Result result = place(ORDER, "--send");

        SimulatedOrder order = bitget.orders().all().get(0);
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .isEqualTo(where() + "  {\"orderId\":\"" + order.orderId() + "\",\"clientOid\":\"own-1\"}\n");
        assertThat(order.price()).isEqualByComparingTo("10000.5");
    }

    @Test
    void aRejectionEndsInOne() {
        bitget.faults().on("placeOrder").next(Fault.reject("43012", "Insufficient balance"));

        Result result = place(ORDER, "--send");

        assertThat(result.err())
                .isEqualTo("openvenue place: " + where() + ": Bitget rejected placeOrder: 43012 Insufficient balance"
                        + " (insufficient funds; no effect)\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void aResponseThatIsLostIsFoundByLookingTheOrderUp() {
        bitget.faults().on("placeOrder").always(Fault.dropAfterExecution());

        Result result = place(ORDER, "--send");

        SimulatedOrder order = bitget.orders().all().get(0);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .isEqualTo(where() + "  {\"orderId\":\"" + order.orderId() + "\",\"clientOid\":\"own-1\"}\n");
        assertThat(result.exitCode()).isZero();
        assertThat(bitget.orders().all()).hasSize(1);
    }

    @Test
    void aResponseThatIsLostForGoodEndsInTwo() {
        bitget.faults().on("placeOrder").always(Fault.dropAfterExecution());
        bitget.faults().on("getOrder").always(Fault.dropBeforeExecution());

        Result result = place(ORDER, "--send");

        assertThat(result.err())
                .isEqualTo("openvenue place: " + where() + ": No response from Bitget to placeOrder: the connection was"
                        + " closed (outcome unknown: look the order up before retrying)\n");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(bitget.orders().all()).hasSize(1);
    }

    @Test
    void whatDoesNotTradeIsRejected() {
        Result result = place(new String[] {"withdrawFunds", "coin=BTC"}, "--send");

        assertThat(result.err())
                .isEqualTo(
                        "openvenue place: withdrawFunds is not a trading operation; place makes trading calls only\n");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(bitget.requests().all()).isEmpty();
    }

    @Test
    void theOperationMayBeAnOption() {
        Result result = place(new String[] {"symbol=BTCUSDT", "orderId=1"}, "--operation", "cancelOrder");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("(not sent; add --send)  POST /api/v2/spot/trade/cancel-order\n");
    }

    @Test
    void anOperationMustBeNamed() {
        Result result = place(new String[] {"symbol=BTCUSDT"});

        assertThat(result.err())
                .startsWith("openvenue place: Which operation of Bitget? Name it before the arguments,"
                        + " or with --operation; it has ")
                .contains(", placeOrder, ")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
