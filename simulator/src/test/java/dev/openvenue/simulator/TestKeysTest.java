package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.signing.SigningKey;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TestKeysTest {
    @ParameterizedTest
    @EnumSource
    void bothHalvesBelongTogether(SigningKey.Algorithm algorithm) {
        TestKeys.Pair pair = new TestKeys(null, 0).create(algorithm, "st_", true);

        assertThat(pair.credentials().apiKey()).matches("st_[A-Za-z0-9]{40}");
        assertThat(pair.account().apiKey()).isEqualTo(pair.credentials().apiKey());
        assertThat(pair.credentials().signingKey().algorithm()).isEqualTo(algorithm);
        assertThat(pair.account().algorithm()).isEqualTo(algorithm);
        assertThat(pair.account().hasPassphrase(pair.credentials().passphrase().orElseThrow()))
                .isTrue();
        assertThat(pair.account().hasPassphrase("another")).isFalse();
        byte[] signature = sign(pair.credentials().signingKey(), "text");
        assertThat(pair.account().accepts("text", signature)).isTrue();
        assertThat(pair.account().accepts("other text", signature)).isFalse();
    }

    /** A wallet signs a digest and counts from 27; the others sign the message. */
    private static byte[] sign(SigningKey key, String text) {
        if (key.algorithm() != SigningKey.Algorithm.SECP256K1) {
            return key.sign(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] prefixed = ("\u0019Ethereum Signed Message:\n" + text.length() + text).getBytes(StandardCharsets.UTF_8);
        byte[] signature = key.sign(new Keccak.Digest256().digest(prefixed));
        signature[64] = (byte) (signature[64] + 27);
        return signature;
    }
}
