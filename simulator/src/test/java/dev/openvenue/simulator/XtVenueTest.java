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
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in at the simulated XT, and what the others are told. */
final class XtVenueTest {
    private static final Map<String, String> OPEN = Map.of("market", "btc_usdt");

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_562_919_832_183L));
    private static final String WRONG_SIGNATURE = "{\"code\":308,\"info\":\"Signature verification failed\"}";

    private final VenueSimulator venue = VenueSimulator.start("xt", clock);
    private final XtCaller caller = new XtCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    /**
     * Credentials, nonce and signature are a vector of the fact sheet, which the venue's own Node and Python modules
     * reproduced.
     */
    @Test
    void orderSignedElsewhereIsAccepted() throws IOException {
        Received response = RawHttp.post(
                caller.url("order"),
                XtCaller.FORM,
                "type=1&price=10000&number=1.23&market=btc_usdt&entrustType=0&accesskey=myAccessKey&nonce=1562919832183"
                        + "&signature=66762dee9e16f1a8377b56787edff82c5cf031dcd4fb5f2a520e1d635031f128");

        assertThat(response.body())
                .isEqualTo("{\"code\":200,\"data\":{\"id\":156387346384491},"
                        + "\"info\":\"An order has been placed successfully\"}");
        assertThat(response.status()).isEqualTo(200);
    }

    /** The value of {@code data} is signed as Base64 text and travels percent-encoded. */
    @Test
    void batchCancelSignedElsewhereIsAccepted() throws IOException {
        Received response = RawHttp.post(
                caller.url("batchCancel"),
                XtCaller.FORM,
                "accesskey=myAccessKey&data=WyIxNTcxNTQzOTIxMjI0OTMiLCIxNTcxNTQzOTIxMjI0OTQiLCIxNTcxNTQzOTIxMjI0OTUi"
                        + "LCIxNTcxNTQzOTIxMjI0OTYiLCIxNTcxNTQzOTIxMjI0OTciXQ%3D%3D&market=btc_usdt&nonce=1562919832183"
                        + "&signature=e43dfef3e83e0fab481511d4b72ff8916b3850ea18697efbe9fcf45617164e0e");

        assertThat(response.body())
                .startsWith("{\"code\":200,\"data\":[{\"msg\":")
                .contains("\"id\":157154392122497");
    }

    /** XT's Python demo escapes what it signs, so that it and the other demos disagree on the padding of Base64. */
    @Test
    void encodedParametersAreVerifiedOnRequest() throws IOException {
        String padded =
                "accesskey=myAccessKey&data=WyIxNTcxNTQzOTIxMjI0OTMiLCIxNTcxNTQzOTIxMjI0OTQiLCIxNTcxNTQzOTIxMjI0OTUi"
                        + "LCIxNTcxNTQzOTIxMjI0OTYiLCIxNTcxNTQzOTIxMjI0OTciXQ%3D%3D&market=btc_usdt&nonce=1562919832183&signature=";
        String byPython = "20d7e76bbb6637a06e3c4cd5fb475de5f37e69d9365b3d8bf67d5da490de1ed2";
        String byNode = "e43dfef3e83e0fab481511d4b72ff8916b3850ea18697efbe9fcf45617164e0e";

        assertThat(batchCancel(padded + byPython)).isEqualTo(WRONG_SIGNATURE);
        venue.verifyEncodedParameters(true);
        assertThat(batchCancel(padded + byPython)).startsWith("{\"code\":200,");
        assertThat(batchCancel(padded + byNode)).isEqualTo(WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dataWithoutPaddingSuitsBothReadings(boolean encoded) throws IOException {
        venue.verifyEncodedParameters(encoded);

        String response =
                batchCancel("accesskey=myAccessKey&data=WyIxNTcxNTQzOTIxMjI0OTMiLCIxNTcxNTQzOTIxMjI0OTQiLCIxNTcxNTQz"
                        + "OTIxMjI0OTUiLCIxNTcxNTQzOTIxMjI0OTYiLCIxNTcxNTQzOTIxMjI0OTciICBd&market=btc_usdt&nonce=1562919832183"
                        + "&signature=0c8d132fbd77927770c99ec0bde262d3b64f2ad09d8f5fc5ea8d8966dbc9b016");

        assertThat(response).startsWith("{\"code\":200,");
    }

    private String batchCancel(String form) throws IOException {
        return RawHttp.post(caller.url("batchCancel"), XtCaller.FORM, form).body();
    }

    @Test
    void upperCaseSignatureIsAccepted() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        parameters.computeIfPresent("signature", (name, value) -> value.toUpperCase(Locale.ROOT));
        assertThat(get(parameters).body()).isEqualTo("{\"code\":200,\"data\":[],\"info\":\"success\"}");
    }

    @Test
    void serverTimeNeedsNoSignature() throws IOException {
        assertThat(RawHttp.get(caller.url("getServerTime"), Map.of()).body())
                .isEqualTo("{\"code\":200,\"data\":{\"serverTime\":1562919832183},\"info\":\"success\"}");
    }

    @Test
    void missingKeyIsRejected() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        parameters.remove("accesskey");
        assertThat(get(parameters).body())
                .isEqualTo("{\"code\":307,\"info\":\"Please check whether the accesskey is valid\"}");
    }

    @Test
    void unknownKeyIsRejected() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        parameters.put("accesskey", "nobody");
        assertThat(get(parameters).body())
                .isEqualTo("{\"code\":307,\"info\":\"Please check whether the accesskey is valid\"}");
    }

    @Test
    void missingSignatureIsRejected() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        parameters.remove("signature");
        assertThat(get(parameters).body()).isEqualTo("{\"code\":308,\"info\":\"Signature verification failed\"}");
    }

    @Test
    void signatureOfOtherParametersIsRejected() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        parameters.put("pageSize", "20");
        assertThat(get(parameters).body()).isEqualTo("{\"code\":308,\"info\":\"Signature verification failed\"}");
        assertThat(venue.completedActions().count("listOpenOrders")).isZero();
    }

    @Test
    void signatureThatIsNotHexIsRejected() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        parameters.put("signature", "xyz");
        assertThat(get(parameters).body()).isEqualTo("{\"code\":308,\"info\":\"Signature verification failed\"}");
    }

    @Test
    void nonceThatIsNotATimeIsRejected() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        parameters.put("nonce", "1562919832");
        assertThat(get(parameters).body())
                .isEqualTo("{\"code\":400,\"info\":\"Bad request: the nonce is not a time in milliseconds\"}");
    }

    @Test
    void staleNonceIsRejected() throws IOException {
        Map<String, String> parameters = caller.signed(OPEN);
        clock.advance(Duration.ofSeconds(30));
        assertThat(get(parameters).body()).isEqualTo("{\"code\":200,\"data\":[],\"info\":\"success\"}");
        clock.advance(Duration.ofMillis(1));
        assertThat(get(parameters).body())
                .isEqualTo("{\"code\":308,\"info\":\"Signature verification failed: the nonce is too far from the"
                        + " server's time\"}");
    }

    @Test
    void jsonBodyIsRejected() throws IOException {
        assertThat(RawHttp.post(caller.url("order"), Map.of("Content-Type", "application/json"), "{}")
                        .body())
                .isEqualTo("{\"code\":400,\"info\":\"Bad request: send a form\"}");
    }

    @Test
    void parametersInTheQueryOfAPostAreRejected() throws IOException {
        String all = XtCaller.encode(caller.signed(OPEN));
        assertThat(RawHttp.post(caller.url("batchCancel") + "?market=btc_usdt", XtCaller.FORM, all)
                        .body())
                .isEqualTo("{\"code\":400,\"info\":\"Bad request: a POST has its parameters in the body only\"}");
    }

    @Test
    void unknownMethodIsRejected() throws IOException {
        Received response = caller.get("getHistorys", new HashMap<>(OPEN));
        assertThat(response.body()).isEqualTo("{\"code\":404,\"info\":\"No such method\"}");
        assertThat(response.status()).isEqualTo(404);
    }

    @Test
    void limitIsSharedBySignedMethodsAndItsRejectionDependsOnTheMethod() throws IOException {
        venue.enforceLimits(true);
        for (int i = 0; i < 10; i++) {
            assertThat(caller.get("getOpenOrders", OPEN).status()).isEqualTo(200);
        }
        Received query = caller.get("getOpenOrders", OPEN);
        Received placing = caller.post("order", OPEN);
        Received cancelling = caller.post("cancel", OPEN);

        assertThat(query.status()).isEqualTo(429);
        assertThat(query.body()).isEqualTo("{\"code\":404,\"info\":\"Too many requests\"}");
        assertThat(placing.body()).isEqualTo("{\"code\":106,\"info\":\"Orders are placed too frequently\"}");
        assertThat(cancelling.body()).isEqualTo("{\"code\":124,\"info\":\"Orders are cancelled too frequently\"}");
        assertThat(venue.requests().peak("cancelOrders")).isEqualTo(13);
    }

    private Received get(Map<String, String> parameters) throws IOException {
        return RawHttp.get(caller.url("getOpenOrders") + "?" + XtCaller.encode(parameters), Map.of());
    }
}
