package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations: what the venue's own Node module gives for invented credentials, and Python's hmac. */
final class XtSignerTest {
    private static final String API = "https://api.xt.com/trade/api/v1/";
    private static final Instant NOW = Instant.ofEpochMilli(1562919832183L);
    private static final SigningKey HMAC = SigningKeys.hmacSha256("mySecretKey");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            getBalance | accesskey=myAccessKey&nonce=1562919832183 | 84b2653615cbb0bbc19af3f4fdb609f3a60530651b75e2aa788029c5dfe7e452
            getOrder?market=btc_usdt&id=123 | accesskey=myAccessKey&id=123&market=btc_usdt&nonce=1562919832183 | a4dbea1b723ef9f55bf236316977054b2628057811f92d35a7e932fe179de02e
            getOpenOrders?pageSize=10&page=1&market=btc_usdt | accesskey=myAccessKey&market=btc_usdt&nonce=1562919832183&page=1&pageSize=10 | e1d93cdcd9c205c89d78d7898f891f04de229d8575f01006d8d8a2bbaec11ea3
            """)
    void getIsSignedInItsQuery(String path, String canonical, String signature) {
        SignedRequest signed = sign(Requests.get(API + path));

        assertThat(signed.canonicalText()).isEqualTo(canonical);
        assertThat(signed.request().url())
                .hasToString(API + path.replaceAll("\\?.*", "") + "?" + canonical + "&signature=" + signature);
    }

    @Test
    void postIsSignedInItsForm() {
        SignedRequest signed =
                sign(Requests.postForm(API + "order", "market=btc_usdt&price=10000&number=1.23&type=1&entrustType=0"));

        assertThat(signed.canonicalText())
                .isEqualTo("accesskey=myAccessKey&entrustType=0&market=btc_usdt&nonce=1562919832183"
                        + "&number=1.23&price=10000&type=1");
        assertThat(Requests.body(signed.request()))
                .isEqualTo("accesskey=myAccessKey&entrustType=0&market=btc_usdt&nonce=1562919832183"
                        + "&number=1.23&price=10000&type=1"
                        + "&signature=66762dee9e16f1a8377b56787edff82c5cf031dcd4fb5f2a520e1d635031f128");
        assertThat(signed.request().body().contentType()).hasToString("application/x-www-form-urlencoded");
        assertThat(signed.request().url()).hasToString(API + "order");
    }

    @Test
    void dataIsSignedAsBase64TextAndSentEncoded() {
        String ids = "WyIxNTcxNTQzOTIxMjI0OTMiLCIxNTcxNTQzOTIxMjI0OTQiLCIxNTcxNTQzOTIxMjI0OTUiLCIxNTcxNTQzOTIx"
                + "MjI0OTYiLCIxNTcxNTQzOTIxMjI0OTciXQ";

        SignedRequest signed = sign(Requests.postForm(API + "batchCancel", "market=btc_usdt&data=" + ids + "%3D%3D"));

        assertThat(signed.canonicalText())
                .isEqualTo("accesskey=myAccessKey&data=" + ids + "==&market=btc_usdt&nonce=1562919832183");
        assertThat(Requests.body(signed.request()))
                .isEqualTo("accesskey=myAccessKey&data=" + ids + "%3D%3D&market=btc_usdt&nonce=1562919832183"
                        + "&signature=e43dfef3e83e0fab481511d4b72ff8916b3850ea18697efbe9fcf45617164e0e");
    }

    @Test
    void valuesAreSignedPlainAndSentEncodedInQueryAndForm() {
        String canonical = "accesskey=myAccessKey&id=a b+c&d=é%&market=btc_usdt&nonce=1562919832183";
        String sent = "accesskey=myAccessKey&id=a%20b%2Bc%26d%3D%C3%A9%25&market=btc_usdt&nonce=1562919832183"
                + "&signature=ba1fb917090ae8e786f4cfcc653bfccca95e840c2496ab522123262c59a8677f";

        SignedRequest get = sign(Requests.get(API + "getOrder?market=btc_usdt&id=a%20b%2Bc%26d%3D%C3%A9%25"));
        SignedRequest post = sign(Requests.postForm(API + "cancel", "market=btc_usdt&id=a+b%2Bc%26d%3D%C3%A9%25"));

        assertThat(get.canonicalText()).isEqualTo(canonical);
        assertThat(get.request().url().encodedQuery()).isEqualTo(sent);
        assertThat(post.canonicalText()).isEqualTo(canonical);
        assertThat(Requests.body(post.request())).isEqualTo(sent);
    }

    @Test
    void postWithoutParametersGetsAForm() {
        SignedRequest signed = sign(Requests.postNothing(API + "cancel"));

        assertThat(Requests.body(signed.request()))
                .isEqualTo("accesskey=myAccessKey&nonce=1562919832183"
                        + "&signature=84b2653615cbb0bbc19af3f4fdb609f3a60530651b75e2aa788029c5dfe7e452");
    }

    @Test
    void parametersOfAnEarlierSignatureAreReplaced() {
        Credentials other = Credentials.of("other", HMAC);
        Request get = Requests.get(API + "getOrder?id=123&market=btc_usdt");
        Request post = Requests.postForm(API + "cancel", "id=123&market=btc_usdt");

        Request getAgain =
                sign(new XtSigner().sign(get, other, Instant.EPOCH).request()).request();
        Request postAgain =
                sign(new XtSigner().sign(post, other, Instant.EPOCH).request()).request();

        assertThat(getAgain.url()).isEqualTo(sign(get).request().url());
        assertThat(Requests.body(postAgain)).isEqualTo(Requests.body(sign(post).request()));
    }

    @Test
    void tagsAreKept() {
        Request request = Requests.postForm(API + "cancel", "id=123")
                .newBuilder()
                .tag(String.class, "invocation")
                .build();

        assertThat(sign(request).request().tag(String.class)).isEqualTo("invocation");
    }

    @Test
    void queryOfAPostIsRejected() {
        assertThatThrownBy(() -> sign(Requests.postForm(API + "cancel?market=btc_usdt", "id=123")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("XT signs only the body of this request, so its query would travel unsigned; "
                        + "move [market] into the body");
    }

    @Test
    void keyOfAnotherKindIsRejected() {
        Credentials credentials = Credentials.of("myAccessKey", SigningKeys.rsaPem(ThrowAwayKeys.RSA));

        assertThatThrownBy(() -> new XtSigner().sign(Requests.get(API + "getBalance"), credentials, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("XT signs with an HMAC_SHA256 key but was given RSA_SHA256; "
                        + "create the key with SigningKeys.hmacSha256");
    }

    private static SignedRequest sign(Request request) {
        return new XtSigner().sign(request, Credentials.of("myAccessKey", HMAC), NOW);
    }
}
