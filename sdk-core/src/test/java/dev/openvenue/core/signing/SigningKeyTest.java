package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SigningKeyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HMAC_SHA256 | 64 | The function of the HMAC_SHA256 key gave 64 bytes; it must give 32, raw and not as text or DER
            ED25519     | 88 | The function of the ED25519 key gave 88 bytes; it must give 64, raw and not as text or DER
            SECP256K1   | 71 | The function of the SECP256K1 key gave 71 bytes; it must give 65, raw and not as text or DER
            """)
    void functionThatGivesAnotherFormIsRejected(Algorithm algorithm, int size, String message) {
        SigningKey key = SigningKey.of(algorithm, input -> new byte[size]);

        assertThatThrownBy(() -> key.sign(new byte[32]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    @Test
    void recoveryIdOfAnotherConventionIsRejected() {
        SigningKey key = SigningKey.of(Algorithm.SECP256K1, input -> {
            byte[] signature = new byte[65];
            signature[64] = 27;
            return signature;
        });

        assertThatThrownBy(() -> key.sign(new byte[32]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The function of the SECP256K1 key gave 27 as the last byte; "
                        + "it must give 0 or 1, the parity of R.y");
    }

    @Test
    void secp256k1SignsDigestsOnly() {
        SigningKey key = SigningKey.of(Algorithm.SECP256K1, input -> new byte[65]);

        assertThatThrownBy(() -> key.sign(new byte[64]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SECP256K1 signs a digest of 32 bytes but was given 64; hash the message first");
    }

    @Test
    void rsaSignatureMayHaveAnyLength() {
        SigningKey key = SigningKey.of(Algorithm.RSA_SHA256, input -> new byte[384]);

        assertThat(key.sign(new byte[1])).hasSize(384);
    }
}
