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
import java.util.Base64;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Generates credentials, both halves: what the client signs with, and what the venue verifies with. */
final class TestKeys {
    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static final int RSA_BITS = 2048;
    private static final int ED25519_BITS = 255;

    private final @Nullable Long seed;
    private final int account;

    /**
     * Keys of an account.
     *
     * @param seed what the keys are derived from; null for keys that nobody can guess
     */
    TestKeys(@Nullable Long seed, int account) {
        this.seed = seed;
        this.account = account;
    }

    /** Both halves of a generated key, and the first once more as text. */
    record Pair(Credentials credentials, AccountKey account, InventedKey invented) {}

    Pair create(SigningKey.Algorithm algorithm, String apiKeyPrefix, boolean withPassphrase) {
        SecureRandom random = seed == null
                ? new SecureRandom()
                : new SeededRandom(31 * (31 * seed + account) + algorithm.name().hashCode());
        String apiKey = apiKeyPrefix + text(40, random);
        String passphrase = withPassphrase ? text(16, random) : null;
        return switch (algorithm) {
            case HMAC_SHA256 -> hmac(apiKey, passphrase, text(40, random));
            case RSA_SHA256 -> keyPair(algorithm, "RSA", "SHA256withRSA", apiKey, passphrase, random);
            case ED25519 -> keyPair(algorithm, "Ed25519", "Ed25519", apiKey, passphrase, random);
            case SECP256K1 -> wallet(apiKey, passphrase, random);
        };
    }

    private static Pair hmac(String apiKey, @Nullable String passphrase, String secret) {
        SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        InventedKey invented = new InventedKey(SigningKey.Algorithm.HMAC_SHA256, apiKey, passphrase, secret);
        return pair(invented, AccountKey.hmac(apiKey, secret), message -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(message);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has HmacSHA256", e);
            }
        });
    }

    private static Pair keyPair(
            SigningKey.Algorithm algorithm,
            String type,
            String scheme,
            String apiKey,
            @Nullable String passphrase,
            SecureRandom random) {
        KeyPair keys;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(algorithm == SigningKey.Algorithm.RSA_SHA256 ? RSA_BITS : ED25519_BITS, random);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 15 makes keys of type " + type, e);
        }
        InventedKey invented = new InventedKey(algorithm, apiKey, passphrase, pem(keys.getPrivate()));
        AccountKey account = AccountKey.publicKey(apiKey, keys.getPublic());
        return pair(invented, account, message -> sign(scheme, keys.getPrivate(), message));
    }

    private static Pair wallet(String apiKey, @Nullable String passphrase, SecureRandom random) {
        BigInteger privateKey = new BigInteger(255, random)
                .mod(EthereumSignatures.order().subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
        String hex = String.format("%064x", privateKey);
        InventedKey invented = new InventedKey(SigningKey.Algorithm.SECP256K1, apiKey, passphrase, hex);
        AccountKey account = AccountKey.address(apiKey, EthereumSignatures.address(privateKey));
        return pair(invented, account, digest -> EthereumSignatures.sign(privateKey, digest));
    }

    private static Pair pair(InventedKey invented, AccountKey account, UnaryOperator<byte[]> function) {
        SigningKey signingKey = SigningKey.of(invented.algorithm(), function);
        String passphrase = invented.passphrase();
        return passphrase == null
                ? new Pair(Credentials.of(invented.apiKey(), signingKey), account, invented)
                : new Pair(
                        Credentials.of(invented.apiKey(), passphrase, signingKey),
                        account.withPassphrase(passphrase),
                        invented);
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

    private static String pem(PrivateKey key) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    private static String text(int length, SecureRandom random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS_AND_DIGITS.charAt(random.nextInt(LETTERS_AND_DIGITS.length())));
        }
        return text.toString();
    }

    /** A source that is not random at all: the same seed gives the same bytes, and so the same keys. */
    private static final class SeededRandom extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final Random source;

        SeededRandom(long seed) {
            source = new Random(seed);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            source.nextBytes(bytes);
        }
    }
}
