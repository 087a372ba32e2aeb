package dev.openvenue.simulator;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Generates credentials, both halves: what the client signs with, and what the venue verifies with. */
final class TestKeys {
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final SecureRandom random = new SecureRandom();

    /** Both halves of a generated key. */
    record Pair(Credentials credentials, AccountKey account) {}

    Pair create(SigningKey.Algorithm algorithm, String apiKeyPrefix, boolean withPassphrase) {
        String apiKey = apiKeyPrefix + text(40);
        String passphrase = withPassphrase ? text(16) : null;
        return switch (algorithm) {
            case HMAC_SHA256 -> hmac(apiKey, passphrase);
            case RSA_SHA256 -> keyPair(algorithm, "RSA", "SHA256withRSA", apiKey, passphrase);
            case ED25519 -> keyPair(algorithm, "Ed25519", "Ed25519", apiKey, passphrase);
            case SECP256K1 -> wallet(apiKey, passphrase);
        };
    }

    private Pair hmac(String apiKey, @Nullable String passphrase) {
        String secret = text(40);
        SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return pair(apiKey, passphrase, SigningKey.Algorithm.HMAC_SHA256, AccountKey.hmac(apiKey, secret), message -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has HmacSHA256", e);
            }
        });
    }

    private Pair keyPair(
            SigningKey.Algorithm algorithm, String type, String scheme, String apiKey, @Nullable String passphrase) {
        KeyPair keys;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            if (algorithm == SigningKey.Algorithm.RSA_SHA256) {
                generator.initialize(2048, random);
            }
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 15 makes keys of type " + type, e);
        }
        AccountKey account = AccountKey.publicKey(apiKey, keys.getPublic());
        return pair(apiKey, passphrase, algorithm, account, message -> sign(scheme, keys.getPrivate(), message));
    }

    private Pair wallet(String apiKey, @Nullable String passphrase) {
        BigInteger privateKey = new BigInteger(255, random)
                .mod(EthereumSignatures.order().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        AccountKey account = AccountKey.address(apiKey, EthereumSignatures.address(privateKey));
        return pair(
                apiKey,
                passphrase,
                SigningKey.Algorithm.SECP256K1,
                account,
                digest -> EthereumSignatures.sign(privateKey, digest));
    }

    private static Pair pair(
            String apiKey,
            @Nullable String passphrase,
            SigningKey.Algorithm algorithm,
            AccountKey account,
            UnaryOperator<byte[]> function) {
        SigningKey signingKey = SigningKey.of(algorithm, function);
        return passphrase == null
                ? new Pair(Credentials.of(apiKey, signingKey), account)
                : new Pair(Credentials.of(apiKey, passphrase, signingKey), account.withPassphrase(passphrase));
    }

    private static byte[] sign(String scheme, PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(scheme);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key that was just made does not sign by " + scheme, e);
        }
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }
}
