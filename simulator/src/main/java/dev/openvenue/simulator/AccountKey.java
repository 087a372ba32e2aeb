package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.simulator.proof.Check;
import dev.openvenue.simulator.proof.HmacMistakes;
import dev.openvenue.simulator.proof.KeyMistake;
import dev.openvenue.simulator.proof.PublicKeyMistakes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a venue knows about an API key: enough to verify signatures. Register one with {@link VenueSimulator#register}
 * when a test uses its own credentials.
 */
public final class AccountKey {
    private final String apiKey;
    private final @Nullable String passphrase;
    private final @Nullable String secret;
    private final SigningKey.Algorithm algorithm;
    private final Check check;
    private final Mistakes mistakes;

    private AccountKey(
            String apiKey,
            @Nullable String passphrase,
            @Nullable String secret,
            SigningKey.Algorithm algorithm,
            Check check,
            Mistakes mistakes) {
        this.apiKey = apiKey;
        this.passphrase = passphrase;
        this.secret = secret;
        this.algorithm = algorithm;
        this.check = check;
        this.mistakes = mistakes;
    }

    private interface Mistakes {
        List<KeyMistake> with(@Nullable String passphrase);
    }

    /** A key that signs with HMAC-SHA256, keyed with the bytes of this text. */
    public static AccountKey hmac(String apiKey, String secret) {
        return new AccountKey(
                apiKey,
                null,
                secret,
                SigningKey.Algorithm.HMAC_SHA256,
                HmacMistakes.check(secret),
                passphrase -> HmacMistakes.of(apiKey, secret, passphrase));
    }

    /**
     * A key whose public key was uploaded: RSA (PKCS #1 v1.5 with SHA-256) or Ed25519.
     *
     * @throws IllegalArgumentException if the key is neither
     */
    public static AccountKey publicKey(String apiKey, PublicKey publicKey) {
        return switch (publicKey.getAlgorithm()) {
            case "RSA" -> publicKey(apiKey, SigningKey.Algorithm.RSA_SHA256, "SHA256withRSA", publicKey);
            case "EdDSA", "Ed25519" -> publicKey(apiKey, SigningKey.Algorithm.ED25519, "Ed25519", publicKey);
            default ->
                throw new IllegalArgumentException(
                        "The public key is of type " + publicKey.getAlgorithm() + "; give an RSA or an Ed25519 key");
        };
    }

    /**
     * A key that signs as the wallet of this address ({@code 0x} and 40 hex digits) does with {@code personal_sign}.
     */
    public static AccountKey address(String apiKey, String address) {
        return new AccountKey(
                apiKey,
                null,
                null,
                SigningKey.Algorithm.SECP256K1,
                WalletMistakes.check(address),
                passphrase -> WalletMistakes.of(address));
    }

    private static AccountKey publicKey(
            String apiKey, SigningKey.Algorithm algorithm, String scheme, PublicKey publicKey) {
        return new AccountKey(
                apiKey,
                null,
                null,
                algorithm,
                PublicKeyMistakes.check(scheme, publicKey),
                passphrase -> PublicKeyMistakes.of(scheme, publicKey));
    }

    /** Returns the same key with its passphrase. */
    public AccountKey withPassphrase(String chosen) {
        return new AccountKey(apiKey, chosen, secret, algorithm, check, mistakes);
    }

    /** The API key that requests carry. */
    public String apiKey() {
        return apiKey;
    }

    /** The signature algorithm. */
    public SigningKey.Algorithm algorithm() {
        return algorithm;
    }

    /** What nobody may be shown. */
    List<String> secrets() {
        return Stream.of(secret, passphrase).filter(Objects::nonNull).toList();
    }

    @Nullable
    String secret() {
        return secret;
    }

    @Nullable
    String passphrase() {
        return passphrase;
    }

    /** What goes wrong with such a key. */
    List<KeyMistake> mistakes() {
        return mistakes.with(passphrase);
    }

    public boolean hasPassphrase(@Nullable String given) {
        return passphrase == null || passphrase.equals(given);
    }

    public boolean accepts(String text, byte[] signature) {
        try {
            return check.match(text.getBytes(StandardCharsets.UTF_8), List.of(signature)) == 0;
        } catch (GeneralSecurityException e) {
            // Not a signature of this scheme at all, for example because of its length.
            return false;
        }
    }

    /** Verifies signatures as they are due. */
    Check check() {
        return check;
    }

    @Override
    public String toString() {
        return "AccountKey[" + algorithm + "]";
    }
}
