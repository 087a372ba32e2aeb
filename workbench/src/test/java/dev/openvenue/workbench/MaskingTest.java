package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that is kept of a request could be used again, be it of an invented key or of a real one. */
final class MaskingTest {
    private static final String SECRET = "MARKEDsecret";

    private final Masking masking = Masking.of(List.of(SECRET));

    @ParameterizedTest
    @CsvSource({
        "ACCESS-KEY, 0123456789abcdefghij, <api-key>",
        "APIKEY, 0123456789abcdefghij, <api-key>",
        "accesskey, 0123456789abcdefghij, <api-key>",
        "AccessKeyId, 0123456789abcdefghij, <api-key>",
        "validate-appkey, 0123456789abcdefghij, <api-key>",
        "xt-validate-appkey, 0123456789abcdefghij, <api-key>",
        "Authorization, Bearer abc, <api-key>",
        "Cookie, session=abc, <api-key>",
        "ACCESS-PASSPHRASE, abc, <passphrase>",
        "ACCESS-SIGN, 0123456789abcdefghij, 0123…ghij",
        "signature, 0123456789abcdefghij, 0123…ghij",
        "Signature, 0123456789abcdef, …",
        "xt-validate-signature, 0123456789abcdefghij, 0123…ghij",
        "X-SAPI-SIGN-TYPE, 1, 1",
        "SignatureMethod, HmacSHA256, HmacSHA256",
        "symbol, BTCUSDT, BTCUSDT",
        "symbol, MARKEDsecret, ***"
    })
    void whatStandsUnderANameThatBelongsToAKeyIsMasked(String name, String value, String masked) {
        assertThat(masking.value(name, value)).isEqualTo(masked);
    }

    @Test
    void queriesFormsAndBodiesAreMaskedMemberByMember() {
        assertThat(masking.pairs("market=btc_usdt&accesskey=abc&signature=0123456789abcdefghij&x=" + SECRET))
                .isEqualTo("market=btc_usdt&accesskey=<api-key>&signature=0123…ghij&x=***");
        assertThat(masking.body("market=btc_usdt&accesskey=abc")).isEqualTo("market=btc_usdt&accesskey=<api-key>");
        assertThat(masking.body("{\"apiKey\": \"a\\\"b\", \"price\":\"60000\", \"note\":\"" + SECRET + "\"}"))
                .isEqualTo("{\"apiKey\": \"<api-key>\", \"price\":\"60000\", \"note\":\"***\"}");
        assertThat(masking.body("")).isEmpty();
    }
}
