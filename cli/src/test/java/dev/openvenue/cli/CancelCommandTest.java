package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
final class CancelCommandTest {
    private final List<VenueSimulator> started = new ArrayList<>();
    private final TestEnvironment environment = new TestEnvironment();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    @AfterEach
    void stop() {
        started.forEach(VenueSimulator::close);
    }

    static List<String> venues() {
        return VenueSimulator.venues();
    }

    private VenueSimulator start(String venue) {
        VenueSimulator simulator = VenueSimulator.start(venue);
        started.add(simulator);
        environment.credentialsFor(simulator);
        return simulator;
    }

    private static List<String> place(VenueSimulator venue, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> venue.orders()
                        .place(venue.symbol(), Side.BUY, new BigDecimal("10000"), new BigDecimal("0.01"), "own-" + n))
                .toList();
    }

    private static List<String> options(VenueSimulator venue, String... more) {
        List<String> options = new ArrayList<>(
                List.of("--venue", venue.venueId(), "--base-url", venue.baseUrl(), "--symbol", venue.symbol()));
        options.addAll(List.of(more));
        return options;
    }

    /** Standard error without the progress, which a slow machine may show. */
    private static List<String> problems(Result result) {
        return result.err()
                .lines()
                .filter(line -> !line.matches("loopback \\S+  \\d+ of \\d+ orders settled, \\d+ calls"))
                .toList();
    }

    private Result cancel(List<String> options, String... more) {
        List<String> args = new ArrayList<>(List.of("cancel"));
        args.addAll(options);
        args.addAll(List.of(more));
        return environment.run(args.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("venues")
    void ordersOfEveryVenueAreCancelledByTheirIds(String venue) {
        VenueSimulator simulator = start(venue);
        List<String> ids = place(simulator, 3);

        Result result = cancel(options(simulator, "--ids", String.join(",", ids)));

        assertThat(problems(result)).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(simulator.orders().all())
                .hasSize(3)
                .allMatch(order -> order.state() == SimulatedOrder.State.CANCELLED);
        String where = "loopback " + simulator.baseUrl().substring("http://".length());
        assertThat(result.out().lines().limit(3))
                .containsExactlyElementsOf(ids.stream()
                        .map(id -> where + "  CANCELLED       " + simulator.symbol() + " order " + id
                                + ": Cancelled; the order's state says so")
                        .toList());
        assertThat(result.out().lines().skip(4).findFirst().orElseThrow().split(" {2,}"))
                .startsWith(where, venue, "3", "3", "0", "0", "0", "0", "0");
    }

    @ParameterizedTest
    @MethodSource("venues")
    void allOpenOrdersOfASymbolAreCancelled(String venue) {
        VenueSimulator simulator = start(venue);
        place(simulator, 25);

        Result result = cancel(options(simulator, "--all-open"));

        assertThat(problems(result)).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(simulator.orders().open()).isEmpty();
        assertThat(result.out())
                .contains("  25 open orders were listed for " + simulator.symbol() + ", and none is listed");
        assertThat(result.out().lines()).hasSizeBetween(28, 29);
    }

    @Test
    void aSymbolThatListsNothingIsNotCalledDone() {
        VenueSimulator bitget = start("bitget");
        place(bitget, 1);

        Result result = cancel(
                List.of("--venue", "bitget", "--base-url", bitget.baseUrl(), "--symbol", "btcusdt", "--all-open"));

        String where = "loopback " + bitget.baseUrl().substring("http://".length());
        assertThat(result.out().lines().limit(2))
                .containsExactly(
                        where + "  0 open orders were listed for btcusdt, and orders may still be open:"
                                + " Bitget has no symbol btcusdt; did you mean BTCUSDT?",
                        where
                                + "  not covered: trigger orders (tpslType tpsl), conditional orders, margin orders, futures orders");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(bitget.orders().open()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void everythingIsCancelledWithoutASymbol(String venue) {
        VenueSimulator simulator = start(venue);
        place(simulator, 3);
        simulator
                .orders()
                .place(simulator.symbols().get(1), SimulatedOrder.Side.SELL, BigDecimal.TEN, BigDecimal.ONE, null);

        Result result = cancel(List.of("--venue", venue, "--base-url", simulator.baseUrl(), "--everything"));

        assertThat(problems(result)).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(simulator.orders().open()).isEmpty();
        assertThat(result.out()).contains("4 plain orders, and none is listed any more");
    }

    @Test
    void ordersThatAreNotFoundEndInThree() {
        VenueSimulator bitget = start("bitget");

        Result result = cancel(options(bitget, "--ids", "12345"));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.out()).contains("  NOT_FOUND       BTCUSDT order 12345: The venue knows no such order");
    }

    @Test
    void severalVenuesAreServedAtOnceEachWithItsOwnOptions() {
        VenueSimulator bitget = start("bitget");
        VenueSimulator htx = start("htx");
        List<String> options = options(bitget, "--ids", String.join(",", place(bitget, 2)));
        options.addAll(options(htx, "--all-open"));
        place(htx, 2);

        Result result = cancel(options);

        assertThat(result.exitCode()).isZero();
        assertThat(bitget.orders().open()).isEmpty();
        assertThat(htx.orders().open()).isEmpty();
    }

    @Test
    void ordersAreNamedByTheClientsIdsToo() {
        VenueSimulator bitget = start("bitget");
        place(bitget, 2);

        Result result = cancel(options(bitget, "--client-ids", "own-1,own-2"));

        assertThat(result.exitCode()).isZero();
        assertThat(bitget.orders().open()).isEmpty();
        assertThat(result.out()).contains("CANCELLED       " + bitget.symbol() + " client order own-1: ");
    }

    @Test
    void idsComeFromAFileALineEach() throws IOException {
        VenueSimulator xt = start("xt");
        Path file = folder.resolve("ids.txt");
        Files.writeString(file, place(xt, 250).stream().collect(Collectors.joining("\n\n", "\n", "\n")));

        Result result = cancel(options(xt, "--ids-file", file.toString()));

        assertThat(result.exitCode()).isZero();
        assertThat(xt.orders().open()).isEmpty();
        assertThat(xt.completedActions().cancelledOrderIds()).hasSize(250);
    }

    @Test
    void idsComeFromStandardInput() {
        VenueSimulator xt = start("xt");
        environment.input(String.join("\n", place(xt, 3)));

        Result result = cancel(options(xt, "--ids-file", "-"));

        assertThat(result.exitCode()).isZero();
        assertThat(xt.orders().open()).isEmpty();
    }

    @Test
    void rejectedOrdersEndInOne() {
        VenueSimulator bitget = start("bitget");
        List<String> ids = place(bitget, 2);
        bitget.faults().on("cancelOrders").always(Fault.reject("22010", "no permission"));

        Result result = cancel(options(bitget, "--ids", String.join(",", ids)));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(bitget.orders().open()).hasSize(2);
        assertThat(result.out().lines().findFirst().orElseThrow())
                .endsWith("  REJECTED        BTCUSDT order " + ids.get(0)
                        + ": Rejected: 22010 no permission (permission)");
    }

    @Test
    void doubtEndsInTwo() {
        VenueSimulator bitget = start("bitget");
        List<String> ids = place(bitget, 2);
        bitget.faults().onAny().always(Fault.dropBeforeExecution());

        Result result = cancel(options(bitget, "--ids", String.join(",", ids)), "--timeout", "700ms");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out().lines().limit(2)).allMatch(line -> line.contains("  UNKNOWN         "));
    }

    @Test
    void jsonListsEveryOrderAndTheSums() {
        VenueSimulator htx = start("htx");
        List<String> ids = place(htx, 2);

        Result result = cancel(options(htx, "--ids", ids.get(0) + ",1"), "--output", "json");

        List<Map<?, ?>> lines =
                result.out().lines().map(CancelCommandTest::object).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.get("target")).isEqualTo("loopback");
            assertThat(line.get("host")).isEqualTo(htx.baseUrl().substring("http://".length()));
            assertThat(line.get("venue")).isEqualTo("htx");
        });
        assertThat(lines.get(0).get("orderId")).isEqualTo(ids.get(0));
        assertThat(lines.get(0).get("status")).isEqualTo("CANCELLED");
        assertThat(lines.get(1).get("orderId")).isEqualTo("1");
        assertThat(lines.get(1).get("status")).isEqualTo("NOT_FOUND");
        assertThat(lines.get(2).get("summary"))
                .hasToString("{cancelled=1, accepted=0, already_closed=0, not_found=1, rejected=0, unknown=0}");
        assertThat(lines.get(2).get("resolved")).isEqualTo(false);
        assertThat(lines.get(2).get("notes"))
                .isEqualTo(List.of(
                        "1 orders were not found and may be open elsewhere; check ids, symbol, key and account"));
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(htx.orders().open()).hasSize(1);
    }

    private static Map<?, ?> object(String line) {
        @Nullable Object value = JsonFormat.parse(line);
        assertThat(value).isInstanceOf(Map.class);
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void aDryRunSendsNothingAndNeedsNoKeys(String venue) {
        VenueSimulator simulator = VenueSimulator.start(venue);
        started.add(simulator);
        List<String> ids = place(simulator, 2);

        Result result = cancel(options(simulator, "--ids", String.join(",", ids)), "--dry-run");

        assertThat(problems(result)).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(simulator.requests().all()).isEmpty();
        assertThat(result.out().lines()).allMatch(line -> line.startsWith("loopback 127.0.0.1:"));
    }

    @Test
    void aDryRunShowsTheRequestsOfTheRun() {
        VenueSimulator bitget = VenueSimulator.start("bitget");
        started.add(bitget);

        Result result = cancel(
                options(
                        bitget,
                        "--ids",
                        IntStream.rangeClosed(1, 51).mapToObj(Integer::toString).collect(Collectors.joining(","))),
                "--dry-run");

        String where = "loopback " + bitget.baseUrl().substring("http://".length()) + " (not sent)";
        assertThat(result.out().lines().skip(4))
                .containsExactly(
                        where + "  POST /api/v2/spot/trade/batch-cancel-order",
                        where + "  Content-Type: application/json",
                        where,
                        where
                                + "  {\"symbol\":\"BTCUSDT\",\"batchMode\":\"single\",\"orderList\":[{\"orderId\":\"51\"}]}");
    }

    @Test
    void ctrlCEndsTheRunAndStillAccountsForEveryOrder() {
        VenueSimulator bitget = start("bitget");
        List<String> ids = place(bitget, 60);
        bitget.faults().on("cancelOrders").next(Fault.beforeExecution(environment::interrupt));

        Result result = cancel(options(bitget, "--ids", String.join(",", ids)));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out().lines()).hasSize(62);
        // A chunk whose response came before the interrupt was accepted; the rest is not known. Nothing is claimed to
        // be
        // cancelled.
        assertThat(result.out().lines().limit(60))
                .allMatch(line -> line.contains("  UNKNOWN         ") || line.contains("  ACCEPTED        "))
                .allMatch(line -> line.contains("the thread was interrupted"));
        assertThat(result.out().lines().skip(61).findFirst().orElseThrow().split(" {2,}"))
                .startsWith("loopback " + bitget.baseUrl().substring("http://".length()), "bitget", "60");
    }

    @Test
    void progressIsDrawnOnATerminalOnly() {
        VenueSimulator xt = start("xt");
        String ids = String.join(",", place(xt, 2));

        Result result = new TestEnvironment().terminal().credentialsFor(xt).run(args(xt, "--ids", ids));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("orders 100%").contains("2/2");
        assertThat(result.out().lines()).allMatch(line -> line.startsWith("loopback ") || line.startsWith("target "));
    }

    private static String[] args(VenueSimulator venue, String... more) {
        List<String> args = new ArrayList<>(List.of("cancel"));
        args.addAll(options(venue, more));
        return args.toArray(String[]::new);
    }
}
