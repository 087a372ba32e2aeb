package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.MalformedResponseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ServerSocketFactory;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a server or a proxy sends beyond a response is never taken for the response to the next request. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StaleConnectionTest {
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HandshakeCertificates TRUST = new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();
    private static final CallOptions LONG = CallOptions.timeout(Duration.ofMinutes(5));

    /** How the connections are secured. */
    enum Security {
        PLAIN(null),
        TLS_1_2(TlsVersion.TLS_1_2),
        TLS_1_3(TlsVersion.TLS_1_3);

        private final @Nullable TlsVersion version;

        Security(@Nullable TlsVersion version) {
            this.version = version;
        }

        TalkativeServer server() throws IOException {
            return new TalkativeServer(
                    version == null
                            ? ServerSocketFactory.getDefault()
                            : TRUST.sslContext().getServerSocketFactory());
        }

        SampleClient client(TalkativeServer server) {
            VenueClientBuilder<SampleClient> builder = SampleClient.builder()
                    .credentials(SampleVenue.credentials())
                    .retryPolicy(RetryPolicy.none())
                    .baseUrl((version == null ? "http" : "https") + "://127.0.0.1:" + server.port());
            return version == null
                    ? builder.build()
                    : builder.httpClient(trusting(version)).build();
        }

        private static OkHttpClient trusting(TlsVersion version) {
            return new OkHttpClient.Builder()
                    .sslSocketFactory(TRUST.sslSocketFactory(), TRUST.trustManager())
                    .connectionSpecs(List.of(new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                            .tlsVersions(version)
                            .build()))
                    .build();
        }
    }

    @ParameterizedTest
    @EnumSource
    void responseThatWasReadBeforeTheRequestWasSentIsNotTaken(Security security) throws IOException {
        try (TalkativeServer server = security.server();
                SampleClient client = security.client(server)) {
            server.sends(placed(1) + placed(2)).sends(placed(3)).sends(placed(4));
            assertThat(place(client)).isEqualTo("1");

            MalformedResponseException e = failure(order(client), MalformedResponseException.class);

            assertThat(e)
                    .hasMessage("The response of Sample to placeOrder cannot be read: it came before the"
                            + " request was sent, so it belongs to another"
                            + " (outcome unknown: look the order up before retrying)");
            assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(e.status()).isEqualTo(200);
            assertThat(place(client)).isEqualTo("4");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void responseThatWasReadInPartBeforeTheRequestWasSentIsNotTaken(Security security) throws Exception {
        try (TalkativeServer server = security.server();
                SampleClient client = security.client(server)) {
            String second = placed(2);
            server.sends(placed(1) + second.substring(0, 60)).sends(second.substring(60));
            assertThat(place(client)).isEqualTo("1");

            MalformedResponseException e = failure(order(client), MalformedResponseException.class);

            assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionWithAnUnreadResponseIsReplacedBeforeAnythingIsSent(Security security) throws Exception {
        try (TalkativeServer server = security.server();
                SampleClient client = security.client(server)) {
            server.sends(placed(1), placed(2)).sends(placed(3));
            assertThat(place(client)).isEqualTo("1");
            server.goOn();

            assertThat(place(client)).isEqualTo("3");
            assertThat(server.requests()).isEqualTo(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionThatIsUsedAsItShouldBeIsKept(Security security) throws IOException {
        try (TalkativeServer server = security.server();
                SampleClient client = security.client(server)) {
            for (int i = 0; i < 2000; i++) {
                server.sends(placed(i));
                assertThat(place(client)).isEqualTo(Integer.toString(i));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    private static VenueCall<SampleApi.Order> order(SampleClient client) {
        return client.api().placeOrder(NewOrder.BUY).with(LONG);
    }

    private static @Nullable String place(SampleClient client) {
        return order(client).execute().orderId();
    }

    private static String placed(int orderId) {
        String body = "{\"code\":0,\"data\":{\"orderId\":\"%d\"}}".formatted(orderId);
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }
}
