package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.openvenue.core.MalformedResponseException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.logging.HttpLoggingInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signed request is seen by the venue and by nobody else, with every venue's signer. */
final class HiddenSignaturesTest {
    private static final List<String> SECRETS = List.of("invented-key", "invented-passphrase", "invented-secret");

    private final MockWebServer server = new MockWebServer();
    private final Queue<String> signatures = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static List<Venue> venues() {
        return Venue.all();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void interceptorThatLogsEverythingFindsNoSignedRequest(Venue venue) {
        answer(request -> "{}");
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

        try (VenueClient client = client(venue, logging)) {
            signedCalls(venue, client).forEach(call -> {
                var unused = catchThrowable(call::execute);
            });
        }

        assertThat(signatures).hasSizeGreaterThan(4);
        assertThat(log).hasSizeGreaterThan(signatures.size()).allSatisfy(this::assertClean);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void exceptionsHideWhatTheVenueEchoes(Venue venue) {
        answer(request -> "{\"code\":\"" + echo(request) + "\",\"msg\":\"" + echo(request) + "\",\"err-code\":\""
                + echo(request) + "\",\"err-msg\":\"" + echo(request) + "\",\"message\":\"" + echo(request) + "\"}");
        List<String> texts = new ArrayList<>();

        try (VenueClient client = client(venue, new OkHttpClient())) {
            signedCalls(venue, client).forEach(call -> texts.addAll(texts(catchThrowable(call::execute))));
        }

        assertThat(signatures).hasSizeGreaterThan(4);
        assertThat(texts).hasSizeGreaterThan(signatures.size()).allSatisfy(this::assertClean);
    }

    private VenueClient client(Venue venue, OkHttpClient given) {
        return venue.signedClient()
                .baseUrl("http://127.0.0.1:" + server.getPort())
                .retryPolicy(RetryPolicy.none())
                .httpClient(given)
                .build();
    }

    private static Stream<VenueCall<Object>> signedCalls(Venue venue, VenueClient client) {
        return Case.all(venue, "requests").stream()
                .filter(test -> client.operations().find(test.operation()).signed())
                .map(test -> client.operations()
                        .find(test.operation())
                        .call(Json.map(test.data().get("arguments"))));
    }

    private void answer(java.util.function.Function<RecordedRequest, String> body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                signatures.addAll(signatures(request));
                return new MockResponse.Builder()
                        .code(400)
                        .body(body.apply(request))
                        .build();
            }
        });
    }

    private static String echo(RecordedRequest request) {
        return String.join(" and ", signatures(request)) + " of " + String.join(" and ", SECRETS);
    }

    /** What stands under a name that signatures have: in the headers, the query or the form. */
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
        if (List.of("signature", "access-sign").contains(name.toLowerCase(java.util.Locale.ROOT))) {
            found.add(value);
        }
    }

    private static List<String> texts(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        List<String> texts = new ArrayList<>(List.of(trace.toString(), e.toString()));
        if (e instanceof RejectedException refusal) {
            texts.addAll(List.of(refusal.code(), refusal.venueMessage(), refusal.body()));
        }
        if (e instanceof MalformedResponseException malformed) {
            texts.add(malformed.body());
        }
        return texts;
    }

    private void assertClean(String text) {
        assertThat(text).doesNotContain(SECRETS).doesNotContain(signatures);
    }
}
