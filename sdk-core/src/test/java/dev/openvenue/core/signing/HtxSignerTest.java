package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations: the venue's documentation, the unit tests of its SDKs, OpenSSL, and Python's hmac. */
final class HtxSignerTest {
    private static final Instant NOW = Instant.parse("2019-11-21T10:00:00.999Z");
    private static final String AUTHENTICATION =
            "AccessKeyId=access&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2019-11-21T10%3A00%3A00";
    private static final SigningKey HMAC = SigningKeys.hmacSha256("secret");

    @ParameterizedTest
    @CsvSource(textBlock = """
            be.huobi.com,      4F65x5A2bLyMWVQj3Aqp+B4w+ivaA7n5Oi2SuYtCJ9o=
            api-aws.huobi.pro, 5t/vh0kbpWdx9+BaPwhJIfiNL6FxX0svNx6tCxHbiUI=
            API.huobi.pro,     Nmd8AU8uAe0mkFpxNbiava0aeZzBEtYjCdie1ZYZjoM=
            """)
    void workedExampleOfTheDocumentationHoldsForEachHost(String host, String signature) {
        Credentials credentials = Credentials.of(
                "e2xxxxxx-99xxxxxx-84xxxxxx-7xxxx", SigningKeys.hmacSha256("b0xxxxxx-c6xxxxxx-94xxxxxx-dxxxx"));
        Request request = Requests.get("https://" + host + "/v1/order/orders?order-id=1234567890");

        SignedRequest signed = new HtxSigner().sign(request, credentials, Instant.parse("2017-05-11T15:19:30Z"));

        assertThat(signed.canonicalText())
                .isEqualTo("GET\n" + host.replace("API", "api") + "\n/v1/order/orders\n"
                        + "AccessKeyId=e2xxxxxx-99xxxxxx-84xxxxxx-7xxxx&SignatureMethod=HmacSHA256&SignatureVersion=2"
                        + "&Timestamp=2017-05-11T15%3A19%3A30&order-id=1234567890");
        assertThat(signed.request().url().queryParameter("Signature")).isEqualTo(signature);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/account/accounts | `` | rWnLcMt3XBAsmXoNHtTQVpvMbH%2FcE1PXFwQAGeYwt3s%3D
            /v1/account/history?currency=btc&account-id=123 | &account-id=123&currency=btc | SGZYJ9Ub%2FhFerEBbSWsCxl8Djk%2BLRBgEZOB4fLc4T9Q%3D
            /v1/order/orders?symbol=btcusdt&states=filled,canceled&start-time=1629715504949 | &start-time=1629715504949&states=filled%2Ccanceled&symbol=btcusdt | rJvqUNExMdQfEub3KaR5BMwJHzoKboAA3CGCOmY4LUk%3D
            /v1/order/orders?a=~*%20%2B/=é | &a=~%2A%20%2B%2F%3D%C3%A9 | BpWXG5lodHi6PiAjo5j57yIV3FvrI8%2F1X%2BQ2cPUpbFM%3D
            """)
    void sentQueryIsTheSignedOneAndTheSignature(String path, String query, String signature) {
        SignedRequest signed = sign(Requests.get("https://api.huobi.pro" + path), HMAC);

        assertThat(signed.canonicalText())
                .isEqualTo("GET\napi.huobi.pro\n" + path.replaceAll("\\?.*", "") + "\n" + AUTHENTICATION + query);
        assertThat(signed.request().url().encodedQuery()).isEqualTo(AUTHENTICATION + query + "&Signature=" + signature);
    }

    @Test
    void postIsSignedInItsQueryAndItsBodyIsNotTouched() {
        Request request =
                Requests.postJson("https://api.huobi.pro/v1/order/orders/batchcancel", "{\"order-ids\":[\"1\"]}");

        SignedRequest signed = sign(request, HMAC);

        assertThat(signed.canonicalText())
                .isEqualTo("POST\napi.huobi.pro\n/v1/order/orders/batchcancel\n" + AUTHENTICATION);
        assertThat(signed.request().url().queryParameter("Signature"))
                .isEqualTo("9yf9+1LJD8Bv0r1iDtdZJ9dDiW6LKmryEYi7+EtOEE4=");
        assertThat(signed.request().body()).isSameAs(request.body());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://127.0.0.1:38123,     127.0.0.1:38123,  H/GScBBYx0cQW6hoZKhFgNImA05E3Bbtfv9AkJ8wSag=
            http://[::1]:38123,         [::1]:38123,      awrHZSGVnSi0YM2iFjVvSBnofBDrAMrdkVbtxJK3pqk=
            http://localhost:80,        localhost,        I9pE1I17dWRX6QAKY82xkBRl2X0+2o17AHXbtRKZ2Zo=
            https://api.huobi.pro:443,  api.huobi.pro,    rWnLcMt3XBAsmXoNHtTQVpvMbH/cE1PXFwQAGeYwt3s=
            https://api.huobi.pro:80,   api.huobi.pro:80, R6LO+vXxFSuQZsUt2wNvFdqus4sy1g2qmF124Ttxdvs=
            """)
    void hostIsSignedWithItsPortWhereThatIsNotTheSchemesOwn(String origin, String host, String signature) {
        SignedRequest signed = sign(Requests.get(origin + "/v1/account/accounts"), HMAC);

        assertThat(signed.canonicalText()).isEqualTo("GET\n" + host + "\n/v1/account/accounts\n" + AUTHENTICATION);
        assertThat(signed.request().url().queryParameter("Signature")).isEqualTo(signature);
    }

    @Test
    void ed25519KeyStatesItsMethod() {
        Request request = Requests.postJson("https://api.huobi.pro/v1/order/orders/batchcancel", "{}");

        SignedRequest signed = sign(request, SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519));

        assertThat(signed.canonicalText())
                .isEqualTo(
                        "POST\napi.huobi.pro\n/v1/order/orders/batchcancel\n"
                                + "AccessKeyId=access&SignatureMethod=Ed25519&SignatureVersion=2&Timestamp=2019-11-21T10%3A00%3A00");
        assertThat(signed.request().url().queryParameter("Signature"))
                .isEqualTo("k6391PdBRHS3BYIlhvZchBcpr6pjd2zOAn3nvWit4xA4/UMbRNXXDZMaxPNn+BL7g8kL0isXBOIJqEV7g24VDg==");
    }

    @Test
    void parametersOfAnEarlierSignatureAreReplaced() {
        Request request = Requests.get("https://api.huobi.pro/v1/account/history?account-id=123&currency=btc");
        Request earlier = new HtxSigner()
                .sign(request, Credentials.of("other", HMAC), Instant.parse("2019-11-21T09:00:00Z"))
                .request();

        assertThat(sign(earlier, HMAC).request().url())
                .isEqualTo(sign(request, HMAC).request().url());
    }

    @Test
    void tagsAreKept() {
        Request request = Requests.get("https://api.huobi.pro/v1/account/accounts")
                .newBuilder()
                .tag(String.class, "invocation")
                .build();

        assertThat(sign(request, HMAC).request().tag(String.class)).isEqualTo("invocation");
    }

    @Test
    void keyOfAnotherKindIsRejected() {
        SigningKey key = SigningKeys.rsaPem(ThrowAwayKeys.RSA);

        assertThatThrownBy(() -> sign(Requests.get("https://api.huobi.pro/v1/account/accounts"), key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HTX signs with an HMAC_SHA256 or ED25519 key but was given RSA_SHA256; "
                        + "create the key with SigningKeys.hmacSha256 or SigningKeys.ed25519Pem");
    }

    private static SignedRequest sign(Request request, SigningKey key) {
        return new HtxSigner().sign(request, Credentials.of("access", key), NOW);
    }
}
