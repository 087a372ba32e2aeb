package dev.openvenue.core.signing;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECKey;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Creates {@link SigningKey}s from keys in memory. An invalid key is rejected here, at startup, and not with the first
 * order; the message never quotes the key. For a key in an HSM or a key service, use {@link SigningKey#of}.
 */
public final class SigningKeys {
    /** The order of secp256k1: a private key is greater than zero and less than this. */
    private static final BigInteger SECP256K1_ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    private SigningKeys() {}

    /**
     * A shared secret for HMAC-SHA256. Its UTF-8 bytes are the key, even if the text looks like hex or Base64: that is
     * how all supported venues use it.
     */
    public static SigningKey hmacSha256(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The secret is blank; check where it is read from");
        }
        if (!secret.equals(secret.strip())) {
            throw new IllegalArgumentException(
                    "The secret begins or ends with white space; remove it, the venue would reject the signature");
        }
        SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        // A Mac is not thread-safe; this one is only copied, which takes half as long as making one.
        Mac prototype = started(key);
        return SigningKey.inMemory(
                Algorithm.HMAC_SHA256, message -> copy(prototype, key).doFinal(message), secret);
    }

    /** An RSA private key. The key's own provider signs, so a key in a PKCS#11 token works. */
    public static SigningKey rsa(PrivateKey key) {
        return privateKey(Algorithm.RSA_SHA256, "SHA256withRSA", "RSA", key);
    }

    /** An RSA private key in PKCS#8 PEM ({@code BEGIN PRIVATE KEY}), not encrypted. */
    public static SigningKey rsaPem(String pkcs8Pem) {
        return inMemory(rsa(Pem.privateKey(pkcs8Pem)));
    }

    /** An Ed25519 private key. */
    public static SigningKey ed25519(PrivateKey key) {
        return privateKey(Algorithm.ED25519, "Ed25519", "Ed25519", key);
    }

    /** An Ed25519 private key in PKCS#8 PEM ({@code BEGIN PRIVATE KEY}), not encrypted. */
    public static SigningKey ed25519Pem(String pkcs8Pem) {
        return inMemory(ed25519(Pem.privateKey(pkcs8Pem)));
    }

    /**
     * A secp256k1 private key, such as that of an EVM wallet: 64 hex digits, with or without {@code 0x}. Needs Bouncy
     * Castle or acinq's {@code secp256k1-kmp-jni-jvm} on the class path; the latter is native, faster, and runs in
     * constant time.
     *
     * @throws IllegalStateException if neither is present
     */
    public static SigningKey secp256k1(String hexPrivateKey) {
        String digits = hexPrivateKey.startsWith("0x") ? hexPrivateKey.substring(2) : hexPrivateKey;
        if (digits.isBlank()) {
            throw new IllegalArgumentException("The secp256k1 key is blank; check where it is read from");
        }
        if (digits.length() != 64) {
            throw new IllegalArgumentException("A secp256k1 key has 64 hex digits but was given " + digits.length()
                    + "; give the private key itself, not an address or a mnemonic");
        }
        // The JDK's hex parser would quote the digit that it rejects.
        if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("The secp256k1 key is not hex; give its 64 digits 0-9 and a-f");
        }
        byte[] key = HexFormat.of().parseHex(digits);
        BigInteger number = new BigInteger(1, key);
        if (number.signum() == 0 || number.compareTo(SECP256K1_ORDER) >= 0) {
            throw new IllegalArgumentException(
                    "The secp256k1 key is zero or not below the order of the curve, so it is not a valid key;"
                            + " check how it was made");
        }
        return SigningKey.inMemory(Algorithm.SECP256K1, Secp256k1.signer(key), digits);
    }

    private static SigningKey inMemory(SigningKey key) {
        return SigningKey.inMemory(key.algorithm(), key::sign, null);
    }

    private static SigningKey privateKey(Algorithm algorithm, String scheme, String name, PrivateKey key) {
        UnaryOperator<byte[]> function = message -> {
            try {
                Signature signature = started(scheme, key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The " + name + " key failed to sign; nothing was sent", e);
            }
        };
        try {
            started(scheme, key);
        } catch (InvalidKeyException e) {
            // Without the cause, since a provider's message may quote the key.
            throw new IllegalArgumentException("An " + name + " private key is needed but was given one for "
                    + nameOf(key) + "; check which key the venue knows");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM has no provider for " + scheme + "; run on a complete JDK", e);
        }
        return SigningKey.of(algorithm, function);
    }

    private static Signature started(String scheme, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(scheme);
        signature.initSign(key);
        return signature;
    }

    private static String nameOf(PrivateKey key) {
        return key instanceof EdECKey edwards ? edwards.getParams().getName() : key.getAlgorithm();
    }

    private static Mac copy(Mac prototype, SecretKeySpec key) {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            // That of a hardware module, for example.
            return started(key);
        }
    }

    private static Mac started(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot compute HMAC-SHA256, which every Java platform must", e);
        }
    }
}
