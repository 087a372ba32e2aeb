package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.HistoricalOrder;
import dev.openvenue.bitget.model.NewOrder;
import dev.openvenue.bitget.model.OrderIds;
import dev.openvenue.bitget.model.OrderStatus;
import dev.openvenue.conformance.ReadmeExamples.SharedLimits;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.place.PlaceOutcome;
import dev.openvenue.core.place.PlaceReport;
import dev.openvenue.fixtures.RedisServer;
import dev.openvenue.micrometer.VenueMetrics;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of the README and the guide compile and run as printed. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern VERSION = Pattern.compile("<version>(.+?)</version>");
    private static final Pattern REGION =
            Pattern.compile("// @formatter:off\n(.*?)\n *// @formatter:on", Pattern.DOTALL);

    @Test
    void everyExampleOfTheReadmeAndTheGuideIsCompiledHere() throws IOException {
        List<String> compiled = REGION.matcher(Files.readString(
                        ROOT.resolve("conformance-tests/src/test/java/dev/openvenue/conformance/ReadmeExamples.java")))
                .results()
                .map(match -> match.group(1).stripIndent().strip())
                .toList();
        List<String> shown = EXAMPLE.matcher(
                        Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("docs/guide.md")))
                .results()
                .map(match -> match.group(1).strip())
                .toList();
        assertThat(compiled).hasSize(13).containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void firstExamplesHaveAtMostTwelveLines() throws IOException {
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .limit(3)
                .toList();
        assertThat(examples)
                .allSatisfy(example -> assertThat(example.group(1).lines().filter(Predicate.not(String::isBlank)))
                        .hasSizeLessThanOrEqualTo(12));
    }

    @Test
    void readmeNamesTheVersionThatIsBuilt() throws IOException {
        String version = VERSION.matcher(Files.readString(ROOT.resolve("bom/pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(readme)
                .contains("<version>" + version + "</version>")
                .contains("(\"dev.openvenue:openvenue-bitget:" + version + "\")");
    }

    @Test
    void readmeCountsTheOperationsOfEachVenue() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        for (Venue venue : Venue.all()) {
            String name = venue.spec("x-venue", "name");
            int operations = venue.operations().size();
            boolean counted = readme.lines()
                    .anyMatch(line -> line.matches("\\| \\Q" + name + "\\E \\|[^|]*\\| " + operations + " \\|.*"));
            assertThat(counted)
                    .as("README.md has a row for " + name + " with its " + operations
                            + " operations in the table of the venues: | " + name + " | … | " + operations + " | … |")
                    .isTrue();
        }
    }

    @Test
    void listenerOfTheGuideMetersCalls() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (VenueSimulator bitget = VenueSimulator.start("bitget");
                BitgetClient client = BitgetClient.builder()
                        .listener(new VenueMetrics(registry))
                        .baseUrl(bitget.baseUrl())
                        .build()) {
            client.reference().getServerTime().execute();
        }
        assertThat(registry.get("openvenue.calls")
                        .tags("venue", "bitget", "operation", "getServerTime", "outcome", "success")
                        .timer()
                        .count())
                .isEqualTo(1);
        ReadmeExamples.listener(registry, System.getLogger("desk")).close();
    }

    @Test
    void modelsAreWrittenByJacksonAndGsonWithTheirEnumsAsText() throws IOException {
        record Row(OrderStatus status, Instant at, BigDecimal price) {}
        Row row = new Row(OrderStatus.of("brand_new"), Instant.EPOCH, new BigDecimal("1.50"));
        ReadmeExamples.Writers writers = ReadmeExamples.json();
        String text = "{\"status\":\"brand_new\",\"at\":\"1970-01-01T00:00:00Z\",\"price\":1.50}";

        assertThat(writers.jackson().writeValueAsString(row)).isEqualTo(text);
        assertThat(writers.gson().toJson(row)).isEqualTo(text);
    }

    @Test
    void openTelemetryRecipeMakesASpanThatHoldsNoSecret() {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()) {
            call(ReadmeExamples.openTelemetry(provider.get("readme")));
            assertThat(spans.getFinishedSpanItems())
                    .extracting(SpanData::getName)
                    .containsExactly("getServerTime");
        }
    }

    @Test
    @Timeout(60)
    void redisRecipeLetsHostsShareLimits() throws IOException {
        try (RedisServer redis = RedisServer.start();
                VenueSimulator bitget = VenueSimulator.start("bitget");
                SharedLimits one = ReadmeExamples.sharedLimits(redis.url(), bitget.credentials());
                SharedLimits other = ReadmeExamples.sharedLimits(redis.url(), bitget.credentials());
                BitgetClient first = client(bitget, one);
                BitgetClient second = client(bitget, other)) {
            assertThat(first.trade().listOpenOrders().execute()).isEmpty();
            assertThat(second.trade().listOpenOrders().execute()).isEmpty();
            bitget.faults().on("listOpenOrders").next(Fault.rateLimited(Duration.ofMinutes(1)));
            assertThatThrownBy(() -> first.trade().listOpenOrders().execute()).isInstanceOf(RejectedException.class);
            // The first host tells the store after it has told its caller.
            assertThat(Stream.generate(() -> catchThrowable(
                                    () -> second.trade().listOpenOrders().execute()))
                            .filter(Objects::nonNull)
                            .findFirst())
                    .containsInstanceOf(NotSentException.class);
            assertThat(one.redis().connect().sync().keys("*"))
                    .isNotEmpty()
                    .allMatch(key -> key.startsWith("trading:bitget@127.0.0.1-"));
        }
    }

    private static BitgetClient client(VenueSimulator bitget, SharedLimits shared) {
        return BitgetClient.builder()
                .baseUrl(bitget.baseUrl())
                .credentials(bitget.credentials())
                .rateLimits(shared.limits())
                .build();
    }

    @Test
    void itemsReadBackAsLongAsIsAsked() {
        try (VenueSimulator simulator = VenueSimulator.start("bitget");
                BitgetClient client = BitgetClient.builder()
                        .baseUrl(simulator.baseUrl())
                        .credentials(simulator.credentials())
                        .build()) {
            String filled =
                    simulator.orders().place("BTCUSDT", SimulatedOrder.Side.BUY, BigDecimal.TEN, BigDecimal.ONE, null);
            simulator.orders().place("BTCUSDT", SimulatedOrder.Side.BUY, BigDecimal.TEN, BigDecimal.ONE, null);
            simulator.orders().fill(filled);
            Instant to = simulator.now().plusSeconds(1);

            assertThat(ReadmeExamples.items(client, to.minus(Duration.ofDays(200)), to))
                    .extracting(HistoricalOrder::orderId)
                    .containsExactly(filled);
            // Three windows of 90 days; after the page with the row comes an empty one, which ends its window.
            assertThat(simulator.requests().count("listOrders")).isEqualTo(4);
        }
    }

    @Test
    void firstStepsPlaceAnOrderOnceThoughItsResponseIsLostAndCancelIt() {
        try (VenueSimulator simulator = VenueSimulator.start("bitget");
                BitgetClient client = BitgetClient.builder()
                        .baseUrl(simulator.baseUrl())
                        .credentials(simulator.credentials())
                        .build()) {
            simulator.faults().on("placeOrder").next(Fault.dropAfterExecution());

            OrderIds placed = ReadmeExamples.placeOrder(client, "mine-1");

            assertThat(placed.clientOid()).isEqualTo("mine-1");
            assertThat(simulator.completedActions().placedClientOrderIds()).containsExactly("mine-1");
            ReadmeExamples.batchCancel(client, List.of(placed.orderId()));
            assertThat(simulator.orders().open()).isEmpty();
        }
    }

    @Test
    void batchPlaceReportsEveryOrder() {
        try (VenueSimulator simulator = VenueSimulator.start("bitget");
                BitgetClient client = BitgetClient.builder()
                        .baseUrl(simulator.baseUrl())
                        .credentials(simulator.credentials())
                        .build()) {
            List<String> journal = new ArrayList<>();
            simulator.faults().on("placeOrders").next(Fault.dropAfterExecution());

            PlaceReport<NewOrder> report = ReadmeExamples.batchPlace(
                    client, List.of(BigDecimal.ONE, BigDecimal.TEN), new BigDecimal("0.01"), journal::addAll);

            assertThat(report.placed()).isTrue();
            assertThat(report.outcomes())
                    .extracting(PlaceOutcome::clientOrderId)
                    .isEqualTo(journal);
            assertThat(simulator.completedActions().placedClientOrderIds()).isEqualTo(journal);
        }
    }

    @Test
    void fakesBehaveLikeListings() {
        var fakes = ReadmeExamples.fakes(List.of());

        assertThat(fakes.get(0).items()).isEmpty();
        assertThatThrownBy(() -> fakes.get(1).items().toList())
                .isInstanceOf(TransportException.class)
                .hasMessage("no connection");
    }

    private static void call(OkHttpClient http) {
        try (VenueSimulator bitget = VenueSimulator.start("bitget");
                BitgetClient client = BitgetClient.builder()
                        .httpClient(http)
                        .baseUrl(bitget.baseUrl())
                        .build()) {
            assertThat(client.reference().getServerTime().execute().serverTime())
                    .isNotNull();
        }
    }
}
