package dev.openvenue.core;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The secret half of {@link Credentials}: an algorithm and a function that signs with it. The function may call an HSM or a key
 * service; then no secret enters this process. Factories for keys in memory are in {@link
 * dev.openvenue.core.signing.SigningKeys}.
 */
public final class SigningKey {
    /** What the function computes. */
    public enum Algorithm {
        /** Message → 32-byte HMAC-SHA256. */
        HMAC_SHA256,
        /** Message → RSASSA-PKCS1-v1_5 signature with SHA-256. */
        RSA_SHA256,
        /** Message → 64-byte Ed25519 signature. */
        ED25519,
        /** 32-byte digest → 65 bytes: r, s (low), and 0 or 1 for the parity of R.y. */
        SECP256K1
    }

    private final Algorithm algorithm;
    private final UnaryOperator<byte[]> function;

    private SigningKey(Algorithm algorithm, UnaryOperator<byte[]> function) {
        this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
        this.function = Objects.requireNonNull(function, "function");
    }

    /** A key that is used through a function; input and output are those of the {@link Algorithm}. */
    public static SigningKey of(Algorithm algorithm, UnaryOperator<byte[]> function) {
        return new SigningKey(algorithm, function);
    }

    /** What the key computes. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** Signs a message, or for {@link Algorithm#SECP256K1} a digest. */
    public byte[] sign(byte[] input) {
        return function.apply(input);
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
