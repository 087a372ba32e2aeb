package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.RawHttp.Received;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets in at the simulated HTX, and what the others are told. */
final class HtxVenueTest {
    private static final String ACCOUNTS = "/v1/account/accounts";
    private static final String ONE_ACCOUNT = "{\"status\":\"ok\",\"data\":[{\"id\":10000001,\"type\":\"spot\","
            + "\"subtype\":\"\",\"state\":\"working\"}]}";
    private static final String NOT_VERIFIED =
            rejection("api-signature-not-valid", "Signature not valid: Verification failure [校验失败]");
    private static final String WRONG_TIME = rejection(
            "api-signature-not-valid",
            "Signature not valid: Invalid submission time or incorrect time format [无效的提交时间，或时间格式错误]");

    private final TestClock clock = new TestClock(Instant.parse("2019-11-21T10:00:00Z"));
    private final VenueSimulator venue = VenueSimulator.start("htx", clock);
    private final HtxCaller caller = new HtxCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    /** Key, time and signature are those of a unit test of the venue's own Go SDK; hence its host. */
    @Test
    void signatureOfTheVenuesOwnSdkIsAccepted() throws IOException {
        Received response = RawHttp.get(
                venue.baseUrl() + ACCOUNTS + "?AccessKeyId=access&SignatureMethod=HmacSHA256&SignatureVersion=2"
                        + "&Timestamp=2019-11-21T10%3A00%3A00&Signature=rWnLcMt3XBAsmXoNHtTQVpvMbH%2FcE1PXFwQAGeYwt3s%3D",
                Map.of("Host", "api.huobi.pro"));
        assertThat(response.body()).isEqualTo(ONE_ACCOUNT);
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void signatureOfTheHostWithItsPortIsAccepted() throws IOException {
        assertThat(caller.get(ACCOUNTS, Map.of()).body()).isEqualTo(ONE_ACCOUNT);
    }

    @Test
    void signatureOfTheHostWithoutItsPortIsAccepted() throws IOException {
        String url = caller.url(
                "GET",
                ACCOUNTS,
                Map.of(),
                text -> Hmac.base64(HtxCaller.SECRET, text.replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1")));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(ONE_ACCOUNT);
    }

    @Test
    void signatureOfAnotherHostIsRejected() throws IOException {
        String url = caller.url(
                "GET",
                ACCOUNTS,
                Map.of(),
                text -> Hmac.base64(HtxCaller.SECRET, text.replaceFirst("127\\.0\\.0\\.1:\\d+", "api.huobi.pro")));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void ed25519SignatureIsAccepted() throws IOException, GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        venue.register(AccountKey.publicKey("ed-key", keys.getPublic()));
        Map<String, String> parameters = Map.of("AccessKeyId", "ed-key", "SignatureMethod", "Ed25519");
        String url = caller.url("GET", ACCOUNTS, parameters, text -> ed25519(keys, text));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(ONE_ACCOUNT);
    }

    @Test
    void methodThatIsNotTheKeysIsRejected() throws IOException {
        String url = caller.url("GET", ACCOUNTS, Map.of("SignatureMethod", "Ed25519"));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void wrongSignatureIsRejected() throws IOException {
        String url = caller.url("GET", ACCOUNTS, Map.of(), text -> Hmac.base64("another", text));
        Received response = RawHttp.get(url, Map.of());
        assertThat(response.body()).isEqualTo(NOT_VERIFIED);
        assertThat(response.status()).isEqualTo(200);
        assertThat(venue.completedActions().count("listAccounts")).isZero();
    }

    /** A plus sign that is not percent-encoded reads as a space. */
    @Test
    void signatureThatIsNotPercentEncodedIsRejected() throws IOException {
        String url = caller.url("GET", ACCOUNTS, Map.of(), text -> "AAA+AAAA");
        assertThat(RawHttp.get(url.replace("%2B", "+"), Map.of()).body()).isEqualTo(NOT_VERIFIED);
    }

    @Test
    void unknownKeyIsRejected() throws IOException {
        String url = caller.url("GET", ACCOUNTS, Map.of("AccessKeyId", "nobody"));
        assertThat(RawHttp.get(url, Map.of()).body())
                .isEqualTo(rejection(
                        "api-signature-not-valid", "Signature not valid: Incorrect Access key [Access key错误]"));
    }

    @Test
    void documentedOperationThatIsNotSimulatedIsNamed() throws IOException {
        Received response = caller.get("/v1/account/history", Map.of());
        assertThat(response.body())
                .contains("\"err-msg\":\"The operation listBalanceChanges is documented, but not simulated\"");
        assertThat(response.status()).isEqualTo(405);
    }

    @Test
    void missingSignatureIsRejected() throws IOException {
        assertThat(RawHttp.get(venue.baseUrl() + ACCOUNTS + "?AccessKeyId=access", Map.of())
                        .body())
                .isEqualTo(rejection("login-required", "Login is required: AccessKeyId or Signature is missing"));
    }

    @Test
    void staleTimestampIsRejected() throws IOException {
        String url = caller.url("GET", ACCOUNTS, Map.of());
        clock.advance(Duration.ofMinutes(1));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(ONE_ACCOUNT);
        clock.advance(Duration.ofSeconds(1));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(WRONG_TIME);
    }

    @Test
    void timestampWithAZoneIsRejected() throws IOException {
        String url = caller.url("GET", ACCOUNTS, Map.of("Timestamp", "2019-11-21T10:00:00Z"));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(WRONG_TIME);
    }

    @Test
    void timestampThatIsNotADateIsRejected() throws IOException {
        String url = caller.url("GET", ACCOUNTS, Map.of("Timestamp", "2019-13-21T10:00:00"));
        assertThat(RawHttp.get(url, Map.of()).body()).isEqualTo(WRONG_TIME);
    }

    @Test
    void clockNeedsNoSignature() throws IOException {
        assertThat(RawHttp.get(venue.baseUrl() + "/v1/common/timestamp", Map.of())
                        .body())
                .isEqualTo("{\"status\":\"ok\",\"data\":1574330400000}");
    }

    @Test
    void postWithoutJsonContentTypeIsRejected() throws IOException {
        String url = caller.url("POST", "/v1/order/orders/place", Map.of());
        assertThat(RawHttp.post(url, Map.of("Content-Type", "text/plain"), "{}").body())
                .isEqualTo(rejection("gateway-internal-error", "Internal gateway error, please try again later"));
    }

    @Test
    void bodyThatIsNotJsonIsRejected() throws IOException {
        assertThat(caller.post("/v1/order/orders/place", "{").body())
                .isEqualTo(rejection("gateway-internal-error", "Internal gateway error, please try again later"));
    }

    @Test
    void unknownPathIsRejected() throws IOException {
        Received response = caller.get("/v1/Account/accounts", Map.of());
        assertThat(response.body()).isEqualTo(rejection("method-not-allowed", "Method not allowed"));
        assertThat(response.status()).isEqualTo(405);
    }

    /** OkHttp sends no such request, but a bot in another language may. */
    @Test
    void getWithBodyIsForbidden() throws IOException {
        URI address = URI.create(venue.baseUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            String head = "GET /v1/common/timestamp HTTP/1.1\r\nHost: localhost\r\n";
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            String first = "\"data\":1574330400000}";
            assertThat(readUntil(first, socket.getInputStream())).startsWith("HTTP/1.1 200 OK");

            socket.getOutputStream().write((head + "Content-Length: 2\r\n\r\n{}").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403 ")
                    .endsWith(rejection("403", "Forbidden: a GET has no body"));
        }
    }

    @Test
    void headersReportWhatIsLeftOfTheLimit() throws IOException {
        Received response = caller.get(ACCOUNTS, Map.of());
        assertThat(response.headers().get("X-HB-RateLimit-Requests-Remain")).isEqualTo("99");
        assertThat(response.headers().get("X-HB-RateLimit-Requests-Expire")).isEqualTo("1574330402000");
    }

    @Test
    void requestBeyondTheLimitIsRejected() throws IOException {
        venue.enforceLimits(true);
        for (int i = 0; i < 50; i++) {
            assertThat(caller.get("/v1/order/openOrders", Map.of()).status()).isEqualTo(200);
        }
        Received response = caller.get("/v1/order/openOrders", Map.of());
        assertThat(response.status()).isEqualTo(429);
        assertThat(response.body())
                .isEqualTo(rejection("base-request-exceed-frequency-limit", "Request exceeds the frequency limit"));
    }

    private static String readUntil(String end, InputStream stream) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = stream.read();
            if (next < 0) {
                throw new EOFException("Only this came: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private static String ed25519(KeyPair keys, String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rejection(String code, String message) {
        return "{\"status\":\"error\",\"err-code\":\"" + code + "\",\"err-msg\":\"" + message + "\",\"data\":null}";
    }
}
