package dev.openvenue.core;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.fixtures.NoDelayServerSocketFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.ByteString;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The invented venue as a server on this machine, with a clock that stands still and pauses that take no time. */
final class SampleVenue implements BeforeEachCallback, AfterEachCallback {
    static final String API_KEY = "invented-api-key";
    static final String PASSPHRASE = "invented-passphrase";
    static final String SECRET = "invented-secret";
    /**
     * How long a test waits for what should happen at once; only a failing test, or a very busy machine, takes that
     * long.
     */
    static final int PATIENCE_SECONDS = 20;

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    final MockWebServer server = new MockWebServer();
    final List<Duration> pauses = new ArrayList<>();
    Instant now = NOW;

    static Credentials credentials() {
        return Credentials.of(
                API_KEY, PASSPHRASE, SigningKey.inMemory(SigningKey.Algorithm.HMAC_SHA256, SampleVenue::hmac, SECRET));
    }

    static byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        start();
    }

    void start() throws IOException {
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** A client of this server with credentials; each pause lets the clock move on and is noted. */
    VenueClientBuilder<SampleClient> builder() {
        return SampleClient.builder()
                .baseUrl(url())
                .credentials(credentials())
                .clock(() -> now)
                .jitter(() -> 1)
                .sleeper((pause, state) -> {
                    pauses.add(pause);
                    now = now.plus(pause);
                });
    }

    SampleApi api() {
        return builder().build().api();
    }

    SampleVenue responds(String body) {
        return responds(200, body);
    }

    SampleVenue responds(int status, String body, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
        for (String header : headers) {
            response.addHeader(header);
        }
        server.enqueue(response.build());
        return this;
    }

    /** Reads the whole request, then closes the connection instead of responding. */
    SampleVenue dropsTheConnection() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        return this;
    }

    /** Reads the whole request and never responses. */
    SampleVenue staysSilent() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        return this;
    }

    /** Responds with the beginning of a body, then closes the connection. */
    SampleVenue cutsOff(String body) {
        server.enqueue(new MockResponse.Builder()
                .body(body)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        return this;
    }

    /** Responds with the beginning of a body, then falls silent. */
    SampleVenue stopsInTheMiddle(String body) {
        server.enqueue(new MockResponse.Builder()
                .body(body)
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build());
        return this;
    }

    /** The next request that arrived. */
    RecordedRequest request() {
        try {
            RecordedRequest request = server.takeRequest(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("No request arrived");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What a call ends in when waited for. */
    static <E extends VenueException> E failure(VenueCall<?> call, Class<E> type) {
        return type.cast(thrownBy(call::execute));
    }

    /** What a call ends in when not waited for. */
    static <E extends VenueException> E asyncFailure(VenueCall<?> call, Class<E> type) {
        return futureFailure(call.executeAsync(), type);
    }

    /** What a future ends in. */
    static <E extends VenueException> E futureFailure(CompletableFuture<?> future, Class<E> type) {
        return type.cast(requireNonNull(
                thrownBy(() -> future.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).getCause()));
    }

    private static Throwable thrownBy(ThrowingCallable action) {
        Throwable thrown = catchThrowable(action);
        if (thrown == null) {
            throw new AssertionError("The call succeeded");
        }
        return thrown;
    }

    /** The signature that a request should carry, computed from what arrived. */
    static String expectedSignature(RecordedRequest request) {
        ByteString body = request.getBody();
        String canonical = request.getHeaders().get("Sample-Time")
                + request.getMethod()
                + request.getTarget()
                + (body == null ? "" : body.utf8());
        return HexFormat.of().formatHex(hmac(canonical.getBytes(StandardCharsets.UTF_8)));
    }
}
