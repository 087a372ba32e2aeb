package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.fixtures.NoDelayServerSocketFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.logging.HttpLoggingInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signed request is seen by the venue and by nobody else, with every venue's signer and every kind of key. */
final class HiddenSignaturesTest {
    private static final String API_KEY = "invented-key";
    private static final String PASSPHRASE = "invented-passphrase";

    private final MockWebServer server = new MockWebServer();
    private final Queue<String> signatures = new ConcurrentLinkedQueue<>();

    /**
     * One kind of key at one venue.
     *
     * @param secret the key as its owner writes it
     */
    record Signer(Venue venue, String kind, String secret) {
        private static Signer of(Case signing) {
            Map<String, @Nullable Object> key =
                    Json.map(Json.map(signing.data().get("credentials")).get("key"));
            String kind = key.keySet().iterator().next();
            return new Signer(signing.venue(), kind, kind.equals("hmac") ? "invented-secret" : Json.text(key, kind));
        }

        private VenueClient client(String baseUrl, OkHttpClient given) {
            SigningKey key = SigningCasesTest.key(Map.of(kind, secret));
            return venue.client()
                    .credentials(Credentials.of(API_KEY, PASSPHRASE, key))
                    .baseUrl(baseUrl)
                    .retryPolicy(RetryPolicy.none())
                    .httpClient(given)
                    .build();
        }

        @Override
        public String toString() {
            return venue.name() + " " + kind;
        }
    }

    /** The kinds of keys that the signing cases of each venue know. */
    static List<Signer> signers() {
        return Venue.all().stream()
                .flatMap(venue -> Case.all(venue, "signing").stream())
                .map(Signer::of)
                .collect(Collectors.toMap(Signer::toString, signer -> signer, (one, other) -> one, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    @BeforeEach
    void start() throws IOException {
        server.setServerSocketFactory(new NoDelayServerSocketFactory());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyKindOfKeyIsThere() {
        List<String> described = Venue.all().stream()
                .flatMap(venue -> Json.map(
                                Json.map(venue.spec().get("x-signature")).get("keys"))
                        .keySet()
                        .stream()
                        .sorted()
                        .map(kind -> venue.name() + " " + kind))
                .toList();

        assertThat(signers()).extracting(Signer::toString).isEqualTo(described);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void interceptorThatLogsEverythingFindsNoSignedRequest(Signer signer) {
        respond(request -> new MockResponse.Builder().code(400).body("{}").build());
        Queue<String> log = new ConcurrentLinkedQueue<>();
        OkHttpClient logging = new OkHttpClient.Builder()
                .addInterceptor(new HttpLoggingInterceptor(log::add).setLevel(HttpLoggingInterceptor.Level.BODY))
                .addInterceptor(chain -> {
                    var response = chain.proceed(chain.request());
                    log.add(response + " " + response.request() + " "
                            + response.request().headers() + " " + response.networkResponse() + response.cacheResponse()
                            + response.priorResponse());
                    return response;
                })
                .build();

        callAll(signer, logging);

        assertThat(signatures).hasSizeGreaterThan(4);
        assertThat(log).hasSizeGreaterThan(signatures.size());
        assertClean(signer, log);
    }

    @ParameterizedTest
    @MethodSource("signers")
    void exceptionsHideWhatTheVenueEchoes(Signer signer) {
        AtomicInteger requests = new AtomicInteger();
        respond(request -> switch (requests.getAndIncrement() % 3) {
            case 0 ->
                new MockResponse.Builder().code(400).body(echo(signer, request)).build();
            case 1 ->
                new MockResponse.Builder().body("<" + echo(signer, request)).build();
            default ->
                new MockResponse.Builder()
                        .body(echo(signer, request))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build();
        });

        List<Throwable> failures = callAll(signer, new OkHttpClient());

        assertThat(signatures).hasSizeGreaterThan(4);
        assertThat(failures).hasSize(requests.get());
        assertClean(
                signer,
                failures.stream().flatMap(e -> Reachable.texts(e).stream()).toList());
    }

    /** What the signed calls of all request cases end in. */
    private List<Throwable> callAll(Signer signer, OkHttpClient given) {
        try (VenueClient client = signer.client("http://127.0.0.1:" + server.getPort(), given)) {
            return Case.all(signer.venue(), "requests").stream()
                    .filter(test -> client.operations().find(test.operation()).signed())
                    .map(test -> client.operations().find(test.operation()).call(test.arguments()))
                    .map(call -> catchThrowable(call::execute))
                    .toList();
        }
    }

    private void respond(Function<RecordedRequest, MockResponse> responses) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                signatures.addAll(signatures(request));
                return responses.apply(request);
            }
        });
    }

    /** A private key never leaves the client, so nobody can echo it; a shared secret is known to the venue. */
    private static String echo(Signer signer, RecordedRequest request) {
        String echo = String.join(" and ", signatures(request)) + " of " + API_KEY + " and " + PASSPHRASE
                + (signer.kind().equals("hmac") ? " and " + signer.secret() : "");
        return "{\"rc\":1,\"mc\":\"%1$s\",\"ma\":[\"%1$s\"],\"code\":\"%1$s\",\"msg\":\"%1$s\",\"err-code\":\"%1$s\",\"err-msg\":\"%1$s\",\"message\":\"%1$s\"}"
                .formatted(echo);
    }

    /** The values whose names are those of signatures: in the headers, the query or the form. */
    private static List<String> signatures(RecordedRequest request) {
        List<String> found = new ArrayList<>();
        request.getHeaders().forEach(header -> add(found, header.getFirst(), header.getSecond()));
        addAll(found, request.getUrl());
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        if (!body.startsWith("{") && !body.startsWith("[")) {
            addAll(found, HttpUrl.get("http://form/?" + body));
        }
        return found;
    }

    private static void addAll(List<String> found, HttpUrl url) {
        for (String name : url.queryParameterNames()) {
            add(found, name, String.valueOf(url.queryParameter(name)));
        }
    }

    private static void add(List<String> found, String name, String value) {
        if (List.of("signature", "access-sign", "validate-signature").contains(name.toLowerCase(Locale.ROOT))) {
            found.add(value);
        }
    }

    private void assertClean(Signer signer, Collection<String> texts) {
        assertThat(String.join("\n", texts))
                .doesNotContain(API_KEY, PASSPHRASE, signer.secret())
                .doesNotContain(signatures);
    }
}
