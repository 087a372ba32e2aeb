package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.Request;
import org.junit.jupiter.api.Test;

final class CredentialsTest {
    private static final SigningKey KEY = SigningKeys.hmacSha256("invented-secret");

    @Test
    void nothingIsEverPrinted() {
        assertThat(Credentials.of("invented-key", "invented-pass", KEY))
                .hasToString("Credentials[SigningKey[HMAC_SHA256]]");
    }

    @Test
    void signedRequestPrintsNeitherQueryNorText() {
        Request request = new Request.Builder()
                .url("https://api.huobi.pro/v1/account/accounts?AccessKeyId=k&Signature=s")
                .build();

        assertThat(new SignedRequest(request, "AccessKeyId=k")).hasToString("SignedRequest[GET /v1/account/accounts]");
    }

    @Test
    void blankKeyIsRejected() {
        assertThatThrownBy(() -> Credentials.of(" ", KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The API key is blank; check where it is read from");
    }

    @Test
    void keyWithWhiteSpaceAroundIsRejected() {
        assertThatThrownBy(() -> Credentials.of("invented-key\n", KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The API key begins or ends with white space; "
                        + "remove it, the venue would reject the signature");
    }

    @Test
    void passphraseThatNoHeaderCanCarryIsRejectedWithoutQuotingIt() {
        assertThatThrownBy(() -> Credentials.of("invented-key", "paß", KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The passphrase has a character outside printable ASCII; "
                        + "copy it again, it must fit into an HTTP header");
    }
}
