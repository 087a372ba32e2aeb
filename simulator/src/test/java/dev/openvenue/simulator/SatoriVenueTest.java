package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.RawHttp.Received;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

/** Who gets in at the simulated Satori, and what the others are told. */
final class SatoriVenueTest {
    private static final String BATCH_CANCEL = "/api/third/order/batchCancelEntrust";
    private static final String PARAMETERS = "entrustIds=180554928,180554929,180554930&timestamp=1725865024825";
    private static final String DOCUMENTED_KEY = "st_fq6cvRF4fr5tnKiZfrIntRnLfrwxcXjcfr1y8FR7";
    private static final String DOCUMENTED_SIGNATURE =
            "0xb431bdc9b2bdd65c37b2eb2dcb337f7f31118933e8a4bdf0dd85825163c98cb36e3eb0fb180fc671388e7225617f1f45b32a7717"
                    + "e12a40fa2c9f3f3893e75a351c";
    private static final String NOT_VERIFIED =
            "{\"error\":true,\"code\":401,\"msg\":\"Signature verification failed\",\"data\":null,\"sid\":\"1809700644270899201\"}";

    private final TestClock clock = new TestClock(Instant.ofEpochMilli(1_725_865_024_825L));
    private final VenueSimulator venue = VenueSimulator.start("satori", clock);

    SatoriVenueTest() {
        venue.register(AccountKey.address(DOCUMENTED_KEY, "0x134eF0CfABEBF9c70eAE631254a6b4736f9b8508"));
        for (int i = 0; i < 3; i++) {
            venue.orders().place("ETH-USD", Side.BUY, BigDecimal.TEN, BigDecimal.ONE, "a-" + i);
        }
    }

    @AfterEach
    void close() {
        venue.close();
    }

    /** Key, parameters, signature and address all stand in the venue's documents. */
    @Test
    void documentedSignatureOfTheDocumentedWalletIsAccepted() throws IOException {
        Received response = send(PARAMETERS, documentedHeaders());

        assertThat(response.body())
                .isEqualTo("{\"error\":false,\"code\":200,\"msg\":\"SUCCESS\",\"data\":true,"
                        + "\"sid\":\"1809700644270899201\"}");
        assertThat(response.status()).isEqualTo(200);
        assertThat(venue.completedActions().cancelledOrderIds()).containsExactly("180554928", "180554929", "180554930");
    }

    @Test
    void commasMayTravelEncodedIfTheyAreSignedRaw() throws IOException {
        assertThat(send(PARAMETERS.replace(",", "%2C"), documentedHeaders()).status())
                .isEqualTo(200);
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void signatureOfAnotherOrderOfParametersIsRejected() throws IOException {
        Received response =
                send("timestamp=1725865024825&entrustIds=180554928,180554929,180554930", documentedHeaders());
        assertThat(response.body()).isEqualTo(NOT_VERIFIED);
        assertThat(response.status()).isEqualTo(401);
        assertThat(venue.orders().open()).hasSize(3);
    }

    @Test
    void walletThatIsNotRegisteredIsRejected() throws IOException {
        venue.register(AccountKey.address(DOCUMENTED_KEY, "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F"));
        assertThat(send(PARAMETERS, documentedHeaders()).body()).isEqualTo(NOT_VERIFIED);
    }

    /** From the vectors that the fact sheet computed with Python for a throw-away key. */
    @Test
    void signatureOfTheThrowAwayWalletIsAccepted() throws IOException {
        venue.register(AccountKey.address("st_throwaway", "0x9d8A62f656a8d1615C1294fd71e9CFb3E4855A4F"));
        Map<String, String> headers = documentedHeaders();
        headers.put("APIKEY", "st_throwaway");
        headers.put(
                "signature",
                "0x71ec3a6d93b50d50a959e8dfd29653c1e71be56d81258376c24a585503d771eb4c4fc08b4b875e6fca8691373f6109e08228c8"
                        + "a3a205bee62b9ea6ede542247b1b");
        assertThat(send(PARAMETERS, headers).status()).isEqualTo(200);
    }

    @Test
    void hmacComputedElsewhereIsAccepted() throws IOException {
        assertThat(send(PARAMETERS, hmacHeaders()).status()).isEqualTo(200);
    }

    @Test
    void missingSignTypeMeansHmac() throws IOException {
        Map<String, String> headers = hmacHeaders();
        headers.remove("X-SAPI-SIGN-TYPE");
        assertThat(send(PARAMETERS, headers).status()).isEqualTo(200);
    }

    @Test
    void signTypeThatIsNotTheKeysIsRejected() throws IOException {
        Map<String, String> headers = documentedHeaders();
        headers.put("X-SAPI-SIGN-TYPE", "1");
        assertThat(send(PARAMETERS, headers).body()).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void ed25519SignatureIsAccepted() throws IOException, GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        venue.register(AccountKey.publicKey("st_ed", keys.getPublic()));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(PARAMETERS.getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = documentedHeaders();
        headers.put("APIKEY", "st_ed");
        headers.put("X-SAPI-SIGN-TYPE", "3");
        headers.put("signature", Base64.getEncoder().encodeToString(signature.sign()));
        assertThat(send(PARAMETERS, headers).status()).isEqualTo(200);
    }

    @Test
    void unknownKeyIsRejected() throws IOException {
        Map<String, String> headers = documentedHeaders();
        headers.put("APIKEY", "st_nobody");
        assertThat(send(PARAMETERS, headers).body())
                .isEqualTo("{\"error\":true,\"code\":401,\"msg\":\"APIKEY does not exist\",\"data\":null,"
                        + "\"sid\":\"1809700644270899201\"}");
    }

    @Test
    void missingSignatureIsRejected() throws IOException {
        Map<String, String> headers = documentedHeaders();
        headers.remove("signature");
        assertThat(send(PARAMETERS, headers).body()).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void signatureWithoutItsPrefixIsRejected() throws IOException {
        Map<String, String> headers = documentedHeaders();
        headers.put("signature", DOCUMENTED_SIGNATURE.substring(2));
        assertThat(send(PARAMETERS, headers).body()).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void signatureThatIsNotAPointIsRejected() throws IOException {
        Map<String, String> headers = documentedHeaders();
        headers.put("signature", "0x" + "f".repeat(128) + "1b");
        assertThat(send(PARAMETERS, headers).body()).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void staleTimestampIsIllegal() throws IOException {
        clock.advance(Duration.ofMillis(20_001));
        assertThat(send(PARAMETERS, documentedHeaders()).body())
                .startsWith(
                        "{\"error\":true,\"code\":2001,\"msg\":\"Illegal parameter:timestamp\",\"data\":null,\"sid\":\"");
        assertThat(venue.orders().open()).hasSize(3);
    }

    @Test
    void timestampOnTheEdgeOfTheWindowIsAccepted() throws IOException {
        clock.advance(Duration.ofSeconds(20));
        assertThat(send(PARAMETERS, documentedHeaders()).status()).isEqualTo(200);
        assertThat(venue.orders().open()).isEmpty();
    }

    @Test
    void unknownPathIsRejected() throws IOException {
        Received response = RawHttp.get(venue.baseUrl() + "/api/third/info/candles", Map.of());
        assertThat(response.body())
                .isEqualTo("{\"error\":true,\"code\":404,\"msg\":\"Not Found\",\"data\":null,"
                        + "\"sid\":\"1809700644270899201\"}");
        assertThat(response.status()).isEqualTo(404);
    }

    @Test
    void rateLimitHasTheDocumentedCode() throws IOException {
        venue.faults().on("cancelOrders").next(Fault.rateLimited(null));
        Received response = send(PARAMETERS, documentedHeaders());
        assertThat(response.body())
                .isEqualTo(
                        "{\"error\":true,\"code\":2008,\"msg\":\"Frequent requests:batchCancelEntrust\",\"data\":null,"
                                + "\"sid\":\"1809700644270899201\"}");
        assertThat(response.status()).isEqualTo(429);
    }

    private Received send(String parameters, Map<String, String> headers) throws IOException {
        return RawHttp.post(venue.baseUrl() + BATCH_CANCEL + "?" + parameters, headers, "");
    }

    private static Map<String, String> documentedHeaders() {
        return new HashMap<>(Map.of(
                "APIKEY",
                DOCUMENTED_KEY,
                "X-SAPI-SIGN-TYPE",
                "2",
                "signature",
                DOCUMENTED_SIGNATURE,
                "Content-Type",
                "text/plain"));
    }

    /** Also from the vectors of the fact sheet. */
    private Map<String, String> hmacHeaders() {
        venue.register(AccountKey.hmac("st_hmac", "example-secret"));
        Map<String, String> headers = documentedHeaders();
        headers.put("APIKEY", "st_hmac");
        headers.put("X-SAPI-SIGN-TYPE", "1");
        headers.put("signature", "97c27a3e8cab568655365a07d3499f28b2173cc7c364628dabbb175ba5f04806");
        return headers;
    }
}
