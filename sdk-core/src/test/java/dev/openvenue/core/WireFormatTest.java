package dev.openvenue.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.SampleApi.NewOrders;
import dev.openvenue.core.SampleApi.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the wire before it is signed. */
class WireFormatTest {
    private final SampleApi api = SampleClient.builder().build().api();

    @Test
    void jsonBodyLeavesAbsentFieldsOutAndNumbersPlain() throws IOException {
        Request request = api.placeOrder(NewOrder.BUY).request();

        assertThat(request.url()).hasToString("https://api.sample.example/orders");
        assertThat(body(request)).isEqualTo("{\"symbol\":\"BTCUSDT\",\"side\":\"buy\",\"size\":\"0.00000001\"}");
    }

    @Test
    void jsonBodyIsDeclaredWithoutACharset() {
        Request request = api.placeOrder(NewOrder.BUY).request();

        assertThat(request.body()).isNotNull();
        assertThat(request.body().contentType()).hasToString("application/json");
    }

    @Test
    void requestCanBeWrittenAgain() throws IOException {
        Request request = api.placeOrders(new NewOrders(List.of(NewOrder.BUY))).request();

        assertThat(body(request)).isEqualTo(body(request)).contains("orderList");
    }

    @Test
    void joinedListInAQueryKeepsItsCommasAndEncodesItsElements() {
        Request request = api.openOrders("BTC", List.of(new Side("a,b"), new Side("%&=+ /ü~")), null, null, null, null)
                .request();

        assertThat(request.url().encodedQuery()).isEqualTo("symbol=BTC&sides=a%2Cb,%25%26%3D%2B%20%2F%C3%BC~");
    }

    @Test
    void joinedListInAFormIsOneParameter() throws IOException {
        Request request = api.cancelOrders("BTC", null, List.of("a", "b")).request();

        assertThat(body(request)).isEqualTo("symbol=BTC&clientOids=a%2Cb");
    }

    @Test
    void listUnderBase64IsCompactJson() throws IOException {
        Request request = api.cancelOrders("BTC", List.of("1", "2"), null).request();

        assertThat(body(request)).isEqualTo("symbol=BTC&orderIds=WyIxIiwiMiJd");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            123456      | ["123456"  ]
            1234567     | ["1234567" ]
            12345678    | ["12345678"]
            12345ü      | ["12345ü" ]
            """)
    void listUnderBase64IsFilledUpSoThatItNeedsNoPadding(String id, String json) throws IOException {
        Request request = api.cancelOrders("BTC", List.of(id), null).request();

        String data = URLDecoder.decode(body(request).replace("symbol=BTC&orderIds=", ""), UTF_8);
        assertThat(data).doesNotContain("=", "%3D");
        assertThat(new String(Base64.getDecoder().decode(data), UTF_8)).isEqualTo(json);
    }

    @Test
    void base64InAQueryIsEncoded() {
        Request request = api.lookUp(List.of("~~~>>>", "?"), new Side("x")).request();

        assertThat(request.url().encodedQuery()).isEqualTo("data=WyJ%2Bfn4%2BPj4iLCI%2FIiBd&one=Ingi");
    }

    @Test
    void timesAreMillisecondsDecimalsPlainAndFlagsAsDeclared() {
        Request request = api.openOrders(
                        null, null, Instant.ofEpochMilli(1_700_000_000_123L), new BigDecimal("1E+3"), false, 1)
                .request();

        assertThat(request.url().encodedQuery()).isEqualTo("since=1700000000123&minPrice=1000&mine=False&limit=1");
    }

    @Test
    void pathIsEncodedAndAnAbsentHeaderLeftOut() {
        Request request = api.findOrder("a/b ?#").request();

        assertThat(request.url().encodedPath()).isEqualTo("/orders/a%2Fb%20%3F%23");
        assertThat(request.headers()).isEmpty();
    }

    @Test
    void headerIsSent() {
        assertThat(api.findOrder("1", "en-US").request().header("X-Locale")).isEqualTo("en-US");
    }

    @Test
    void requestIsNotSigned() {
        SampleApi withKey = SampleClient.builder()
                .credentials(SampleVenue.credentials())
                .build()
                .api();

        assertThat(withKey.findOrder("1").request().headers()).isEmpty();
    }

    private static String body(Request request) throws IOException {
        Buffer buffer = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(buffer);
        }
        return buffer.readUtf8();
    }
}
