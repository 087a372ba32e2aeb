package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.RawHttp.Received;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets in at the simulated Bitget, and what the others are told. */
final class BitgetVenueTest {
    private static final String PLACE = "/api/v2/spot/trade/place-order";
    private static final String OPEN = "/api/v2/spot/trade/unfilled-orders";
    private static final Instant NOW = Instant.ofEpochMilli(1_659_076_670_000L);

    private final TestClock clock = new TestClock(NOW);
    private final VenueSimulator venue = VenueSimulator.start("bitget", clock);
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    /** Secret, body and signature are a vector of the fact sheet, computed with OpenSSL, Python and Node. */
    @Test
    void signatureComputedElsewhereIsAccepted() throws IOException {
        Map<String, String> headers = Map.of(
                "ACCESS-KEY", BitgetCaller.API_KEY,
                "ACCESS-SIGN", "1f94gTkeevkGClUHTLg+3IPMXnMIptwHruwQmbvg/oo=",
                "ACCESS-TIMESTAMP", "1659076670000",
                "ACCESS-PASSPHRASE", BitgetCaller.PASSPHRASE,
                "Content-Type", "application/json");
        String body = "{\"symbol\": \"BTCUSDT\",\"side\": \"buy\",\"orderType\": \"limit\",\"force\":\"gtc\","
                + "\"price\":\"23222.5\",\"size\":\"1\",\"clientOid\":\"121211212122\"}";

        Received response = RawHttp.post(venue.baseUrl() + PLACE, headers, body);

        assertThat(response.body())
                .isEqualTo("{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1659076670000,"
                        + "\"data\":{\"orderId\":\"1223051794820370433\",\"clientOid\":\"121211212122\"}}");
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void signedQueryComputedElsewhereIsAccepted() throws IOException {
        Map<String, String> headers = new HashMap<>(caller.headers("GET", OPEN, ""));
        headers.put("ACCESS-SIGN", "IEg+aKYZ8fucLOEU6cuUc4S7LQx6SyXVbJBNlsGq2LM=");

        Received response = RawHttp.get(
                venue.baseUrl() + OPEN + "?endTime=1659076670000&limit=20&startTime=1659036670000&symbol=BTCUSDT",
                headers);

        assertThat(response.body())
                .isEqualTo("{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1659076670000,\"data\":[]}");
    }

    /** Signed by Python, Node and OpenSSL over the decoded query; the cases of the spec hold the same. */
    @ParameterizedTest
    @CsvSource({
        "orderInfo?clientOid=a%3Ab,                              kiT9iODhyeiW5nTvCsjQcDKEezZERq+wzEAtd9Vpjpk=",
        "orderInfo?clientOid=of%202&symbol=BTCUSDT,              oG2XVRkotkamIaNN0QB92BPyf8FRdY4Bi7yM58XNQ1I=",
        "orderInfo?clientOid=a%2Bb%23c,                          eqc4IIBi85E8M3PSGB0+BAsy/V9AZMQUFpnSxaQIkY8=",
        "unfilled-orders?limit=20&symbol=%E9%BE%99%E8%99%BEUSDT, H2N99buxR0aErFbbKl9SK6B5y6yCmqMm36muR27lTbI="
    })
    void queryIsVerifiedAsDecodedText(String query, String signature) throws IOException {
        venue.orders().place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "a:b");
        venue.orders().place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "of 2");
        venue.orders().place("BTCUSDT", Side.BUY, BigDecimal.ONE, BigDecimal.ONE, "a+b#c");
        Map<String, String> headers = new HashMap<>(caller.headers("GET", OPEN, ""));
        headers.put("ACCESS-SIGN", signature);

        Received response = RawHttp.get(venue.baseUrl() + "/api/v2/spot/trade/" + query, headers);

        assertThat(response.body()).startsWith("{\"code\":\"00000\"");
    }

    @Test
    void queryThatWasSignedEncodedIsRejected() throws IOException {
        String path = "/api/v2/spot/trade/orderInfo?clientOid=a%3Ab";
        assertThat(caller.get(path).body()).isEqualTo(rejection(NOW, "40009", "sign signature error"));
    }

    @Test
    void rsaSignatureIsAccepted() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        venue.register(AccountKey.publicKey("rsa-key", keys.getPublic()).withPassphrase(BitgetCaller.PASSPHRASE));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update((NOW.toEpochMilli() + "GET" + OPEN).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Map<String, String> headers = new HashMap<>(caller.headers("GET", OPEN, ""));
        headers.put("ACCESS-KEY", "rsa-key");
        headers.put("ACCESS-SIGN", Base64.getEncoder().encodeToString(signature.sign()));

        assertThat(RawHttp.get(venue.baseUrl() + OPEN, headers).status()).isEqualTo(200);
    }

    @Test
    void publicCallNeedsNoSignature() throws IOException {
        Received response = RawHttp.get(venue.baseUrl() + "/api/v2/public/time", Map.of());

        assertThat(response.body())
                .isEqualTo("{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1659076670000,"
                        + "\"data\":{\"serverTime\":\"1659076670000\"}}");
    }

    @Test
    void missingKeyIsRejected() throws IOException {
        assertRejected(without("ACCESS-KEY"), "40006", "Invalid ACCESS_KEY");
    }

    @Test
    void unknownKeyIsRejectedBeforeTheSignatureIsVerified() throws IOException {
        Map<String, String> headers = with("ACCESS-KEY", "nobody");
        headers.put("ACCESS-SIGN", "nonsense");
        assertRejected(headers, "40037", "Apikey does not exist");
    }

    @Test
    void missingSignatureIsRejected() throws IOException {
        assertRejected(without("ACCESS-SIGN"), "40002", "ACCESS_SIGN cannot be empty");
    }

    @Test
    void missingTimestampIsRejected() throws IOException {
        assertRejected(without("ACCESS-TIMESTAMP"), "40003", "ACCESS_TIMESTAMP cannot be empty");
    }

    @Test
    void malformedTimestampIsRejected() throws IOException {
        assertRejected(with("ACCESS-TIMESTAMP", "1659076670"), "40005", "Invalid ACCESS_TIMESTAMP");
    }

    @Test
    void missingPassphraseIsRejected() throws IOException {
        assertRejected(without("ACCESS-PASSPHRASE"), "40011", "ACCESS_PASSPHRASE cannot be empty");
    }

    @Test
    void wrongPassphraseIsRejected() throws IOException {
        assertRejected(with("ACCESS-PASSPHRASE", "otherpass"), "40012", "apikey/password is incorrect");
    }

    @Test
    void wrongSignatureIsRejected() throws IOException {
        String other = Hmac.base64("another-secret", "1659076670000GET" + OPEN);
        assertRejected(with("ACCESS-SIGN", other), "40009", "sign signature error");
    }

    @Test
    void signatureThatIsNotBase64IsRejected() throws IOException {
        assertRejected(with("ACCESS-SIGN", "?"), "40009", "sign signature error");
    }

    @Test
    void signatureOfAnotherBodyIsRejected() throws IOException {
        Received response = RawHttp.post(venue.baseUrl() + PLACE, caller.headers("POST", PLACE, "{}"), "{ }");
        assertThat(response.body()).isEqualTo(rejection(NOW, "40009", "sign signature error"));
    }

    @Test
    void timestampOnTheEdgeOfTheWindowIsAccepted() throws IOException {
        Map<String, String> headers = caller.headers("GET", OPEN, "");
        clock.advance(Duration.ofSeconds(30));
        assertThat(RawHttp.get(venue.baseUrl() + OPEN, headers).status()).isEqualTo(200);
    }

    @Test
    void timestampOutsideTheWindowIsRejected() throws IOException {
        Map<String, String> headers = caller.headers("GET", OPEN, "");
        clock.advance(Duration.ofMillis(30_001));
        assertThat(RawHttp.get(venue.baseUrl() + OPEN, headers).body())
                .isEqualTo(rejection(clock.instant(), "40008", "Request timestamp expired"));
    }

    @Test
    void skewedVenueRejectsTheTimeOfTheSystem() throws IOException {
        venue.skewClock(Duration.ofMinutes(-5));
        Map<String, String> headers = BitgetCaller.headers(NOW, "GET", OPEN, "");
        assertThat(RawHttp.get(venue.baseUrl() + OPEN, headers).body())
                .isEqualTo(rejection(NOW.minusSeconds(300), "40008", "Request timestamp expired"));
    }

    @Test
    void requestOutsideTheCallersOwnWindowIsRejected() throws IOException {
        String path = OPEN + "?receiveWindow=5000";
        Map<String, String> headers = caller.headers("GET", path, "");
        clock.advance(Duration.ofMillis(5001));
        assertThat(RawHttp.get(venue.baseUrl() + path, headers).body())
                .isEqualTo(rejection(clock.instant(), "40078", "The request timestamp is outside the receiveWindow"));
    }

    @Test
    void receiveWindowOfAMinuteIsRejected() throws IOException {
        assertThat(caller.get(OPEN + "?receiveWindow=60000").body())
                .isEqualTo(rejection(NOW, "40079", "The receiveWindow must be less than 60s"));
    }

    @Test
    void postWithoutJsonContentTypeIsRejected() throws IOException {
        Map<String, String> headers = new HashMap<>(caller.headers("POST", PLACE, "{}"));
        headers.put("Content-Type", "text/plain");
        assertThat(RawHttp.post(venue.baseUrl() + PLACE, headers, "{}").body())
                .isEqualTo(rejection(NOW, "40007", "Invalid Content_Type"));
    }

    @Test
    void unknownPathIsRejected() throws IOException {
        Received response = caller.get("/api/v1/spot/orders");
        assertThat(response.body()).isEqualTo(rejection(NOW, "40404", "Request URL NOT FOUND"));
        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void documentedOperationThatIsNotSimulatedIsNamed() throws IOException {
        Received response = caller.get("/api/v2/spot/market/candles");
        assertThat(response.body())
                .isEqualTo(rejection(NOW, "40404", "The operation listCandles is documented, but not simulated"));
        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void wrongMethodIsAnUnknownPath() throws IOException {
        assertThat(caller.get(PLACE).body()).isEqualTo(rejection(NOW, "40404", "Request URL NOT FOUND"));
    }

    private void assertRejected(Map<String, String> headers, String code, String message) throws IOException {
        Received response = RawHttp.get(venue.baseUrl() + OPEN, headers);
        assertThat(response.body()).isEqualTo(rejection(NOW, code, message));
        assertThat(response.status()).isEqualTo(400);
        assertThat(venue.completedActions().count("listOpenOrders")).isZero();
    }

    private Map<String, String> without(String header) {
        Map<String, String> headers = new HashMap<>(caller.headers("GET", OPEN, ""));
        headers.remove(header);
        return headers;
    }

    private Map<String, String> with(String header, String value) {
        Map<String, String> headers = new HashMap<>(caller.headers("GET", OPEN, ""));
        headers.put(header, value);
        return headers;
    }

    private static String rejection(Instant at, String code, String message) {
        return "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"requestTime\":" + at.toEpochMilli()
                + ",\"data\":null}";
    }
}
