package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * An invented API key in a form that can be copied into another program. It opens a simulated account and nothing else.
 *
 * @param algorithm its kind
 * @param apiKey what requests carry
 * @param passphrase what the venue asks for beside it; null if it does not
 * @param secret what signs: the text of an HMAC key, the PEM (PKCS #8) of an RSA or Ed25519 key, the 64 hex digits of a
 *     wallet's
 */
public record InventedKey(
        SigningKey.Algorithm algorithm,
        String apiKey,
        @Nullable String passphrase,
        String secret) {
    /** The kind only. */
    @Override
    public String toString() {
        return "InventedKey[" + algorithm + "]";
    }
}
