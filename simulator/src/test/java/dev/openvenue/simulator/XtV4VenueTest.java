package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.RawHttp.Received;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in at the simulated API v4 of XT, and what the others are told. */
final class XtV4VenueTest {
    private static final String EMPTY = "{\"rc\":0,\"mc\":\"SUCCESS\",\"ma\":[],\"result\":[]}";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_641_446_237_201L));
    private final VenueSimulator venue = VenueSimulator.start("xt-v4", clock);
    private final XtV4Caller caller = new XtV4Caller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    /** The signed texts are those of XT's demos; the signatures with the invented key are Python's hmac. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            GET | balances | | 2b1a61cc420a673bd1e96216bc90062e5945ae9692d9776db4ddfc7139bdc41e
            GET | open-order?symbol=btc_usdt | | 35c1441790d26ef0e4dc28c478b005aefb44a689d30964432b40d6a2e9d22281
            GET | batch-order?orderIds=156201996458139136%2C12312313212 | | 53ba78db1260caecc9e15e63fa106c67d18133ad905e7ac116b1d5a498151178
            GET | trade?limit=100&bizType=SPOT&startTime=1757779200000&endTime=1760457599999&direction=NEXT | | 6af1c30bfe696a56ac5f3a8da36dae071804bc5705015dd4bd5967f3ba196396
            DELETE | batch-order | {"orderIds":[156201996458139136,12312313212],"clientBatchId":"123123111"} | 05bd2a96769aed76d105953d522e5e76056fcbf893c376bc8abc6d8c7c11ca34
            DELETE | batch-order | {"orderIds": [156201996458139136, 12312313212], "clientBatchId": "123123111"} | 0f750960047266f40741dc4b97c8c2b7d0f37efc870d5fc2b938a9b133153274
            """)
    void requestSignedElsewhereIsAccepted(String method, String target, String body, String signature)
            throws IOException {
        Map<String, String> headers = new HashMap<>(caller.headers(method, target, "", 5000));
        headers.put("validate-signature", signature);

        assertThat(caller.send(method, target, body, headers).body()).startsWith("{\"rc\":0,\"mc\":\"SUCCESS\"");
    }

    @Test
    void upperCaseSignatureIsAccepted() throws IOException {
        Map<String, String> headers = caller.headers("GET", "open-order", "", 5000);
        headers.computeIfPresent("validate-signature", (name, value) -> value.toUpperCase(Locale.ROOT));

        assertThat(get(headers).body()).isEqualTo(EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "validate-appkey, AUTH_001",
        "validate-timestamp, AUTH_002",
        "validate-recvwindow, AUTH_003",
        "validate-algorithms, AUTH_005",
        "validate-signature, AUTH_007"
    })
    void missingHeaderIsRejected(String name, String code) throws IOException {
        Map<String, String> headers = caller.headers("GET", "open-order", "", 5000);
        headers.remove(name);

        assertThat(get(headers).body()).isEqualTo(rejection(code));
    }

    @ParameterizedTest
    @CsvSource({
        "validate-appkey, nobody, AUTH_101",
        "validate-algorithms, HmacMD5, AUTH_006",
        "validate-recvwindow, 60001, AUTH_004",
        "validate-recvwindow, soon, AUTH_004",
        "validate-signature, 00, AUTH_103",
        "validate-signature, xyz, AUTH_103"
    })
    void wrongHeaderIsRejected(String name, String value, String code) throws IOException {
        Map<String, String> headers = caller.headers("GET", "open-order", "", 5000);
        headers.put(name, value);

        Received response = get(headers);

        assertThat(response.body()).isEqualTo(rejection(code));
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void signatureOfAnotherBodyIsRejected() throws IOException {
        Map<String, String> headers = caller.headers("DELETE", "open-order", "{\"bizType\":\"SPOT\"}", 5000);

        Received response = caller.send("DELETE", "open-order", "{\"bizType\":\"LEVER\"}", headers);

        assertThat(response.body()).isEqualTo(rejection("AUTH_103"));
        assertThat(venue.completedActions().count("cancelAllOrders")).isZero();
    }

    @Test
    void requestMustArriveWithinItsWindow() throws IOException {
        Map<String, String> headers = caller.headers("GET", "open-order", "", 2500);
        clock.advance(Duration.ofMillis(2499));
        assertThat(get(headers).body()).isEqualTo(EMPTY);
        clock.advance(Duration.ofMillis(1));
        assertThat(get(headers).body()).isEqualTo(rejection("AUTH_105"));
    }

    @Test
    void timestampMayBeOneSecondAhead() throws IOException {
        Map<String, String> headers = caller.headers("GET", "open-order", "", 5000);
        clock.advance(Duration.ofSeconds(-1));
        assertThat(get(headers).body()).isEqualTo(EMPTY);
        clock.advance(Duration.ofMillis(-1));
        assertThat(get(headers).body()).isEqualTo(rejection("AUTH_105"));
    }

    @Test
    void serverTimeNeedsNoSignature() throws IOException {
        assertThat(caller.open("time").body())
                .isEqualTo("{\"rc\":0,\"mc\":\"SUCCESS\",\"ma\":[],\"result\":{\"serverTime\":1641446237201}}");
    }

    @Test
    void whatIsNotServedIsRejectedInWords() throws IOException {
        Received documented = caller.get("deposit/history?currency=XT");
        Received unknown = caller.get("nothing");

        assertThat(documented.status()).isEqualTo(404);
        assertThat(documented.body()).contains("\"mc\":\"FAILURE\"", "listDeposits", "documented, but not simulated");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body())
                .isEqualTo("{\"rc\":1,\"mc\":\"FAILURE\",\"ma\":[\"No such interface\"],\"result\":null}");
    }

    @Test
    void requestsBeyondALimitAreRejected() throws IOException {
        venue.enforceLimits(true);
        for (int i = 0; i < 10; i++) {
            assertThat(caller.get("open-order").status()).isEqualTo(200);
        }

        Received response = caller.get("open-order");

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.body())
                .isEqualTo("{\"rc\":1,\"mc\":\"COMMON_002\",\"ma\":[\"Too many requests\"],\"result\":null}");
    }

    private Received get(Map<String, String> headers) throws IOException {
        return caller.send("GET", "open-order", null, headers);
    }

    private static String rejection(String code) {
        return "{\"rc\":1,\"mc\":\"" + code + "\",\"ma\":[],\"result\":null}";
    }
}
