package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelAllReport;
import dev.openvenue.core.cancel.CancelEverythingReport;
import dev.openvenue.core.cancel.CancelEverythingReport.Kind;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelProgress;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.cancel.VenueCancelReport;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The switch that stops everything, at the embedded venues and with all that rests there. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT) // most of it waits for proofs of absence
final class CancelEverythingTest {
    private static final Map<String, String> OTHER_API = Map.of(
            "bitget",
            "Bitget rejected getBalances: 40085 You are in Unified Account mode, and this API is not for it; The account"
                    + " was upgraded to the unified account and cannot use this API; its API is that of the artifact"
                    + " openvenue-bitget-v3 (permission; no effect)",
            "bitget-v3",
            "Bitget v3 rejected getBalances: 40084 You are in Classic Account mode, and this API is not for it; The"
                    + " account is a Classic account and cannot use this API; 25245 is in the table, 40084 was observed;"
                    + " its API is that of the artifact openvenue-bitget (permission; no effect)");

    private final List<AutoCloseable> open = new ArrayList<>();

    static List<String> venues() {
        return VenueSimulator.venues();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void nothingRestsAfterwards(String name) {
        VenueSimulator simulator = start(name);
        simulator.symbols().forEach(symbol -> place(simulator, symbol, 30));
        VenueClient client = client(simulator);
        placeOtherKinds(client, simulator);

        CancelEverythingReport report = BatchCancel.of(client).cancelEverything();

        assertThat(report.noneOpen()).as(report.message()).isTrue();
        assertThat(report.orders().resolved()).isTrue();
        assertThat(simulator.orders().open()).isEmpty();
        assertThat(report.orders().outcomes()).hasSize(simulator.orders().all().size());
        assertThat(report.kinds()).extracting(Kind::name).endsWith("plain orders");
    }

    @ParameterizedTest
    @MethodSource("venues")
    void unknownSymbolIsAnError(String name) {
        VenueSimulator simulator = start(name);
        place(simulator, simulator.symbol(), 1);
        String wrong = simulator.symbol() + "x";
        VenueClient client = client(simulator);

        CancelAllReport report = BatchCancel.of(client).cancelAllOpen(wrong);

        assertThat(report.noneOpen()).as(report.message()).isFalse();
        if (report.cause() instanceof RejectedException rejection) {
            assertRejectsItself(rejection);
        } else {
            assertThat(report.cause())
                    .hasMessage(client.venueName() + " has no symbol " + wrong + "; see its listSymbols");
        }
        assertThat(simulator.orders().open()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void symbolInAnotherSpellingIsAnErrorThatNamesTheRightOne(String name) {
        VenueSimulator simulator = start(name);
        place(simulator, simulator.symbol(), 1);
        String other = simulator.symbol().contains("_")
                ? "btcusdt"
                : simulator.symbol().replace("USD", "_USD");
        String wrong = other.equals(simulator.symbol()) ? "btc_usdt" : other;

        CancelAllReport report = BatchCancel.of(client(simulator)).cancelAllOpen(wrong);

        assertThat(report.noneOpen()).as(report.message()).isFalse();
        if (report.cause() instanceof RejectedException rejection) {
            assertRejectsItself(rejection);
        } else {
            // A spelling that the spec rules out is not sent, and nobody knows what is meant.
            assertThat(report.cause()).message().containsAnyOf(simulator.symbol(), "which does not match");
        }
        assertThat(simulator.orders().open()).hasSize(1);
    }

    /** The venue's own listing knows its symbols. */
    private static void assertRejectsItself(RejectedException rejection) {
        assertThat(rejection.operation()).isEqualTo("listOpenOrders");
        assertThat(rejection.effect()).isEqualTo(Effect.NONE);
        assertThat(rejection.kind()).isIn(ErrorKind.MARKET_UNAVAILABLE, ErrorKind.INVALID_REQUEST);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void kindsThatCannotBeReachedAreNamed(String name) {
        CancelEverythingReport report = BatchCancel.of(client(start(name))).cancelEverything();

        assertThat(report.notListed()).isEqualTo(notListed(name));
    }

    /** The kinds that the spec says no operation lists. */
    private static List<?> notListed(String name) {
        Venue venue = Venue.of(name);
        return venue.operations().keySet().stream()
                .map(operation -> Json.map(venue.written(operation).get("x-batch-cancel")))
                .filter(cancel -> cancel.get("not-listed") instanceof List<?>)
                .findFirst()
                .<List<?>>map(cancel -> (List<?>) Objects.requireNonNull(cancel.get("not-listed")))
                .orElse(List.of());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void accountOfTheOtherApiIsNamedWithTheArtifactThatServesIt(String name) {
        VenueSimulator simulator = start(name);
        if (!name.startsWith("bitget")) {
            assertThatThrownBy(() -> simulator.ofOtherApi(true)).isInstanceOf(UnsupportedOperationException.class);
            return;
        }
        simulator.ofOtherApi(true);
        VenueClient client = client(simulator);

        assertThatThrownBy(() ->
                        client.operations().find("getBalances").call(Map.of()).execute())
                .hasMessage(OTHER_API.get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitget", "htx"})
    void ordersOfEveryKindAreCancelledByTheirIdsAlone(String name) {
        VenueSimulator simulator = start(name);
        VenueClient client = client(simulator);
        place(simulator, simulator.symbol(), 2);
        simulator
                .sampleOrdersOfOtherKinds(1)
                .forEach(order -> client.operations()
                        .find(order.operationId())
                        .call(order.arguments())
                        .execute());
        List<OrderRef> refs = simulator.orders().open().stream()
                .map(order -> order.awaitsTrigger() && name.equals("htx")
                        ? OrderRef.byClientOrderId(String.valueOf(order.clientOrderId()))
                        : OrderRef.byOrderId(order.symbol(), order.orderId()))
                .toList();

        CancelReport report = BatchCancel.of(client).cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
        assertThat(report.resolved()).as(report.outcomes().toString()).isTrue();
        assertThat(simulator.orders().open()).isEmpty();
    }

    @Test
    void severalVenuesEachInItsOwnWay() {
        VenueSimulator bitget = start("bitget");
        VenueSimulator xt = start("xt");
        VenueSimulator htx = start("htx");
        String named = place(bitget, "BTCUSDT", 1).get(0);
        place(xt, "btc_usdt", 3);
        place(htx, "btcusdt", 2);
        place(htx, "ethusdt", 2);
        Queue<CancelProgress> progress = new ConcurrentLinkedQueue<>();
        List<String> asked = new ArrayList<>();

        List<VenueCancelReport> reports = BatchCancel.across()
                .options((client, cancel) -> {
                    asked.add(client.venueId());
                    return cancel.timeout(Duration.ofSeconds(40)).onProgress(progress::add);
                })
                .cancel(client(bitget), List.of(OrderRef.byOrderId("BTCUSDT", named)))
                .cancelAllOpen(client(xt), "btc_usdt")
                .cancelEverything(client(htx))
                .run();

        assertThat(asked).containsExactly("bitget", "xt", "htx");
        assertThat(reports).extracting(report -> report.client().venueId()).containsExactly("bitget", "xt", "htx");
        assertThat(reports).allMatch(VenueCancelReport::resolved);
        assertThat(reports)
                .extracting(report -> report.orders().outcomes().size())
                .containsExactly(1, 3, 4);
        assertThat(progress).extracting(CancelProgress::venue).contains("bitget", "xt", "htx");
        assertThat(List.of(bitget, xt, htx))
                .allMatch(venue -> venue.orders().open().isEmpty());
    }

    @Test
    void cancellingTheFutureEndsAllRuns() throws InterruptedException {
        VenueSimulator bitget = start("bitget");
        // Without being ended the run would try to list for a minute.
        bitget.faults().on("listOpenOrders").always(Fault.dropBeforeExecution());
        var future = BatchCancel.across()
                .options((client, cancel) -> cancel.timeout(Duration.ofMinutes(1)))
                .cancelEverything(client(bitget))
                .runAsync();
        List<Thread> runs = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("openvenue-cancel-bitget"))
                .toList();

        assertThat(future.cancel(true)).isTrue();

        assertThat(future).isCancelled();
        assertThat(runs).isNotEmpty();
        for (Thread run : runs) {
            run.join(Duration.ofSeconds(30).toMillis());
            assertThat(run.isAlive()).isFalse();
        }
    }

    /** More of them than one call cancels. */
    private static void placeOtherKinds(VenueClient client, VenueSimulator simulator) {
        for (int n = 0; n < 60; n++) {
            simulator
                    .sampleOrdersOfOtherKinds(n)
                    .forEach(order -> client.operations()
                            .find(order.operationId())
                            .call(order.arguments())
                            .execute());
        }
    }

    private static List<String> place(VenueSimulator simulator, String symbol, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(simulator.orders().place(symbol, SimulatedOrder.Side.BUY, BigDecimal.TEN, BigDecimal.ONE, null));
        }
        return ids;
    }

    private VenueSimulator start(String name) {
        VenueSimulator simulator = VenueSimulator.start(name);
        open.add(simulator);
        return simulator;
    }

    private VenueClient client(VenueSimulator simulator) {
        Venue venue = Venue.all().stream()
                .filter(one -> one.name().equals(simulator.venueId()))
                .findFirst()
                .orElseThrow();
        VenueClient client = venue.client()
                .baseUrl(simulator.baseUrl())
                .credentials(simulator.credentials())
                .build();
        open.add(0, client);
        return client;
    }
}
