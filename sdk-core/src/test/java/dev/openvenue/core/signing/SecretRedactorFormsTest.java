package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In which forms a secret is hidden, and what is shown in its place. */
class SecretRedactorFormsTest {
    private static final Credentials CREDENTIALS =
            Credentials.of("invented/key+1", "pass/phrase", SigningKeys.hmacSha256("invented=secret"));

    @Test
    void secretsAreHiddenVerbatimFormEncodedAndPercentEncoded() {
        SecretRedactor redactor = SecretRedactor.of(CREDENTIALS);

        assertThat(redactor.hide("key=invented/key+1 key=invented%2Fkey%2B1")).isEqualTo("key=*** key=***");
        assertThat(redactor.hide("pass/phrase, pass%2Fphrase, invented=secret, invented%3Dsecret"))
                .isEqualTo("***, ***, ***, ***");
    }

    @Test
    void namedSecretsAreReplacedByTheirNamesHoweverShortTheyAre() {
        SecretRedactor redactor =
                SecretRedactor.naming(Credentials.of("k1", "p2", SigningKeys.hmacSha256("invented-secret")));

        assertThat(redactor.hide("k1 p2 invented-secret")).isEqualTo("<api-key> <passphrase> <secret>");
    }

    @Test
    void aShortNamedSecretIsLeftWhereItIsPartOfAPathOrAWord() {
        SecretRedactor redactor =
                SecretRedactor.naming(Credentials.of("invented-api-key", "trade", SigningKeys.hmacSha256("p")));

        assertThat(redactor.hide("POST /api/v2/spot/trade/place-order"))
                .isEqualTo("POST /api/v2/spot/trade/place-order");
        assertThat(redactor.hide("ACCESS-PASSPHRASE: trade, {\"p\":\"trade\"}, p=trade&spot=x"))
                .isEqualTo("ACCESS-PASSPHRASE: <passphrase>, {\"<secret>\":\"<passphrase>\"},"
                        + " <secret>=<passphrase>&spot=x");
    }

    @Test
    void aBlankIsHiddenAsAFormAndAsAUrlEncodesIt() {
        SecretRedactor redactor = SecretRedactor.of(null).and(List.of("pass phrase"));

        assertThat(redactor.hide("pass phrase, pass+phrase, pass%20phrase")).isEqualTo("***, ***, ***");
    }

    @Test
    void ofTwoSecretsTheLongerIsHiddenFirst() {
        SecretRedactor redactor = SecretRedactor.of(null).and(List.of("abcdef", "abcdefghi"));

        assertThat(redactor.hide("abcdefghi and abcdef")).isEqualTo("*** and ***");
    }

    @Test
    void shortTextsAreNotHidden() {
        assertThat(SecretRedactor.of(null).and(List.of("order")).hide("order placed"))
                .isEqualTo("order placed");
    }
}
