package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** What the simulated venues serve, step by step, in the words of the documents. */
final class ServedVenuesTest {
    /** What every venue serves that has it; the names are those of the vocabulary's table. */
    private static final Set<String> COMMON = Set.of(
            "placeOrder",
            "placeOrders",
            "amendOrder",
            "amendOrders",
            "replaceOrder",
            "replaceOrders",
            "cancelOrder",
            "cancelOrders",
            "cancelAllOrders",
            "getOrder",
            "getOrders",
            "listOpenOrders",
            "listOrders",
            "listFills",
            "getBalances",
            "getBalance",
            "getServerTime",
            "listSymbols",
            "getTicker",
            "listTickers",
            "getOrderBook",
            "placeConditionalOrder",
            "amendConditionalOrder",
            "listOpenConditionalOrders",
            "listConditionalOrders");

    @TestFactory
    Stream<DynamicTest> everyVenueServesWhatEveryBotCallsAndAllCancels() {
        return Venue.all().stream()
                .map(venue -> DynamicTest.dynamicTest(venue.name(), () -> {
                    Set<String> expected =
                            new LinkedHashSet<>(venue.operations().keySet());
                    expected.removeIf(operation -> !COMMON.contains(operation) && !cancelsOrders(venue, operation));
                    try (VenueSimulator simulator = VenueSimulator.start(venue.name())) {
                        assertThat(served(venue, simulator)).containsAll(expected);
                    }
                }));
    }

    private static boolean cancelsOrders(Venue venue, String operation) {
        Map<String, @Nullable Object> written = venue.written(operation);
        return operation.contains("Order")
                && (Boolean.TRUE.equals(written.get("x-cancels")) || written.containsKey("x-batch-cancel"));
    }

    /** Two orders rest at first: a sale of 2 at 110 and a purchase of 2 at 90. */
    @TestFactory
    Stream<DynamicTest> everyResponseSatisfiesTheSpecAndShowsWhatWasDone() {
        return Venue.all().stream().map(venue -> DynamicTest.dynamicTest(venue.name(), () -> run(venue)));
    }

    private static void run(Venue venue) throws IOException {
        List<Map<String, @Nullable Object>> steps = steps(venue);
        try (VenueSimulator simulator = VenueSimulator.start(venue.name());
                VenueClient client = venue.client()
                        .baseUrl(simulator.baseUrl())
                        .credentials(simulator.credentials())
                        .build()) {
            assertThat(steps.stream().map(step -> Json.text(step, "call")).distinct())
                    .as("every served operation has a step in src/test/resources/served/" + venue.name() + ".yaml")
                    .containsExactlyInAnyOrderElementsOf(served(venue, simulator));
            place(simulator, Side.SELL, "110");
            place(simulator, Side.BUY, "90");
            for (Map<String, @Nullable Object> step : steps) {
                String operation = Json.text(step, "call");
                VenueResponse<?> response = client.operations()
                        .find(operation)
                        .call(Json.map(filled(step.get("with"), simulator)))
                        .executeWithResponse();
                assertThat(venue.schemaProblems(operation, Json.parse(response.body())))
                        .as(operation)
                        .isEmpty();
                assertThat(response.body()).as(operation).contains(Json.text(step, "shows"));
            }
        }
    }

    private static void place(VenueSimulator simulator, Side side, String price) {
        simulator.orders().place(simulator.symbol(), side, new BigDecimal(price), BigDecimal.valueOf(2), "at-" + price);
    }

    private static Set<String> served(Venue venue, VenueSimulator simulator) {
        Set<String> served = new LinkedHashSet<>();
        for (String operation : venue.operations().keySet()) {
            try {
                simulator.faults().on(operation);
                served.add(operation);
            } catch (IllegalArgumentException notServed) {
                assertThat(notServed).hasMessageContaining(operation);
            }
        }
        return served;
    }

    private static List<Map<String, @Nullable Object>> steps(Venue venue) throws IOException {
        Path file = Path.of("src/test/resources/served", venue.name() + ".yaml");
        List<?> steps = new Yaml().load(Files.readString(file));
        return steps.stream().map(Json::map).toList();
    }

    /** Puts the id of the oldest open order in place of {@code {open}}. */
    private static @Nullable Object filled(@Nullable Object value, VenueSimulator simulator) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), filled(member, simulator)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> filled(element, simulator)).toList();
        }
        return "{open}".equals(value)
                ? simulator.orders().open().stream()
                        .map(SimulatedOrder::orderId)
                        .findFirst()
                        .orElseThrow()
                : value;
    }
}
