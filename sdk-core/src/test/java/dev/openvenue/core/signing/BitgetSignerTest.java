package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.time.Instant;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectations: the project's vectors (four independent implementations agree on them), OpenSSL, and Python's hmac. */
final class BitgetSignerTest {
    private static final String HOST = "https://api.bitget.com";
    private static final Instant NOW = Instant.ofEpochMilli(1684814440729L);
    private static final SigningKey HMAC = SigningKeys.hmacSha256("bitget-docs-vector-secret");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            16273667805456 | /api/mix/v2/market/depth?symbol=BTCUSDT&limit=20 | 16273667805456GET/api/mix/v2/market/depth?limit=20&symbol=BTCUSDT | 4jo5FGxaa+EvY4aR7tZGA2XUJFZmzD4KhPmfaPuoSkw=
            1684814440729 | /api/v2/mix/account/account?symbol=btcusdt&marginCoin=usdt | 1684814440729GET/api/v2/mix/account/account?marginCoin=usdt&symbol=btcusdt | NsYNTabBWxoBeIZ/c0z9wkcVoGQjW7BKA+uv4uWl7x8=
            1659076670000 | /api/v2/spot/trade/unfilled-orders?symbol=BTCUSDT&startTime=1659036670000&endTime=1659076670000&limit=20 | 1659076670000GET/api/v2/spot/trade/unfilled-orders?endTime=1659076670000&limit=20&startTime=1659036670000&symbol=BTCUSDT | IEg+aKYZ8fucLOEU6cuUc4S7LQx6SyXVbJBNlsGq2LM=
            1659076670000 | /api/v2/spot/account/info  | 1659076670000GET/api/v2/spot/account/info | ibkVCi/IortFHBtbg7hfHjRIwlrTku50X2nRUqy3Opk=
            1659076670000 | /api/v2/spot/account/info? | 1659076670000GET/api/v2/spot/account/info | ibkVCi/IortFHBtbg7hfHjRIwlrTku50X2nRUqy3Opk=
            """)
    void getIsSignedOverItsSortedQuery(long millis, String path, String canonical, String signature) {
        SignedRequest signed = sign(Requests.get(HOST + path), HMAC, Instant.ofEpochMilli(millis));

        assertThat(signed.canonicalText()).isEqualTo(canonical);
        assertThat(signed.request().header("ACCESS-SIGN")).isEqualTo(signature);
        assertThat(signed.request().header("ACCESS-TIMESTAMP")).isEqualTo(Long.toString(millis));
        assertThat(signed.request().header("ACCESS-KEY")).isEqualTo("invented-key");
        assertThat(signed.request().header("ACCESS-PASSPHRASE")).isEqualTo("invented-pass");
        assertThat(signed.request().url().toString())
                .isEqualTo(HOST + canonical.substring(canonical.indexOf("GET") + 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            16273667805456 | /api/v2/mix/order/place-order | {"productType":"usdt-futures","symbol":"BTCUSDT","size":"8","marginMode":"crossed","side":"buy","orderType":"limit","clientOid":"channel#123456"} | FpgUL6su4ZfV/OQzUXulqFYD2CnGLz6CugEOlhJOLms=
            1684814440729 | /api/v2/spot/trade/place-order | {"symbol":"btcusdt","quantity":"8","side":"buy","price":"1","orderType":"limit","clientOid":"channel1233456"} | S315ifM7dUBTkZk9IDN8YeRzm4wvYzlE+LPNWeK2J4c=
            1659076670000 | /api/v2/spot/trade/place-order | {"symbol": "BTCUSDT","side": "buy","orderType": "limit","force":"gtc","price":"23222.5","size":"1","clientOid":"121211212122"} | 1f94gTkeevkGClUHTLg+3IPMXnMIptwHruwQmbvg/oo=
            1684814440729 | /api/v2/spot/trade/place-order | {"clientOid":"größe-Ω"} | vkGlUbZb3GBbXt3rSSCayS2CULoHbWzlr2Ey5mYi1OM=
            """)
    void postIsSignedOverTheBodyThatIsSent(long millis, String path, String body, String signature) {
        SignedRequest signed = sign(Requests.postJson(HOST + path, body), HMAC, Instant.ofEpochMilli(millis));

        assertThat(signed.canonicalText()).isEqualTo(millis + "POST" + path + body);
        assertThat(signed.request().header("ACCESS-SIGN")).isEqualTo(signature);
        assertThat(Requests.body(signed.request())).isEqualTo(body);
        assertThat(signed.request().body().contentType()).hasToString("application/json; charset=UTF-8");
        assertThat(signed.request().url()).hasToString(HOST + path);
    }

    @Test
    void queryIsSignedAsDecodedTextAndSentEncoded() {
        Request request = Requests.get(
                HOST + "/api/v2/spot/trade/orderInfo?symbols=BTCUSDT,ETHUSDT&clientOid=a%23b&a-b=x%20y&a=1");

        SignedRequest signed = sign(request, HMAC, NOW);

        assertThat(signed.canonicalText())
                .isEqualTo("1684814440729GET/api/v2/spot/trade/orderInfo"
                        + "?a=1&a-b=x y&clientOid=a#b&symbols=BTCUSDT,ETHUSDT");
        assertThat(signed.request().header("ACCESS-SIGN")).isEqualTo("CHinGL4A3pCkMldrrg+Y5ZUdrBcSiE0Rp48/ExRzD0s=");
        assertThat(signed.request().url())
                .hasToString(
                        HOST + "/api/v2/spot/trade/orderInfo?a=1&a-b=x%20y&clientOid=a%23b&symbols=BTCUSDT%2CETHUSDT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "of 2", "a+b", "a#b", "100%", "%41", "a&b=c", "龙虾USDT", "\uD83E\uDD9E"})
    void whatIsSignedIsWhatTheVenueDecodes(String value) {
        HttpUrl url = HttpUrl.get(HOST + "/api/v2/spot/trade/orderInfo")
                .newBuilder()
                .addQueryParameter("symbol", "BTCUSDT")
                .addQueryParameter("clientOid", value)
                .build();

        SignedRequest signed = sign(Requests.get(url.toString()), HMAC, NOW);

        String sent = signed.request().url().encodedQuery();
        assertThat(sent).matches("clientOid=[A-Za-z0-9._~%-]+&symbol=BTCUSDT");
        assertThat(signed.canonicalText())
                .isEqualTo("1684814440729GET/api/v2/spot/trade/orderInfo?" + URLDecoder.decode(sent, UTF_8))
                .endsWith("?clientOid=" + value + "&symbol=BTCUSDT");
    }

    @Test
    void rsaKeySignsTheSameText() {
        Request request = Requests.postJson(
                HOST + "/api/v2/spot/trade/place-order",
                "{\"symbol\":\"btcusdt\",\"quantity\":\"8\",\"side\":\"buy\",\"price\":\"1\","
                        + "\"orderType\":\"limit\",\"clientOid\":\"channel1233456\"}");

        SignedRequest signed = sign(request, SigningKeys.rsaPem(ThrowAwayKeys.RSA), NOW);

        assertThat(signed.request().header("ACCESS-SIGN"))
                .isEqualTo("CgM8/03JxEx+7yBTGYW/+IU9OF069YquxEVoidIyTXpAQo74fWETZvy7yIDI9up/Ltp4dLqTkpawC5WFRI9ge1B2"
                        + "VQ4lQcyKMNW2Y3ucjWTOPv/5YVakoLPg1gvY34UoyQzW4QJ7JIFS6pRVWxmSx83CAbihF4urvNMAvd2Rnty8YS2D"
                        + "R6JLTrdA29O/OnJ9d9GCrZ1VpXFzAJarXUBn9jgi4PHvwm62M88FIOqVhtmdS79T5Oc2cV0RS5fKflJrMTE2iqk8"
                        + "JTtWG3B/GXyac78AdqYk/vLGuuqbNg+v2AeBMCesFnHtDPBziHRGysmIBUHnVC75qmDrtVkKSQ8fjw==");
    }

    @Test
    void headersOfAnEarlierSignatureAreReplaced() {
        Request request = Requests.get(HOST + "/api/v2/spot/account/info");
        Instant earlier = Instant.ofEpochMilli(1659076670000L);

        Request again = sign(sign(request, HMAC, earlier).request(), HMAC, NOW).request();

        assertThat(again.headers()).isEqualTo(sign(request, HMAC, NOW).request().headers());
        assertThat(again.headers().size()).isEqualTo(4);
    }

    @Test
    void tagsAreKept() {
        Request request = Requests.get(HOST + "/api/v2/spot/account/info")
                .newBuilder()
                .tag(String.class, "invocation")
                .build();

        assertThat(sign(request, HMAC, NOW).request().tag(String.class)).isEqualTo("invocation");
    }

    @Test
    void keyOfAnotherKindIsRejected() {
        SigningKey key = SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519);

        assertThatThrownBy(() -> sign(Requests.get(HOST + "/api/v2/spot/account/info"), key, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bitget signs with an HMAC_SHA256 or RSA_SHA256 key but was given ED25519; "
                        + "create the key with SigningKeys.hmacSha256 or SigningKeys.rsaPem");
    }

    @Test
    void credentialsWithoutPassphraseAreRejected() {
        Credentials credentials = Credentials.of("invented-key", HMAC);

        assertThatThrownBy(() ->
                        new BitgetSigner().sign(Requests.get(HOST + "/api/v2/spot/account/info"), credentials, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bitget needs the passphrase that was chosen with the API key; "
                        + "create the credentials with Credentials.of(apiKey, passphrase, signingKey)");
    }

    private static SignedRequest sign(Request request, SigningKey key, Instant now) {
        return new BitgetSigner().sign(request, Credentials.of("invented-key", "invented-pass", key), now);
    }
}
