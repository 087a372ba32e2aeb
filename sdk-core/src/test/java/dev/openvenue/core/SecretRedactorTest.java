package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.core.signing.SigningKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys, passphrases, secrets and signatures appear in no exception, in no {@code toString} and in no log line. */
class SecretRedactorTest {
    private static final String SIGNATURE = "5ec2e7";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    private final Log log = new Log();

    @BeforeEach
    void listenToEverything() {
        log.root.addHandler(log);
        log.root.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        log.root.removeHandler(log);
        log.root.setLevel(Level.INFO);
    }

    @Test
    void failuresHoldNoSecret() {
        venue.dropsTheConnection()
                .responds(400, echo("2001"))
                .responds(200, echo("777"))
                .responds(400, echo("1001"))
                .responds(500, "")
                .responds("not json " + SampleVenue.API_KEY)
                .cutsOff("{\"code\":0,\"data\":{\"orderId\":\"1\"}}")
                .responds(307, "", "Location: http://elsewhere.example/?key=" + SampleVenue.API_KEY);
        SampleClient client = client(SampleVenue.credentials());
        List<String> texts = new ArrayList<>();
        texts.add(SampleVenue.credentials().toString());
        for (int i = 0; i < 7; i++) {
            texts.add(printed(catchThrowable(client.api().placeOrder(NewOrder.BUY)::execute)));
        }
        venue.server.close();
        texts.add(printed(catchThrowable(client.api().placeOrder(NewOrder.BUY)::execute)));

        RecordedRequest first = venue.request();
        assertThat(first.getTarget()).contains("Signature=" + SIGNATURE).contains(SampleVenue.API_KEY);
        assertThat(texts).hasSize(9).allSatisfy(SecretRedactorTest::assertClean);
        assertThat(texts.get(2))
                .contains("Sample rejected placeOrder: 2001 bad key *** with *** (insufficient funds; no effect)");
    }

    @Test
    void wordsOfTheVenueAreGivenWithoutTheSecretsThatTheyQuote() {
        venue.responds(400, echo("2001"));
        Throwable failure =
                catchThrowable(client(SampleVenue.credentials()).api().placeOrder(NewOrder.BUY)::execute);

        assertThat(((RejectedException) failure).venueMessage()).isEqualTo("bad key *** with ***");
    }

    @Test
    void signatureAndSecretThatTheVenueEchoesAreHidden() {
        venue.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String signature = Objects.requireNonNull(request.getUrl().queryParameter("Signature"));
                return new MockResponse.Builder()
                        .code(400)
                        .body("{\"code\":\"E-" + signature + "\",\"msg\":\"expected " + signature + " of "
                                + SampleVenue.SECRET + "\"}")
                        .build();
            }
        });

        RejectedException e = SampleVenue.failure(
                client(SampleVenue.credentials()).api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.code()).isEqualTo("E-***");
        assertThat(e.venueMessage()).isEqualTo("expected *** of ***");
        assertThat(e.body()).isEqualTo("{\"code\":\"E-***\",\"msg\":\"expected *** of ***\"}");
        assertThat(e.getMessage()).startsWith("Sample rejected placeOrder: E-*** expected *** of *** (");
        assertClean(printed(e));
    }

    @Test
    void interceptorGetsNoSignedRequest() {
        venue.responds("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");
        List<Response> seen = new ArrayList<>();
        OkHttpClient given = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    seen.add(response);
                    return response;
                })
                .build();

        client(SampleVenue.credentials(), given).api().placeOrder(NewOrder.BUY).execute();

        assertThat(seen).singleElement().satisfies(response -> {
            assertClean(response + " " + response.request() + " " + response.headers());
            assertThat(response.networkResponse()).isNull();
            assertThat(response.cacheResponse()).isNull();
            assertThat(response.priorResponse()).isNull();
        });
    }

    @Test
    void exceptionThatQuotesASecretAnywhereIsNoCause() {
        SigningKey quoting = SigningKey.of(SigningKey.Algorithm.HMAC_SHA256, message -> {
            IllegalStateException failure = new IllegalStateException("no luck");
            failure.addSuppressed(new IllegalStateException("with " + SampleVenue.PASSPHRASE));
            throw failure;
        });
        SampleClient client = client(Credentials.of(SampleVenue.API_KEY, SampleVenue.PASSPHRASE, quoting));

        Throwable e = catchThrowable(client.api().placeOrder(NewOrder.BUY)::execute);

        assertThat(e)
                .hasMessage("placeOrder could not be signed: no luck; nothing was sent")
                .hasNoCause();
    }

    @Test
    void logHoldsNoSecret() {
        venue.dropsTheConnection().responds(400, echo("2001"));
        SampleClient client = client(SampleVenue.credentials());

        assertThatThrownBy(client.api().placeOrder(NewOrder.BUY)::execute).isInstanceOf(TransportException.class);
        assertThatThrownBy(client.api().placeOrder(NewOrder.BUY).executeAsync()::join)
                .hasCauseInstanceOf(RejectedException.class);

        assertThat(log.lines()).isNotEmpty().allSatisfy(SecretRedactorTest::assertClean);
    }

    @Test
    void keyThatCannotSignIsNotQuoted() {
        SigningKey quoting = SigningKey.of(SigningKey.Algorithm.HMAC_SHA256, message -> {
            throw new IllegalArgumentException("Unexpected char in header: " + SampleVenue.PASSPHRASE);
        });
        SampleClient client = client(Credentials.of(SampleVenue.API_KEY, SampleVenue.PASSPHRASE, quoting));

        Throwable e = catchThrowable(client.api().placeOrder(NewOrder.BUY)::execute);

        assertThat(e)
                .hasMessage("placeOrder could not be signed: Unexpected char in header: ***; nothing was sent")
                .hasNoCause();
    }

    @Test
    void reasonWhyAKeyCannotSignIsKept() {
        IllegalArgumentException reason = new IllegalArgumentException("Sample signs with an HMAC_SHA256 key");
        SigningKey wrong = SigningKey.of(SigningKey.Algorithm.ED25519, message -> {
            throw reason;
        });

        Throwable e = catchThrowable(
                client(Credentials.of(SampleVenue.API_KEY, wrong)).api().placeOrder(NewOrder.BUY)::execute);

        assertThat(e)
                .isInstanceOf(NotSentException.class)
                .hasMessage("placeOrder could not be signed: Sample signs with an HMAC_SHA256 key; nothing was sent")
                .hasCause(reason);
    }

    @Test
    void credentialsThatCannotStandInAHeaderAreNotQuoted() {
        SigningKey key = SampleVenue.credentials().signingKey();

        assertThatThrownBy(() -> Credentials.of("key", "pässphrase", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The passphrase has a character outside printable ASCII; copy it again, it must fit into an HTTP header");
        assertThatThrownBy(() -> Credentials.of("ke\ny", key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The API key has a character outside printable ASCII; copy it again, it must fit into an HTTP header");
    }

    private SampleClient client(Credentials credentials) {
        return builder(credentials).build();
    }

    private SampleClient client(Credentials credentials, OkHttpClient given) {
        return builder(credentials).httpClient(given).build();
    }

    /** This venue's signature stands in the query, where it is most easily quoted. */
    private VenueClientBuilder<SampleClient> builder(Credentials credentials) {
        VenueDescription known = SampleClient.DESCRIPTION;
        VenueDescription signedInTheQuery = new VenueDescription(
                known.id(),
                known.id(),
                known.name(),
                known.baseUrl(),
                (request, theirs, now) -> {
                    HttpUrl url = request.url()
                            .newBuilder()
                            .addQueryParameter("Key", theirs.apiKey())
                            .addQueryParameter("Passphrase", theirs.passphrase().orElse(""))
                            .addQueryParameter(
                                    "Signature",
                                    SIGNATURE
                                            + HexFormat.of()
                                                    .formatHex(
                                                            theirs.signingKey().sign(new byte[0])))
                            .build();
                    Request signed = request.newBuilder().url(url).build();
                    return new SignedRequest(signed, "");
                },
                known.errors(),
                known.json(),
                known.apis(),
                known.serverTime(),
                List.of(),
                known.limits(),
                null,
                null,
                null);
        return VenueClientBuilder.of(signedInTheQuery, SampleClient::new)
                .baseUrl(venue.url())
                .credentials(credentials)
                .retryPolicy(RetryPolicy.none());
    }

    private static String echo(String code) {
        return "{\"code\":\"" + code + "\",\"msg\":\"bad key " + SampleVenue.API_KEY + " with " + SampleVenue.PASSPHRASE
                + "\"}";
    }

    private static String printed(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        return text.append(e.toString()).toString();
    }

    private static void assertClean(String text) {
        assertThat(text).doesNotContain(SampleVenue.API_KEY, SampleVenue.PASSPHRASE, SampleVenue.SECRET, SIGNATURE);
    }

    /** Keeps every log line but those of the server. */
    private static final class Log extends Handler {
        private final Logger root = Logger.getLogger("");
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        List<String> lines() {
            return List.copyOf(lines);
        }

        @Override
        public void publish(LogRecord line) {
            if (line.getLoggerName() == null || !line.getLoggerName().startsWith("mockwebserver3")) {
                lines.add(line.getLoggerName() + " " + line.getMessage() + " " + Arrays.toString(line.getParameters())
                        + " " + (line.getThrown() == null ? "" : printed(line.getThrown())));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
