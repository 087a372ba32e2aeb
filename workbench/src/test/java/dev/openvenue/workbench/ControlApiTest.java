package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.OrderStatus;
import dev.openvenue.bitget.model.OrderType;
import dev.openvenue.bitget.model.TimeInForce;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.signing.BearerSigner;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.simulator.client.SimulatorClient;
import dev.openvenue.simulator.client.model.CreateFaultRequest;
import dev.openvenue.simulator.client.model.CreateFillRequest;
import dev.openvenue.simulator.client.model.CreateTradeRequest;
import dev.openvenue.simulator.client.model.Explanation;
import dev.openvenue.simulator.client.model.ExplanationGrade;
import dev.openvenue.simulator.client.model.FaultKind;
import dev.openvenue.simulator.client.model.InventedCredentials;
import dev.openvenue.simulator.client.model.KeyKind;
import dev.openvenue.simulator.client.model.Order;
import dev.openvenue.simulator.client.model.OrderSide;
import dev.openvenue.simulator.client.model.OrderState;
import dev.openvenue.simulator.client.model.PlaceOrderRequest;
import dev.openvenue.simulator.client.model.RequestInFull;
import dev.openvenue.simulator.client.model.RequestSummary;
import dev.openvenue.simulator.client.model.SetSettingsRequest;
import dev.openvenue.simulator.client.model.SignatureVerdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control API, by its generated client, beside a client of a venue that knows nothing of it. */
final class ControlApiTest {
    private static final String VENUE = "bitget";

    private Workbench workbench;
    private SimulatorClient desk;
    private BitgetClient bitget;

    @BeforeEach
    void start() {
        workbench = Workbench.start(WorkbenchOptions.of(7, VENUE, "xt"));
        desk = SimulatorClient.builder()
                .baseUrl(workbench.controlUrl())
                .credentials(BearerSigner.credentials(workbench.token()))
                .build();
        InventedCredentials key = desk.venue().getCredentials(VENUE).execute();
        bitget = client(given(key.apiKey()), given(key.passphrase()), given(key.secret()));
    }

    private BitgetClient client(String apiKey, String passphrase, String secret) {
        return BitgetClient.builder()
                .baseUrl(given(desk.venue().getVenue(VENUE).execute().baseUrl()))
                .credentials(Credentials.of(apiKey, passphrase, SigningKeys.hmacSha256(secret)))
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    @AfterEach
    void stop() {
        bitget.close();
        desk.close();
        workbench.close();
    }

    private String place(String price, String clientOid) {
        return given(bitget.trade()
                .placeOrder(dev.openvenue.bitget.model.PlaceOrderRequest.builder()
                        .symbol("BTCUSDT")
                        .side(dev.openvenue.bitget.model.OrderSide.BUY)
                        .orderType(OrderType.LIMIT)
                        .force(TimeInForce.GTC)
                        .price(new BigDecimal(price))
                        .size(new BigDecimal("0.5"))
                        .clientOid(clientOid)
                        .build())
                .execute()
                .orderId());
    }

    private OrderStatus status(String orderId) {
        return given(bitget.trade()
                .getOrder(dev.openvenue.bitget.model.GetOrderRequest.builder()
                        .orderId(orderId)
                        .build())
                .execute()
                .get(0)
                .status());
    }

    @Test
    void anOrderThatAClientPlacesIsFilledInPartsAndCancelled() {
        String first = place("60000", "mine-1");
        String second = place("59000", "mine-2");

        Order part = desk.book()
                .createFill(
                        VENUE,
                        first,
                        CreateFillRequest.builder()
                                .quantity(new BigDecimal("0.2"))
                                .build())
                .execute();
        assertThat(part.filled()).isEqualByComparingTo("0.2");
        assertThat(status(first)).isEqualTo(OrderStatus.PARTIALLY_FILLED);

        desk.book()
                .createFill(VENUE, first, CreateFillRequest.builder().build())
                .execute();
        assertThat(status(first)).isEqualTo(OrderStatus.FILLED);

        assertThat(desk.book().cancelOrder(VENUE, second).execute().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(status(second)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.book().listOrders(VENUE).execute().orders())
                .extracting(Order::clientOrderId, Order::state)
                .containsExactly(tuple("mine-2", OrderState.CANCELLED), tuple("mine-1", OrderState.FILLED));
    }

    @Test
    void aCounterpartyTakesTheBestPriceFirst() {
        String better = place("60000", "better");
        String worse = place("59000", "worse");

        assertThat(desk.book()
                        .createTrade(
                                VENUE,
                                CreateTradeRequest.builder()
                                        .side(OrderSide.SELL)
                                        .price(new BigDecimal("59500"))
                                        .quantity(new BigDecimal("0.7"))
                                        .build())
                        .execute()
                        .left())
                .isEqualByComparingTo("0.2");

        assertThat(status(better)).isEqualTo(OrderStatus.FILLED);
        assertThat(status(worse)).isEqualTo(OrderStatus.LIVE);
    }

    @Test
    void anOrderThatIsPlacedHereIsTheClientsToo() {
        Order placed = desk.book()
                .placeOrder(
                        VENUE,
                        PlaceOrderRequest.builder()
                                .side(OrderSide.SELL)
                                .price(new BigDecimal("61000"))
                                .quantity(new BigDecimal("2"))
                                .build())
                .execute();

        assertThat(status(given(placed.orderId()))).isEqualTo(OrderStatus.LIVE);
        assertThat(desk.venue().getBalances(VENUE).execute().balances())
                .filteredOn(balance -> "BTC".equals(balance.coin()))
                .singleElement()
                .satisfies(btc -> assertThat(btc.locked()).isEqualByComparingTo("2"));
    }

    @Test
    void aQueuedFaultStrikesOnceAndAStandingOneAlways() {
        desk.fault()
                .createFault(
                        VENUE,
                        CreateFaultRequest.builder()
                                .kind(FaultKind.DROP_AFTER_EXECUTION)
                                .operation("placeOrder")
                                .build())
                .execute();
        assertThatThrownBy(() -> place("60000", "lost")).isInstanceOf(VenueException.class);
        assertThat(desk.book().listOrders(VENUE).execute().total()).isOne();
        place("60000", "arrived");

        desk.fault()
                .createFault(
                        VENUE,
                        CreateFaultRequest.builder()
                                .kind(FaultKind.REJECT)
                                .code("40762")
                                .message("The order amount exceeds the balance")
                                .standing(true)
                                .build())
                .execute();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> place("60000", "never")).hasMessageContaining("40762");
        }
        assertThat(desk.fault().listFaults(VENUE).execute().faults())
                .singleElement()
                .satisfies(faults -> assertThat(faults.standing()).isEqualTo("reject 40762"));
        assertThat(desk.fault().deleteFaults(VENUE).execute().faults()).isEmpty();
        place("60000", "again");
        assertThat(desk.venue().listExecutions(VENUE).execute().executions())
                .singleElement()
                .satisfies(placed -> {
                    assertThat(placed.requests()).isEqualTo(5);
                    assertThat(placed.executed()).isEqualTo(3);
                });
    }

    @Test
    void theLogSaysWhatBecameOfEachRequestAndMasksKeys() {
        place("60000", "mine");
        try (BitgetClient wrong = client("bg_unknown0123456789", "passphrase1", "secret0123456789")) {
            assertThatThrownBy(() -> wrong.account().getBalances().execute()).hasMessageContaining("40037");
        }

        List<RequestSummary> requests =
                given(desk.request().listRequests(VENUE, "0", null).execute().requests());
        assertThat(requests)
                .extracting(
                        RequestSummary::operation,
                        RequestSummary::signature,
                        RequestSummary::executed,
                        RequestSummary::explained)
                .containsExactly(
                        tuple("placeOrder", SignatureVerdict.ACCEPTED, true, false),
                        tuple("getBalances", SignatureVerdict.REJECTED, false, true));
        RequestInFull rejected =
                desk.request().getRequest(given(requests.get(1).number())).execute();
        assertThat(rejected.rejectionCode()).isEqualTo("40037");
        assertThat(rejected.requestHeaders())
                .extracting(header -> header.name() + ": " + header.value())
                .contains("ACCESS-KEY: <api-key>", "ACCESS-PASSPHRASE: <passphrase>");
        assertThat(rejected.requestHeaders())
                .filteredOn(header -> "ACCESS-SIGN".equals(header.name()))
                .singleElement()
                .satisfies(sign -> assertThat(sign.value()).matches(".{4}….{4}"));
        Explanation explanation = desk.request()
                .getExplanation(VENUE, given(rejected.numberAtVenue()))
                .execute();
        assertThat(explanation.grade()).isEqualTo(ExplanationGrade.PROVED);
    }

    @Test
    void aSkewedClockIsExplained() {
        desk.venue()
                .setSettings(
                        VENUE,
                        SetSettingsRequest.builder().clockSkew(3_600_000L).build())
                .execute();

        place("60000", "mine"); // The client measures the skew, and sends once more.
        List<RequestSummary> requests =
                given(desk.request().listRequests(VENUE, "0", null).execute().requests());

        assertThat(requests.get(0).executed()).isFalse();
        assertThat(desk.request()
                        .getExplanation(VENUE, given(requests.get(0).numberAtVenue()))
                        .execute()
                        .mistake())
                .startsWith("clock");
    }

    @Test
    void aSecondAccountHasOrdersOfItsOwn() {
        place("60000", "mine");
        Integer second = desk.venue().createAccount(VENUE).execute().account();
        InventedCredentials key =
                desk.venue().getCredentials(VENUE, second, null).execute();

        assertThat(desk.book().listOrders(VENUE).execute().total()).isOne();
        try (BitgetClient other = client(given(key.apiKey()), given(key.passphrase()), given(key.secret()))) {
            assertThat(other.trade().listOpenOrders().items().toList()).isEmpty();
        }
    }

    @Test
    void theSameSeedInventsTheSameKeysOfEveryKind() {
        try (Workbench again = Workbench.start(WorkbenchOptions.of(7, VENUE));
                SimulatorClient other = SimulatorClient.builder()
                        .baseUrl(again.controlUrl())
                        .credentials(BearerSigner.credentials(again.token()))
                        .build()) {
            for (KeyKind kind : List.of(KeyKind.HMAC_SHA256, KeyKind.RSA_SHA256)) {
                InventedCredentials key =
                        desk.venue().getCredentials(VENUE, 0, kind).execute();
                assertThat(other.venue().getCredentials(VENUE, 0, kind).execute())
                        .isEqualTo(key);
            }
        }
    }

    @Test
    void aResetEmptiesTheBookAndKeepsKeysAndAddresses() {
        place("60000", "mine");
        desk.venue()
                .setSettings(
                        VENUE,
                        SetSettingsRequest.builder()
                                .latency(1L)
                                .enforceLimits(true)
                                .build())
                .execute();
        desk.fault()
                .createFault(
                        VENUE,
                        CreateFaultRequest.builder()
                                .kind(FaultKind.MALFORMED_BODY)
                                .standing(true)
                                .build())
                .execute();

        desk.session().deleteState().execute();

        assertThat(desk.book().listOrders(VENUE).execute().orders()).isEmpty();
        assertThat(desk.request().listRequests().execute().requests()).isEmpty();
        assertThat(desk.venue().listExecutions(VENUE).execute().executions()).isEmpty();
        assertThat(desk.venue().getVenue(VENUE).execute().settings()).satisfies(settings -> {
            assertThat(settings.latency()).isZero();
            assertThat(settings.enforceLimits()).isFalse();
        });
        place("60000", "mine");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> desk.venue().getVenue("nowhere").execute())
                .hasMessageContaining("There is no venue 'nowhere' here; there are bitget, xt");
        assertThatThrownBy(() -> desk.book().cancelOrder(VENUE, "1").execute())
                .hasMessageContaining("The account has no order 1");
        assertThatThrownBy(() -> desk.venue().getBalances(VENUE, 3).execute())
                .hasMessageContaining("There is no account 3; the last one is 0. Open one with a POST to the accounts");
        assertThatThrownBy(() -> desk.fault()
                        .createFault(
                                VENUE,
                                CreateFaultRequest.builder()
                                        .kind(FaultKind.REJECT)
                                        .build())
                        .execute())
                .hasMessageContaining("The argument 'code' is missing");
        assertThatThrownBy(() -> desk.fault()
                        .createFault(
                                VENUE,
                                CreateFaultRequest.builder()
                                        .kind(FaultKind.NONE)
                                        .operation("noSuch")
                                        .build())
                        .execute())
                .hasMessageContaining("The simulated venue has no operation noSuch; a fault there would never happen");
        String filled = place("60000", "mine");
        desk.book()
                .createFill(VENUE, filled, CreateFillRequest.builder().build())
                .execute();
        assertThatThrownBy(() -> desk.book()
                        .createFill(VENUE, filled, CreateFillRequest.builder().build())
                        .execute())
                .hasMessageContaining("Order " + filled + " is FILLED, not open");
    }

    @Test
    void aWrongTokenIsNoAccess() {
        try (SimulatorClient stranger = SimulatorClient.builder()
                .baseUrl(workbench.controlUrl())
                .credentials(BearerSigner.credentials("0123456789abcdef"))
                .build()) {
            assertThatThrownBy(() -> stranger.session().getStatus().execute())
                    .hasMessageContaining("Send the token that was printed at the start");
        }
    }

    @Test
    void theStateNamesSeedAndVenues() {
        assertThat(desk.session().getStatus().execute()).satisfies(status -> {
            assertThat(status.seed()).isEqualTo("7");
            assertThat(status.venues()).containsExactly(VENUE, "xt");
            assertThat(status.dropped()).isZero();
        });
    }

    /** What the control API always sends. */
    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
