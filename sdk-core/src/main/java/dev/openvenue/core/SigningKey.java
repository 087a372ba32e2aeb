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
        HMAC_SHA256(32),
        /** Message → RSASSA-PKCS1-v1_5 signature with SHA-256. */
        RSA_SHA256(0),
        /** Message → 64-byte Ed25519 signature. */
        ED25519(64),
        /** 32-byte digest → 65 bytes: r, s (low), and 0 or 1 for the parity of R.y. */
        SECP256K1(65);

        /** How many bytes a signature has; 0 where that depends on the key. */
        private final int size;

        Algorithm(int size) {
            this.size = size;
        }
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

    /**
     * Signs a message, or for {@link Algorithm#SECP256K1} a digest.
     *
     * @throws IllegalStateException if the function gives what the {@link Algorithm} does not
     */
    public byte[] sign(byte[] input) {
        if (algorithm == Algorithm.SECP256K1 && input.length != 32) {
            throw new IllegalArgumentException(
                    "SECP256K1 signs a digest of 32 bytes but was given " + input.length + "; hash the message first");
        }
        byte[] output = function.apply(input);
        if (algorithm.size != 0 && output.length != algorithm.size) {
            throw new IllegalStateException("The function of the " + algorithm + " key gave " + output.length
                    + " bytes; it must give " + algorithm.size + ", raw and not as text or DER");
        }
        if (algorithm == Algorithm.SECP256K1 && (output[64] & ~1) != 0) {
            throw new IllegalStateException("The function of the SECP256K1 key gave " + output[64]
                    + " as the last byte; it must give 0 or 1, the parity of R.y");
        }
        return output;
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
