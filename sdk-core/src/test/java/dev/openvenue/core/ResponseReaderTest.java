package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.RejectedException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static final String LOOK = "outcome unknown: look the order up before retrying)";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void payloadComesWithAllThatStoodBesideIt() {
        String body = "{\"data\":{\"orderId\":\"1\"},\"code\":0,\"time\":1767323045678,\"seq\":1.50,\"ok\":true,"
                + "\"next\":\"abc\",\"none\":null,\"more\":[1]}";
        venue.responds(200, body, "X-Left: 9");

        VenueResponse<SampleApi.Order> response = venue.api().findOrder("1").executeWithResponse();

        assertThat(response.value()).isEqualTo(new SampleApi.Order("1", null, null));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers().get("X-Left")).isEqualTo("9");
        assertThat(response.envelope())
                .containsExactly(
                        entry("code", "0"),
                        entry("time", "1767323045678"),
                        entry("seq", "1.50"),
                        entry("ok", "true"),
                        entry("next", "abc"));
        assertThat(response.attempts()).isEqualTo(1);
        assertThat(response.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":0}", "{\"code\":0,\"data\":null}", "{\"data\":null,\"code\":\"0\"}"})
    void missingPayloadOfASuccessIsNull(String body) {
        venue.responds(body);

        assertThat(venue.api().findOrder("1").execute()).isNull();
    }

    @Test
    void operationWithoutPayloadIgnoresWhatComes() {
        venue.responds("{\"code\":0,\"data\":[{\"any\":1}]}");

        assertThat(venue.api().cancelOrders("BTC", List.of("1"), null).execute())
                .isNull();
    }

    @Test
    void repeatedNamesDoNotFailAndTheLastOneCounts() {
        venue.responds("{\"code\":7,\"data\":{\"BTC\":1,\"BTC\":2},\"code\":0}");

        assertThat(venue.api().lastPrice().execute()).isEqualTo(Map.of("BTC", new BigDecimal("2")));
    }

    @Test
    void wholeDocumentMayLackTheVerdict() {
        venue.responds("{\"bids\":[[1.10,2]]}").responds("[1]");

        assertThat(venue.api().snapshot().execute())
                .isEqualTo(Map.of("bids", List.of(List.of(new BigDecimal("1.10"), new BigDecimal("2")))));
        assertThat(venue.api().snapshot().execute()).isEqualTo(List.of(new BigDecimal("1")));
    }

    @Test
    void wholeDocumentWithARejectionIsARejection() {
        venue.responds("{\"code\":2001,\"msg\":\"no\"}");

        RejectedException e = failure(venue.api().snapshot(), RejectedException.class);

        assertThat(e.code()).isEqualTo("2001");
    }

    @Test
    void rejectionSaysAllThatTheCatalogueKnows() {
        String body = "{\"code\":2001,\"msg\":\"Insufficient balance\",\"data\":\"\"}";
        venue.responds(400, body);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e)
                .hasMessage("Sample rejected placeOrder: 2001 Insufficient balance (insufficient funds; no effect)");
        assertThat(e.venueId()).isEqualTo("sample");
        assertThat(e.operation()).isEqualTo("placeOrder");
        assertThat(e.code()).isEqualTo("2001");
        assertThat(e.kind()).isEqualTo(ErrorKind.INSUFFICIENT_FUNDS);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        assertThat(e.remedy()).isEqualTo(Remedy.NONE);
        assertThat(e.status()).isEqualTo(400);
        assertThat(e.venueMessage()).isEqualTo("Insufficient balance");
        assertThat(e.retryAfter()).isEmpty();
        assertThat(e.body()).isEqualTo(body);
    }

    @Test
    void firstOfTheCodeFieldsThatIsThereCounts() {
        venue.responds("{\"code\":\"1\",\"errorCode\":\"2001\",\"message\":\"text\"}")
                .responds("{\"code\":\"2001\",\"errorCode\":null,\"msg\":null,\"message\":\"text\"}");

        RejectedException own = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);
        RejectedException fallback = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(List.of(own, fallback)).extracting(RejectedException::code).containsOnly("2001");
        assertThat(List.of(own, fallback))
                .extracting(RejectedException::venueMessage)
                .containsOnly("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Bad Gateway</html>", "{\"code\":", "[]", "{\"title\":\"x\"}", "{\"code\":0}"})
    void rejectionWithoutAReadableCodeIsNamedByItsStatus(String body) {
        venue.responds(502, body);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected placeOrder: HTTP 502 (venue unavailable; " + LOOK);
        assertThat(e.code()).isEqualTo("HTTP 502");
        assertThat(e.body()).isEqualTo(body);
    }

    @Test
    void verdictStandsForACodeThatIsNotThere() {
        venue.responds("{\"status\":\"error\",\"msg\":\"halted\"}");

        assertThat(failure(venue.api().status(), RejectedException.class))
                .hasMessage("Sample rejected status: error halted (it only reads and may be retried)");
    }

    @Test
    void textOfARejectionWithoutACodeIsShown() {
        venue.responds(503, "{\"msg\":\"maintenance\"}");

        assertThat(failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class))
                .hasMessage("Sample rejected placeOrder: HTTP 503 maintenance (venue unavailable; " + LOOK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | it is empty
            <html>OK</html>                           | it is not JSON
            {"code":0,"data":{"orderId"               | it was cut off
            {"code":0,"data":{}} {}                   | it is not JSON
            []                                        | it is not a JSON object
            {"data":{"orderId":"1"}}                  | there is no code
            {"code":null,"data":{"orderId":"1"}}      | there is no code
            {"code":0,"data":{"price":"much"}}        | Expected a number but was 'much' at $.data.price
            {"data":{"price":"much"},"code":0}        | Expected a number but was 'much' at $.data.price
            {"code":0,"data":[]}                      | Expected BEGIN_OBJECT but was BEGIN_ARRAY at path $.data
            """)
    void responseThatCannotBeReadIsNotASuccess(String body, String problem) {
        venue.responds(body);

        MalformedResponseException e = failure(venue.api().placeOrder(NewOrder.BUY), MalformedResponseException.class);

        assertThat(e).hasMessage("The response of Sample to placeOrder cannot be read: " + problem + " (" + LOOK);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(e.status()).isEqualTo(200);
        assertThat(e.body()).isEqualTo(body);
    }

    @Test
    void namesFromTheVenueAreShownOnOneLine() {
        venue.responds("{\"code\":0,\"data\":{\"BTC\\nUSDT\":\"much\"}}");

        String problem = "Expected a number but was 'much' at $.data.BTC USDT";
        assertThat(failure(venue.api().lastPrice(), MalformedResponseException.class))
                .hasMessage("The response of Sample to lastPrice cannot be read: " + problem
                        + " (it only reads and may be retried)")
                .cause()
                .hasMessage(problem);
    }

    @Test
    void responseOfBlanksIsNotParsedForMinutes() {
        venue.responds("{\"code\":0,\"data\":" + " ".repeat(64 * 1024 + 1) + "{}}");

        MalformedResponseException e = failure(venue.api().placeOrder(NewOrder.BUY), MalformedResponseException.class);

        assertThat(e)
                .hasMessage("The response of Sample to placeOrder cannot be read:"
                        + " it holds more than 65536 blanks in a row (" + LOOK);
    }

    @Test
    void responseCutOffByTheConnectionKeepsWhatCame() {
        venue.cutsOff("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");

        MalformedResponseException e = failure(venue.api().placeOrder(NewOrder.BUY), MalformedResponseException.class);

        assertThat(e).hasMessage("The response of Sample to placeOrder cannot be read: it was cut off (" + LOOK);
        assertThat(e.body()).startsWith("{\"code\":0").hasSizeLessThan(37);
    }

    @Test
    void rejectionWhosePayloadHasAnotherShapeIsStillARejection() {
        venue.responds("{\"data\":\"none\",\"code\":2001,\"msg\":\"no\"}");

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample rejected placeOrder: 2001 no (insufficient funds; no effect)");
    }

    @Test
    void venuesTextIsShownOnOneLineAndCut() {
        venue.responds(400, "{\"code\":2001,\"msg\":\"a\\r\\nb" + "x".repeat(400) + "\"}");

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e)
                .hasMessage(
                        "Sample rejected placeOrder: 2001 a b" + "x".repeat(297) + "… (insufficient funds; no effect)");
        assertThat(e.venueMessage()).hasSize(404);
    }

    @Test
    void compressedResponseIsRead() throws IOException {
        Buffer compressed = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeUtf8("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");
        }
        venue.server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding: gzip")
                .body(compressed)
                .build());

        assertThat(venue.api().findOrder("1").execute()).isEqualTo(new SampleApi.Order("1", null, null));
    }
}
