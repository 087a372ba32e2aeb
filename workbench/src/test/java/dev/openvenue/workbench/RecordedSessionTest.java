package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.OrderSide;
import dev.openvenue.bitget.model.OrderType;
import dev.openvenue.bitget.model.PlaceOrderRequest;
import dev.openvenue.bitget.model.TimeInForce;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.simulator.SimulatorSetup;
import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was recorded is replayed, and becomes a test. */
final class RecordedSessionTest {
    private static final String ORDERS = "/api/venues/bitget/orders";

    @TempDir
    private Path folder;

    /** An order, a fill by a counterparty, a fault, a skewed clock, and a stranger. */
    private String record() throws IOException {
        Path file = folder.resolve("session.jsonl");
        WorkbenchOptions options = new WorkbenchOptions(
                List.of("bitget"),
                0,
                0,
                null,
                List.of(),
                7,
                false,
                Duration.ZERO,
                file,
                Map.of(),
                InstantSource.system());
        try (Workbench workbench = Workbench.start(options)) {
            VenueSimulator venue = workbench.venues().get(0);
            try (BitgetClient bitget = client(venue, venue.credentials())) {
                String order = place(bitget, "mine-1");
                control(workbench, ORDERS + "/" + order + "/fills", "{\"quantity\":\"0.2\"}");
                control(workbench, "/api/venues/bitget/faults", "{\"kind\":\"drop-after-execution\"}");
                assertThatThrownBy(() -> place(bitget, "mine-2")).isInstanceOf(VenueException.class);
                control(workbench, "/api/venues/bitget/trades", "{\"side\":\"sell\",\"quantity\":\"0.4\"}");
                assertThat(bitget.trade().listOpenOrders().items().toList()).hasSize(1);
            }
            Credentials stranger =
                    Credentials.of("bg_0123456789abcdef", "MARKEDpassphrase", SigningKeys.hmacSha256("MARKEDsecret"));
            try (BitgetClient bitget = client(venue, stranger)) {
                assertThatThrownBy(() -> place(bitget, "mine-3")).hasMessageContaining("40037");
            }
        }
        return Files.readString(file);
    }

    private static BitgetClient client(VenueSimulator venue, Credentials credentials) {
        return BitgetClient.builder()
                .baseUrl(venue.baseUrl())
                .credentials(credentials)
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static String place(BitgetClient bitget, String clientOid) {
        return Objects.requireNonNull(bitget.trade()
                .placeOrder(PlaceOrderRequest.builder()
                        .symbol("BTCUSDT")
                        .side(OrderSide.BUY)
                        .orderType(OrderType.LIMIT)
                        .force(TimeInForce.GTC)
                        .price(new BigDecimal("60000"))
                        .size(new BigDecimal("0.5"))
                        .clientOid(clientOid)
                        .build())
                .execute()
                .orderId());
    }

    private static void control(Workbench workbench, String path, String body) throws IOException {
        assertThat(RawRequest.to(workbench.controlUrl(), "POST", path)
                        .host()
                        .token(workbench)
                        .json(body)
                        .outcome())
                .startsWith("200 ");
    }

    @Test
    void aSessionIsReplayedAsItWas() throws IOException {
        RecordedSession session = RecordedSession.of(record());

        assertThat(session.seed()).isEqualTo(7);
        assertThat(session.venues()).containsExactly("bitget");
        assertThat(session.exchanges()).isEqualTo(5);
        assertThat(session.replay()).isEmpty();
        assertThat(session.replay()).isEmpty();
    }

    @Test
    void whatIsDifferentIsSaid() throws IOException {
        String recorded = record();

        List<String> differences = RecordedSession.of(recorded.replace("\"quantity\":\"0.2\"", "\"quantity\":\"0.1\""))
                .replay();

        assertThat(differences)
                .singleElement()
                .satisfies(difference -> assertThat(difference)
                        .startsWith("Line 7, GET /api/v2/spot/trade/unfilled-orders: responseBody was {"));
    }

    @Test
    void noSecretIsRecorded() throws IOException {
        String recorded = record();

        assertThat(recorded).doesNotContain("MARKED", "bg_").contains("<api-key>", "<passphrase>");
        try (VenueSimulator same = SimulatorSetup.of("bitget").seed(7).start()) {
            String apiKey = same.credentials().apiKey();
            assertThat(apiKey).startsWith("bg_");
            assertThat(recorded).doesNotContain(apiKey);
        }
    }

    @Test
    void aRecordingBecomesAJunitTest() throws IOException {
        String recorded = record();

        assertThat(RecordedSession.of(recorded).junitTest())
                .containsExactly(
                        Map.entry("java/RecordedSessionTest.java", """
                                import static org.junit.jupiter.api.Assertions.assertEquals;

                                import dev.openvenue.workbench.RecordedSession;
                                import java.io.IOException;
                                import java.io.InputStream;
                                import java.util.List;
                                import org.junit.jupiter.api.Test;

                                /** Replays a session that was recorded with the seed 7, and expects the responses that were recorded. */
                                class RecordedSessionTest {
                                    @Test
                                    void theSessionReplaysAsItWasRecorded() throws IOException {
                                        try (InputStream lines = RecordedSessionTest.class.getResourceAsStream("/recorded-session.jsonl")) {
                                            assertEquals(List.of(), RecordedSession.read(lines).replay());
                                        }
                                    }
                                }
                                """),
                        Map.entry("resources/recorded-session.jsonl", recorded));
    }

    @Test
    void whatCameWholeBecomesCases() throws IOException {
        Map<String, String> cases = RecordedSession.of(record()).cases();

        assertThat(cases.keySet())
                .containsExactlyInAnyOrder(
                        "bitget/cases/responses/placeOrder.recorded-1/case.json",
                        "bitget/cases/responses/placeOrder.recorded-1/response.json",
                        "bitget/cases/responses/listOpenOrders.recorded-3/case.json",
                        "bitget/cases/responses/listOpenOrders.recorded-3/response.json",
                        "bitget/cases/responses/listOpenOrders.recorded-4/case.json",
                        "bitget/cases/responses/listOpenOrders.recorded-4/response.json");
        assertThat(cases.get("bitget/cases/responses/placeOrder.recorded-1/case.json"))
                .isEqualTo(
                        "{\"provenance\":\"self-computed\",\"source\":\"Recorded at the simulator, seed 7, request 1\","
                                + "\"operation\":\"placeOrder\"}\n");
    }

    @Test
    void whatIsNoRecordingIsRejectedByItsLine() {
        assertThatThrownBy(() -> RecordedSession.of("{}"))
                .hasMessage("Line 1 of the recording is not an object with one member; give a file that openvenue"
                        + " simulate --record wrote");
        assertThatThrownBy(() -> RecordedSession.of("{\"exchange\":{}}\n"))
                .hasMessage("Line 1 does not begin a session; give a file that openvenue simulate --record wrote");
        assertThatThrownBy(() -> RecordedSession.of("{\"session\":{}}\nnonsense\n"))
                .hasMessage("Line 2 of the recording is not an object with one member; give a file that openvenue"
                        + " simulate --record wrote");
    }

    @Test
    void aRecordingIsNeverOverwritten() throws IOException {
        record();

        assertThatThrownBy(this::record).hasMessageStartingWith("Cannot record to ");
    }
}
