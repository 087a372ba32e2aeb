package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.time.Instant;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signed texts are those that XT's own demos build; the signatures with an invented key are Python's hmac. */
final class XtV4SignerTest {
    private static final String HOST = "https://sapi.xt.com";
    private static final String KEY = "11111111-2222-4333-8444-555555555555";
    private static final String HEADERS = "validate-algorithms=HmacSHA256&validate-appkey=" + KEY
            + "&validate-recvwindow=5000&validate-timestamp=1641446237201";
    private static final Instant NOW = Instant.ofEpochMilli(1641446237201L);
    private static final SigningKey HMAC = SigningKeys.hmacSha256("0123456789abcdef0123456789abcdef01234567");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v4/balances | #GET#/v4/balances | 2b1a61cc420a673bd1e96216bc90062e5945ae9692d9776db4ddfc7139bdc41e
            /v4/balances? | #GET#/v4/balances | 2b1a61cc420a673bd1e96216bc90062e5945ae9692d9776db4ddfc7139bdc41e
            /v4/open-order?symbol=btc_usdt | #GET#/v4/open-order#symbol=btc_usdt | 35c1441790d26ef0e4dc28c478b005aefb44a689d30964432b40d6a2e9d22281
            /v4/batch-order?orderIds=156201996458139136,12312313212 | #GET#/v4/batch-order#orderIds=156201996458139136,12312313212 | 53ba78db1260caecc9e15e63fa106c67d18133ad905e7ac116b1d5a498151178
            /v4/deposit/address?currency=XT&chain=XT%20Smart%20Chain | #GET#/v4/deposit/address#chain=XT Smart Chain&currency=XT | 9bb7d72f943d556bcd8a0a221388778761147631a0ac4fef5727ab3e6892be72
            /v4/trade?limit=100&bizType=SPOT&startTime=1757779200000&endTime=1760457599999&direction=NEXT | #GET#/v4/trade#bizType=SPOT&direction=NEXT&endTime=1760457599999&limit=100&startTime=1757779200000 | 6af1c30bfe696a56ac5f3a8da36dae071804bc5705015dd4bd5967f3ba196396
            """)
    void getIsSignedOverItsSortedAndDecodedQuery(String target, String canonical, String signature) {
        SignedRequest signed = sign(Requests.get(HOST + target));

        assertThat(signed.canonicalText()).isEqualTo(HEADERS + canonical);
        assertThat(signed.request().header("validate-algorithms")).isEqualTo("HmacSHA256");
        assertThat(signed.request().header("validate-appkey")).isEqualTo(KEY);
        assertThat(signed.request().header("validate-recvwindow")).isEqualTo("5000");
        assertThat(signed.request().header("validate-timestamp")).isEqualTo("1641446237201");
        assertThat(signed.request().header("validate-signature")).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /v4/order | {"type":"LIMIT","timeInForce":"GTC","side":"BUY","symbol":"btc_usdt","price":"39000","quantity":"2"} | 8997a217c0826047839fc66b16bb5b1471fd877fdae86b8fe4dfb7de03920fd4
            PUT | /v4/order/407309222976613568 | {"price":"63010","quantity":"0.002"} | dd99754044707cb7723180f40419e4ff6199bf6c352637b36b5a450dc8f4b6d0
            DELETE | /v4/batch-order | {"orderIds":[156201996458139136,12312313212],"clientBatchId":"123123111"} | 05bd2a96769aed76d105953d522e5e76056fcbf893c376bc8abc6d8c7c11ca34
            DELETE | /v4/batch-order | {"orderIds": [156201996458139136, 12312313212], "clientBatchId": "123123111"} | 0f750960047266f40741dc4b97c8c2b7d0f37efc870d5fc2b938a9b133153274
            POST | /v4/withdraw | {"memo":"Miete für März"} | 2d5d199e1801191d80a60fe5210e2bd8f58425657e339d28578dd61eaabe5bab
            """)
    void bodyIsSignedAsItIsSent(String method, String path, String body, String signature) {
        SignedRequest signed = sign(request(method, path, RequestBody.create(body, MediaType.get("application/json"))));

        assertThat(signed.canonicalText()).isEqualTo(HEADERS + "#" + method + "#" + path + "#" + body);
        assertThat(signed.request().header("validate-signature")).isEqualTo(signature);
        assertThat(signed.request().method()).isEqualTo(method);
        assertThat(Requests.body(signed.request())).isEqualTo(body);
        assertThat(signed.request().url()).hasToString(HOST + path);
    }

    @Test
    void textEndsAfterThePathWhereThereIsNoBody() {
        SignedRequest cancel = sign(request("DELETE", "/v4/order/156201996458139136", null));
        SignedRequest token = sign(Requests.postNothing(HOST + "/v4/ws-token"));

        assertThat(cancel.canonicalText()).isEqualTo(HEADERS + "#DELETE#/v4/order/156201996458139136");
        assertThat(cancel.request().header("validate-signature"))
                .isEqualTo("5fb0bd6a52d0f2785d62a72d929f155337d5e0bdc9b745f2f220a305b61b4243");
        assertThat(token.canonicalText()).isEqualTo(HEADERS + "#POST#/v4/ws-token");
        assertThat(token.request().header("validate-signature"))
                .isEqualTo("6cf4da0556ece3ca139de5a0f270f66364ae4d727d8e59e3a7c04af926a43991");
        assertThat(Requests.body(token.request())).isEmpty();
    }

    @Test
    void receiveWindowOfTheRequestIsSigned() {
        Request request = Requests.get(HOST + "/v4/balances")
                .newBuilder()
                .header("validate-recvwindow", "2500")
                .build();

        SignedRequest signed = sign(request);

        assertThat(signed.request().headers("validate-recvwindow")).containsExactly("2500");
        assertThat(signed.canonicalText())
                .isEqualTo(HEADERS.replace("recvwindow=5000", "recvwindow=2500") + "#GET#/v4/balances");
        assertThat(signed.request().header("validate-signature"))
                .isEqualTo("e7d0b2fbb9be09aff7d307874cd998ef9c07d93336fc931b6a45f879e83e2025");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "of 2", "a+b", "a#b", "100%", "%41", "a&b=c", "龙虾", "a,b"})
    void whatIsSignedIsWhatTheVenueDecodes(String value) {
        HttpUrl url = HttpUrl.get(HOST + "/v4/order")
                .newBuilder()
                .addQueryParameter("clientOrderId", value)
                .build();

        SignedRequest signed = sign(Requests.get(url.toString()));

        String sent = signed.request().url().encodedQuery();
        assertThat(sent).matches("clientOrderId=[A-Za-z0-9._~%-]+");
        assertThat(signed.canonicalText())
                .isEqualTo(HEADERS + "#GET#/v4/order#" + URLDecoder.decode(sent, UTF_8))
                .endsWith("#clientOrderId=" + value);
    }

    @Test
    void headersOfAnEarlierSignatureAreReplaced() {
        Request request = Requests.get(HOST + "/v4/balances");
        Request earlier = new XtV4Signer()
                .sign(request, Credentials.of(KEY, HMAC), NOW.minusSeconds(60))
                .request();

        Request again = sign(earlier).request();

        assertThat(again.headers()).isEqualTo(sign(request).request().headers());
        assertThat(again.headers().size()).isEqualTo(5);
    }

    @Test
    void tagsAreKept() {
        Request request = Requests.get(HOST + "/v4/balances")
                .newBuilder()
                .tag(String.class, "invocation")
                .build();

        assertThat(sign(request).request().tag(String.class)).isEqualTo("invocation");
    }

    @Test
    void keyOfAnotherKindIsRejected() {
        Credentials credentials = Credentials.of(KEY, SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519));

        assertThatThrownBy(() -> new XtV4Signer().sign(Requests.get(HOST + "/v4/balances"), credentials, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("XT v4 signs with an HMAC_SHA256 key but was given ED25519; "
                        + "create the key with SigningKeys.hmacSha256");
    }

    private static Request request(String method, String path, @Nullable RequestBody body) {
        return new Request.Builder().url(HOST + path).method(method, body).build();
    }

    private static SignedRequest sign(Request request) {
        return new XtV4Signer().sign(request, Credentials.of(KEY, HMAC), NOW);
    }
}
