package dev.openvenue.core.signing;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The secret half of {@link Credentials}: an algorithm and a function that signs with it. The function may call an HSM
 * or a key service; then no secret enters this process. Factories for keys in memory are in
 * {@link dev.openvenue.core.signing.SigningKeys}.
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

    private final boolean inMemory;
    private final @Nullable String secret;

    private SigningKey(Algorithm algorithm, UnaryOperator<byte[]> function, boolean inMemory, @Nullable String secret) {
        this.algorithm = Objects.requireNonNull(algorithm, "algorithm");
        this.function = Objects.requireNonNull(function, "function");
        this.inMemory = inMemory;
        this.secret = secret;
    }

    /**
     * A key that is used through a function; input and output are those of the {@link Algorithm}. The function may
     * block: it runs on a thread of the client, and a call ends at its deadline even if the function does not return.
     */
    public static SigningKey of(Algorithm algorithm, UnaryOperator<byte[]> function) {
        return new SigningKey(algorithm, function, false, null);
    }

    /**
     * Like {@link #of}, for a function that only computes and never blocks, so that it may run on the caller's thread.
     *
     * @param secret the key as text, to be redacted from messages; null if it has no such form
     */
    public static SigningKey inMemory(Algorithm algorithm, UnaryOperator<byte[]> function, @Nullable String secret) {
        return new SigningKey(algorithm, function, true, secret);
    }

    /** What the key computes. */
    public Algorithm algorithm() {
        return algorithm;
    }

    /** Whether signing is pure computation that never blocks. */
    public boolean isInMemory() {
        return inMemory;
    }

    /** The key as text, if it is known. */
    Optional<String> secret() {
        return Optional.ofNullable(secret);
    }

    /**
     * Signs a message, or for {@link Algorithm#SECP256K1} a digest.
     *
     * @throws IllegalStateException if the function's output does not fit the {@link Algorithm}
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
