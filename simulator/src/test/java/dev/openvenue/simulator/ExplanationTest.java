package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.Rejected.Stage;
import dev.openvenue.simulator.explain.Explanation;
import dev.openvenue.simulator.explain.Explanation.Grade;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explanations beside the tables: faults, limits, accounts, and what hostile requests can do to them: nothing. */
final class ExplanationTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final String OPEN = "/api/v2/spot/trade/unfilled-orders";
    private static final String PLACE = "/api/v2/spot/trade/place-order";
    private static final String TIME = "/api/v2/public/time";

    private final VenueSimulator venue = VenueSimulator.start("bitget", new TestClock(NOW));
    private final BitgetCaller caller = new BitgetCaller(venue);

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    void responseIsTheVenuesOwnButForOneHeader() throws IOException {
        WireHttp.Response response = WireHttp.send(venue, "GET " + OPEN, wrong(), new byte[0]);

        assertThat(response.explanation()).isOne();
        assertThat(response.headWithoutExplanation().split("\r\n"))
                .containsExactly(
                        "HTTP/1.1 400 Bad Request",
                        "Content-Type: application/json;charset=UTF-8",
                        "Content-Length: 85");
        assertThat(response.body())
                .isEqualTo("{\"code\":\"40009\",\"msg\":\"sign signature error\",\"requestTime\":1700000000000,"
                        + "\"data\":null}");
    }

    @Test
    void correctRequestHasNoExplanation() throws IOException {
        WireHttp.Response response =
                WireHttp.send(venue, "GET " + OPEN, new TreeMap<>(caller.headers("GET", OPEN, "")), new byte[0]);

        assertThat(response.head()).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain(Explanation.HEADER);
        assertThat(venue.requests().all())
                .containsExactly(new ReceivedRequest(1, "GET", OPEN, "listOpenOrders", NOW, true, false));
        assertThat(venue.explain(1)).isEmpty();
    }

    @Test
    void explanationIsWrittenForPeople() throws IOException {
        String path = OPEN + "?symbol=BTCUSDT&limit=20";
        Map<String, String> headers = new TreeMap<>(caller.headers("GET", OPEN + "?limit=20&symbol=BTCUSDT", ""));
        WireHttp.send(venue, "GET " + path, headers, new byte[0]);

        assertThat(venue.explain(1).orElseThrow().text()).isEqualTo("""
                        Proved: The signature is right for the parameters sorted by name; they are signed in the order in \
                        which they are sent
                          signed  …t/trade/unfilled-orders?limit=20&symbol=BTCUSDT
                          due     …t/trade/unfilled-orders?symbol=BTCUSDT&limit=20
                                                           ^ character 52: 'l' was signed, 's' is due
                        Right: path and method; key; time (equal to the venue's clock); passphrase.
                        Do: Join the parameters once, sign that text, and send the same text
                        """);
    }

    @Test
    void faultIsTheReason() throws IOException {
        venue.faults().on("getServerTime").next(Fault.serverError(503));
        Explanation explanation = explain("GET " + TIME);

        assertThat(explanation.mistake()).isEqualTo("fault");
        assertThat(explanation.grade()).isEqualTo(Grade.PROVED);
        assertThat(explanation.sentence())
                .isEqualTo("The fault 'server error 503' was set and struck this request: the request was not executed"
                        + " before its response");
        assertThat(explanation.advice())
                .isEqualTo("Let the client cope with it; clear() of the simulator's faults removes it");
        assertThat(explanation.facts()).isEqualTo(Map.of("executed", "false", "fault", "server error 503"));
    }

    @Test
    void faultAfterExecutionIsToldAsSuch() throws IOException {
        venue.faults().on("getServerTime").next(Fault.serverErrorAfterExecution(504));
        assertThat(explain("GET " + TIME).sentence())
                .isEqualTo("The fault 'server error 504 after execution' was set and struck this request: the venue"
                        + " executed the request, and the response is what the fault made of it");
    }

    @Test
    void faultDoesNotHideAWrongSignature() throws IOException {
        venue.faults().onAny().next(Fault.malformedBody());
        WireHttp.send(venue, "GET " + OPEN, wrong(), new byte[0]);
        Explanation explanation = venue.explain(1).orElseThrow();

        assertThat(explanation.mistake()).isEqualTo("signature-unknown");
        assertThat(explanation.alsoWrong())
                .containsExactly(
                        "The fault 'malformed body' was set and struck this request: the venue rejected the request under"
                                + " it");
    }

    @Test
    void noneIsNoFault() throws IOException {
        venue.faults().onAny().next(Fault.none());
        assertThat(WireHttp.send(venue, "GET " + TIME, Map.of(), new byte[0]).explanation())
                .isZero();
    }

    @Test
    void limitIsExplainedWithTheTimeToWait() throws IOException {
        venue.enforceLimits(true);
        for (int i = 0; i < 20; i++) {
            WireHttp.send(venue, "GET " + TIME, Map.of(), new byte[0]);
        }
        assertThat(explain("GET " + TIME).sentence())
                .isEqualTo(
                        "The limit 'getServerTime' of 20 requests in 1000 ms is used up; the next request is possible"
                                + " in 1000 ms");
    }

    @Test
    void accountOfTheOtherApiIsExplained() throws IOException {
        venue.ofOtherApi(true);
        WireHttp.send(venue, "GET " + OPEN, new TreeMap<>(caller.headers("GET", OPEN, "")), new byte[0]);
        assertThat(venue.explain(1).orElseThrow().sentence())
                .isEqualTo("The account was upgraded to the unified account, which may use version 3 only");
    }

    @Test
    void whatChangesLaterDoesNotChangeAnExplanation() throws IOException {
        Map<String, String> headers = new TreeMap<>(caller.headers("GET", OPEN, ""));
        headers.put("ACCESS-KEY", "registered-too-late");
        WireHttp.send(venue, "GET " + OPEN, headers, new byte[0]);
        venue.register(AccountKey.hmac("registered-too-late", BitgetCaller.SECRET));

        assertThat(venue.explain(1).orElseThrow().mistake()).isEqualTo("key-unknown");
    }

    @Test
    void venueThatDoesNotDescribeItsSignaturesIsExplainedByItsWords() {
        assertThat(explained(null))
                .returns("authentication-rejected", Explanation::mistake)
                .returns(Grade.UNKNOWN, Explanation::grade)
                .returns(
                        "xt rejected key, time or signature with 308, Signature verification failed",
                        Explanation::sentence);
    }

    @Test
    void failureToExplainIsAnExplanation() {
        assertThat(explained(request -> {
                    throw new IllegalStateException("broken");
                }))
                .returns("explaining-failed", Explanation::mistake)
                .returns(Grade.UNKNOWN, Explanation::grade)
                .returns(
                        "The request was rejected, and the simulator failed to explain why:"
                                + " java.lang.IllegalStateException",
                        Explanation::sentence);
    }

    private static Explanation explained(@Nullable Function<VenueRequest, SignedRequest> signing) {
        Venue xt = new XtVenue();
        FailedRequest failedRequest = new FailedRequest(
                1,
                VenueRequest.of("GET", "/trade/api/v1/getOrder", Headers.of(), null),
                xt.operations().get(0),
                NOW,
                new Rejected(Stage.SIGNATURE, new VenueRejection("308", "Signature verification failed"), null),
                null,
                true,
                new KeyRing(),
                signing);
        return new Explainer(xt, xt.operations(), UnservedOperations.of("none", Set.of())).explain(failedRequest);
    }

    @Test
    void secretsThatTheClientSendsAreHidden() throws IOException {
        String query = "?a=" + BitgetCaller.SECRET + "&b=" + BitgetCaller.PASSPHRASE;
        Map<String, String> headers = new TreeMap<>(caller.headers("GET", OPEN, ""));
        headers.put("ACCESS-SIGN", BitgetCaller.SECRET);
        headers.put("ACCESS-TIMESTAMP", BitgetCaller.SECRET);
        headers.put("ACCESS-PASSPHRASE", BitgetCaller.SECRET);
        WireHttp.send(venue, "GET " + OPEN + query, headers, new byte[0]);
        WireHttp.send(venue, "GET /nowhere/" + BitgetCaller.SECRET, headers, new byte[0]);
        String long90 = "x".repeat(90);
        WireHttp.send(venue, "GET /" + long90 + "/" + BitgetCaller.SECRET, headers, new byte[0]);

        for (long number = 1; number <= 3; number++) {
            Explanation explanation = venue.explain(number).orElseThrow();
            assertThat(explanation.toString() + explanation.text())
                    .doesNotContain(BitgetCaller.SECRET, BitgetCaller.PASSPHRASE, "bitget-docs", "vector-secret");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 5_000_000})
    void hugeBodyIsExplainedWithFewSignatures(int size) throws IOException {
        byte[] body = ("{\"a\": \"" + "x".repeat(size) + "\"}").getBytes(StandardCharsets.UTF_8);
        WireHttp.send(venue, "POST " + PLACE, wrong(), body);
        assertBounded(venue.explain(1).orElseThrow());
    }

    @Test
    void thousandsOfParametersAreExplainedWithFewSignatures() throws IOException {
        String query =
                IntStream.range(0, 5_000).mapToObj(i -> "p" + i + "=" + i).collect(Collectors.joining("&"));
        WireHttp.send(venue, "GET " + OPEN + "?" + query, wrong(), new byte[0]);
        assertBounded(venue.explain(1).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[[[[[[", "\"", "{]", "\u0000\u0001\ud800", "%%%%", "&=&=&", "+\r\n"})
    void nonsenseIsExplained(String body) throws IOException {
        WireHttp.send(venue, "POST " + PLACE + "?%zz=%", wrong(), body.getBytes(StandardCharsets.UTF_16));
        assertBounded(venue.explain(1).orElseThrow());
    }

    @Test
    void deeplyNestedBodyIsExplained() throws IOException {
        byte[] body = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        WireHttp.send(venue, "POST " + PLACE, wrong(), body);
        assertBounded(venue.explain(1).orElseThrow());
    }

    @Test
    void oldestExplanationsAreForgottenBeforeMemoryIsFull() throws IOException {
        byte[] body = "x".repeat(900_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 60; i++) {
            WireHttp.send(venue, "POST " + PLACE, wrong(), body);
        }
        assertThat(venue.explain(1)).isEmpty();
        assertThat(venue.explain(60)).isPresent();
        assertThat(venue.requests().all()).hasSize(60);
    }

    @Test
    void logKeepsOnlyTheBeginningOfALongPath() throws IOException {
        WireHttp.send(venue, "GET /" + "x".repeat(50_000), Map.of(), new byte[0]);
        assertThat(venue.requests().all().get(0).path()).isEqualTo("/" + "x".repeat(998) + "…");
    }

    private static void assertBounded(Explanation explanation) {
        assertThat(explanation.grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(explanation.mistake()).isEqualTo("signature-unknown");
        assertThat(Integer.parseInt(explanation.facts().get("tried"))).isBetween(0, 4_000);
        assertThat(explanation.toString().length()).isLessThan(40_000);
    }

    private Explanation explain(String request) throws IOException {
        long number = WireHttp.send(venue, request, Map.of(), new byte[0]).explanation();
        return venue.explain(number).orElseThrow();
    }

    /** Complete, and signed with another secret over another text. */
    private Map<String, String> wrong() {
        Map<String, String> headers = new TreeMap<>(caller.headers("GET", OPEN, ""));
        headers.put("ACCESS-SIGN", Hmac.base64("another-secret", "another text"));
        return headers;
    }
}
