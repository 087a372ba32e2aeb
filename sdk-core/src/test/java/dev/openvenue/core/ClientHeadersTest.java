package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.core.codegen.ClientHeader;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.core.signing.SigningKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HTTP;

/** What belongs to the client and not to a call: its headers, its receive window. And what is new on the wire. */
final class ClientHeadersTest {
    /** An invented venue whose envelope has no message. */
    @Envelope(verdict = "rc", success = "0", code = "mc", arguments = "ma", data = "result")
    public interface HeadersApi {
        /** A public call. */
        @OperationId("getTime")
        @GET("/time")
        VenueCall<String> getTime();

        /** A signed call with a body. */
        @OperationId("cancelOrders")
        @Signed
        @HTTP(method = "DELETE", path = "/orders", hasBody = true)
        VenueCall<Object> cancelOrders(@Body List<String> request);
    }

    private static final class HeadersClient extends VenueClient {
        private final HeadersApi api;

        HeadersClient(VenueRuntime runtime) {
            super(runtime);
            this.api = runtime.api(HeadersApi.class);
        }
    }

    private static final class Builder extends VenueClientBuilder<HeadersClient> {
        Builder() {
            super(DESCRIPTION, HeadersClient::new);
        }

        Builder demoTrading(boolean demoTrading) {
            header("demo", demoTrading ? "1" : null);
            return this;
        }

        Builder locale(String locale) {
            header("locale", choice("locale", locale, "en", "zh"));
            return this;
        }

        Builder receiveWindow(Duration receiveWindow) {
            header("window", window(receiveWindow, Duration.ofSeconds(60)));
            return this;
        }
    }

    private static final JsonAdapter.Factory NO_MODELS = (type, annotations, moshi) -> null;

    private static final VenueDescription DESCRIPTION = VenueDescription.builder("headers", "Headers")
            .baseUrl("https://headers.example")
            .signer((request, credentials, now) -> new SignedRequest(
                    request.newBuilder()
                            .header("sign", "over " + request.header("window"))
                            .build(),
                    ""))
            .errors(ErrorCatalogue.builder()
                    .codes("AUTH_103", "The signature is wrong")
                    .stated(ErrorKind.AUTHENTICATION, Effect.NONE, Remedy.NONE)
                    .codes("MODE_2", "The account was upgraded")
                    .see("headers-v2")
                    .stated(ErrorKind.PERMISSION, Effect.NONE, Remedy.NONE)
                    .build())
            .json(NO_MODELS)
            .apis(HeadersApi.class)
            .header(new ClientHeader("Content-Type", "application/json", false))
            .header(new ClientHeader("demo", null, true))
            .header(new ClientHeader("locale", "en", false))
            .header(new ClientHeader("window", "5000", true))
            .build();

    private final MockWebServer web = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aPublicRequestHasWhatEveryRequestHas() throws InterruptedException {
        RecordedRequest request = time(new Builder().demoTrading(true));

        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("locale")).isEqualTo("en");
        assertThat(request.getHeaders().get("demo")).isNull();
        assertThat(request.getHeaders().get("window")).isNull();
    }

    @Test
    void aDeleteWithABodyIsSentAndSignedWithItsHeaders() throws InterruptedException {
        RecordedRequest request = cancel(new Builder().demoTrading(true).receiveWindow(Duration.ofSeconds(2)));

        assertThat(request.getMethod()).isEqualTo("DELETE");
        assertThat(Objects.requireNonNull(request.getBody()).utf8()).isEqualTo("[\"1\",\"2\"]");
        assertThat(request.getHeaders().values("Content-Type")).containsExactly("application/json");
        assertThat(request.getHeaders().get("demo")).isEqualTo("1");
        assertThat(request.getHeaders().get("window")).isEqualTo("2000");
        assertThat(request.getHeaders().get("sign")).isEqualTo("over 2000");
    }

    @Test
    void whatIsNotSetIsAsTheSpecSays() throws InterruptedException {
        RecordedRequest request = cancel(new Builder().demoTrading(true).demoTrading(false));

        assertThat(request.getHeaders().get("demo")).isNull();
        assertThat(request.getHeaders().get("sign")).isEqualTo("over 5000");
    }

    @Test
    void whatTheVenueDoesNotTakeIsRejectedBeforeThereIsAClient() {
        assertThatThrownBy(() -> new Builder().locale("fr")).hasMessage("locale is fr; Headers knows en, zh");
        assertThatThrownBy(() -> new Builder().receiveWindow(Duration.ofSeconds(61)))
                .hasMessage("receiveWindow is 61 s; it must be from 1 ms to 60 s, the longest that Headers accepts");
        assertThatThrownBy(() -> new Builder().receiveWindow(Duration.ZERO))
                .hasMessage("receiveWindow is 0 s; it must be from 1 ms to 60 s, the longest that Headers accepts");
    }

    @Test
    void aRejectionWithoutAMessageIsExplainedByTheCatalogue() {
        assertThat(rejection("{\"rc\": 1, \"mc\": \"AUTH_103\", \"ma\": []}"))
                .isEqualTo("Headers rejected getTime: AUTH_103 The signature is wrong (authentication; no effect)");
    }

    @Test
    void aRejectionThatIsAboutAnotherApiNamesItsArtifact() {
        assertThat(rejection("{\"rc\": 1, \"mc\": \"MODE_2\"}"))
                .isEqualTo("Headers rejected getTime: MODE_2 The account was upgraded; its API is that of the artifact"
                        + " openvenue-headers-v2 (permission; no effect)");
    }

    @Test
    void aRejectionSaysWhatItsMessageIsAbout() {
        assertThat(rejection("{\"rc\": 1, \"mc\": \"AUTH_103\", \"ma\": [\"symbol\", 7, null, {}]}"))
                .isEqualTo(
                        "Headers rejected getTime: AUTH_103 The signature is wrong [symbol, 7] (authentication; no effect)");
        assertThat(rejection("{\"rc\": 1, \"mc\": \"NEW_1\", \"ma\": \"symbol\"}"))
                .startsWith("Headers rejected getTime: NEW_1 [symbol] (");
    }

    private @Nullable String rejection(String body) {
        web.enqueue(new MockResponse.Builder().body(body).build());
        try (HeadersClient client = client(new Builder())) {
            Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(
                    () -> client.api.getTime().execute());
            return Objects.requireNonNull(thrown).getMessage();
        }
    }

    private RecordedRequest time(Builder builder) throws InterruptedException {
        web.enqueue(new MockResponse.Builder().body("{\"rc\": 0}").build());
        try (HeadersClient client = client(builder)) {
            client.api.getTime().execute();
        }
        return web.takeRequest();
    }

    private RecordedRequest cancel(Builder builder) throws InterruptedException {
        web.enqueue(new MockResponse.Builder().body("{\"rc\": 0}").build());
        try (HeadersClient client = client(builder)) {
            client.api.cancelOrders(List.of("1", "2")).execute();
        }
        return web.takeRequest();
    }

    private HeadersClient client(Builder builder) {
        return builder.baseUrl(web.url("/"))
                .rateLimits(RateLimits.none())
                .credentials(Credentials.of("key", SigningKeys.hmacSha256("secret")))
                .build();
    }
}
