package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.RawHttp.Received;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two accounts at one venue know nothing of each other. */
final class AccountsTest {
    @Test
    void accountOfTheOtherApiIsRejectedBeforeItsSignatureIsLookedAt() throws IOException {
        try (VenueSimulator venue = VenueSimulator.start("bitget")) {
            BitgetCaller caller = new BitgetCaller(venue);
            venue.ofOtherApi(true);
            String path = "/api/v2/spot/account/assets";
            assertThat(RawHttp.get(venue.baseUrl() + path, Map.of("ACCESS-KEY", BitgetCaller.API_KEY))
                            .body())
                    .startsWith("{\"code\":\"40085\",\"msg\":\"You are in Unified Account mode, and this API is not"
                            + " for it\",");
            venue.ofOtherApi(false);
            assertThat(caller.get(path).body()).startsWith("{\"code\":\"00000\"");
        }
    }

    @Test
    void venueOfOneApiHasNoAccountsOfAnother() {
        try (VenueSimulator venue = VenueSimulator.start("htx")) {
            assertThatThrownBy(() -> venue.ofOtherApi(true))
                    .isExactlyInstanceOf(UnsupportedOperationException.class)
                    .hasMessage("Every account of the venue 'htx' may use this API");
        }
    }

    private static final String OPEN = "/api/v2/spot/trade/unfilled-orders";
    private static final String OTHER_SECRET = "secret-of-the-other-account";

    private final VenueSimulator venue =
            VenueSimulator.start("bitget", new TestClock(Instant.ofEpochMilli(1_700_000_000_000L)));
    private final BitgetCaller caller = new BitgetCaller(venue);
    private final SimulatedAccount other = venue.openAccount();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void ordersOfOneAccountAreUnknownToTheOther() throws IOException {
        other.register(AccountKey.hmac("other-key", OTHER_SECRET).withPassphrase(BitgetCaller.PASSPHRASE));
        String mine = place(venue.orders());
        String theirs = place(other.orders());

        assertThat(theirs).isNotEqualTo(mine);
        assertThat(caller.get("/api/v2/spot/trade/orderInfo?orderId=" + theirs).body())
                .contains("\"code\":\"43001\"");
        assertThat(caller.get(OPEN).body()).contains(mine).doesNotContain(theirs);
        assertThat(asOther(OPEN).body()).contains(theirs).doesNotContain(mine);
        assertThat(venue.orders().find(theirs)).isEmpty();
        assertThat(other.completedActions().count("listOpenOrders")).isOne();
    }

    @Test
    void accountsHaveAllowancesOfTheirOwn() throws IOException {
        other.register(AccountKey.hmac("other-key", OTHER_SECRET).withPassphrase(BitgetCaller.PASSPHRASE));
        venue.enforceLimits(true);
        for (int i = 0; i < 20; i++) {
            caller.get(OPEN);
        }
        assertThat(caller.get(OPEN).status()).isEqualTo(429);
        assertThat(asOther(OPEN).headers().get("x-mbx-used-remain-limit")).isEqualTo("19");
    }

    @Test
    void requestThatIsNotLetInUsesNothingUp() throws IOException {
        venue.enforceLimits(true);
        Map<String, String> headers = new HashMap<>(caller.headers("GET", OPEN, ""));
        headers.put("ACCESS-SIGN", "wrong");
        for (int i = 0; i < 30; i++) {
            Received rejected = RawHttp.get(venue.baseUrl() + OPEN, headers);
            assertThat(rejected.body()).contains("\"code\":\"40009\"");
            assertThat(rejected.headers().get("x-mbx-used-remain-limit")).isNull();
        }
        assertThat(caller.get(OPEN).headers().get("x-mbx-used-remain-limit")).isEqualTo("19");
        assertThat(venue.requests().peak("listOpenOrders")).isEqualTo(1);
        assertThat(venue.requests().count("listOpenOrders")).isEqualTo(31);
    }

    @Test
    void credentialsAreInventedPerAccount() {
        assertThat(other.credentials().apiKey())
                .isNotEqualTo(venue.credentials().apiKey());
        assertThat(other.credentials()).isSameAs(other.credentials());
        assertThat(other).hasToString("SimulatedAccount[bitget 1]");
    }

    @Test
    void accountAtHtxHasAnIdOfItsOwn() throws IOException {
        try (VenueSimulator htx =
                VenueSimulator.start("htx", new TestClock(Instant.ofEpochMilli(1_700_000_000_000L)))) {
            HtxCaller htxCaller = new HtxCaller(htx);
            htx.openAccount().register(AccountKey.hmac(HtxCaller.ACCESS_KEY, HtxCaller.SECRET));

            assertThat(htxCaller.get("/v1/account/accounts", Map.of()).body()).contains("\"id\":10000002");
        }
    }

    private static String place(SimulatedOrders orders) {
        return orders.place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "a");
    }

    private Received asOther(String path) throws IOException {
        Map<String, String> headers = new HashMap<>(caller.headers("GET", path, ""));
        headers.put("ACCESS-KEY", "other-key");
        headers.put("ACCESS-SIGN", Hmac.base64(OTHER_SECRET, headers.get("ACCESS-TIMESTAMP") + "GET" + path));
        return RawHttp.get(venue.baseUrl() + path, headers);
    }
}
