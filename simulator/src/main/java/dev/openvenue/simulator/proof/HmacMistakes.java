package dev.openvenue.simulator.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 with a secret, and what goes wrong with the secret and with the algorithm. */
public final class HmacMistakes {
    private static final String STRIP = "Strip the secret after it is read from a file, a variable or the clipboard";

    private final byte[] secret;
    private final List<KeyMistake> mistakes = new ArrayList<>();

    private HmacMistakes(String secret) {
        this.secret = bytes(secret);
    }

    /** Verifies what is due. */
    public static Check check(String secret) {
        return hmac("HmacSHA256", bytes(secret));
    }

    public static List<KeyMistake> of(String apiKey, String secret, @Nullable String passphrase) {
        HmacMistakes all = new HmacMistakes(secret);
        all.blanks(secret);
        all.codings(secret);
        all.others(apiKey, secret, passphrase);
        all.algorithms();
        return all.mistakes;
    }

    private void blanks(String text) {
        secret("secret-with-line-feed", "with a line feed at its end", STRIP, text + "\n");
        secret("secret-with-line-feed", "with carriage return and line feed at its end", STRIP, text + "\r\n");
        secret("secret-with-blank", "with a blank at its end", STRIP, text + " ");
        secret("secret-with-blank", "with a blank before it", STRIP, " " + text);
        secret("secret-with-blank", "with a tab at its end", STRIP, text + "\t");
        secret("secret-with-byte-order-mark", "with a byte order mark before it", STRIP, "\uFEFF" + text);
        secret("secret-stripped", "without the blanks around it", "Do not strip the secret", text.strip());
        secret("secret-in-quotes", "in quotes", "Take the quotes away from the secret", '"' + text + '"');
        secret("secret-in-quotes", "in single quotes", "Take the quotes away from the secret", "'" + text + "'");
    }

    private void codings(String text) {
        String advice = "Use the characters of the secret as they are: their bytes in UTF-8 are the key";
        byte[] utf8 = bytes(text);
        try {
            secret(
                    "secret-base64-decoded",
                    "decoded from Base64",
                    advice,
                    Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // It is not Base64, so nobody decodes it.
            secret("secret-base64url-decoded", "decoded from Base64 for URLs", advice, lenient(text));
        }
        try {
            secret(
                    "secret-hex-decoded",
                    "decoded from hex",
                    advice,
                    HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            secret(
                    "secret-hex-encoded",
                    "written as hex",
                    advice,
                    HexFormat.of().formatHex(utf8));
        }
        secret(
                "secret-base64-encoded",
                "encoded as Base64",
                advice,
                Base64.getEncoder().encodeToString(utf8));
        secret("secret-percent-encoded", "percent-encoded", advice, Parameters.escape(text));
        secret("secret-lower-case", "in lower case", advice, text.toLowerCase(Locale.ROOT));
        secret("secret-upper-case", "in upper case", advice, text.toUpperCase(Locale.ROOT));
        secret("secret-with-ampersand", "with & at its end", advice, text + "&");
    }

    private static byte[] lenient(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return bytes(text);
        }
    }

    private void others(String apiKey, String text, @Nullable String passphrase) {
        String advice = "Sign with the secret that was issued together with the API key";
        secret("api-key-as-secret", "replaced by the API key", advice, apiKey);
        if (passphrase != null) {
            secret("passphrase-as-secret", "replaced by the passphrase", advice, passphrase);
            secret("passphrase-as-secret", "followed by the passphrase", advice, text + passphrase);
        }
        secret("secret-empty", "left empty", advice, "");
    }

    private void algorithms() {
        for (Map.Entry<String, String> algorithm : List.of(
                Map.entry("HmacSHA512", "SHA-512"),
                Map.entry("HmacSHA384", "SHA-384"),
                Map.entry("HmacSHA1", "SHA-1"),
                Map.entry("HmacMD5", "MD5"))) {
            algorithm("hash-other", "for HMAC with " + algorithm.getValue(), hmac(algorithm.getKey(), secret));
        }
        algorithm("hash-without-secret", "for SHA-256 of the text without the secret", hash(new byte[0], new byte[0]));
        algorithm("hash-with-secret", "for SHA-256 of secret and text instead of HMAC", hash(secret, new byte[0]));
        algorithm("hash-with-secret", "for SHA-256 of text and secret instead of HMAC", hash(new byte[0], secret));
        algorithm(
                "secret-and-text-swapped",
                "for HMAC with the text as key and the secret as text",
                (text, signatures) -> hmac("HmacSHA256", text).match(secret, signatures));
        Check right = hmac("HmacSHA256", secret);
        algorithm(
                "text-hashed-first",
                "for the SHA-256 of the text, in hex, instead of the text",
                (text, signatures) -> right.match(bytes(HexFormat.of().formatHex(sha256(text))), signatures));
    }

    private void algorithm(String id, String did, Check check) {
        mistakes.add(new KeyMistake(
                id, did, "HMAC-SHA256 of the text with the secret is due", "Sign with HMAC-SHA256", check));
    }

    private void secret(String id, String did, String advice, String other) {
        secret(id, did, advice, bytes(other));
    }

    private void secret(String id, String did, String advice, byte[] other) {
        if (!MessageDigest.isEqual(other, secret)) {
            mistakes.add(new KeyMistake(
                    id, "for the secret " + did, "the secret itself is the key", advice, hmac("HmacSHA256", other)));
        }
    }

    private static Check hmac(String algorithm, byte[] key) {
        // HMAC fills keys up with zeros, so this one is the empty key, which the JDK rejects.
        SecretKeySpec spec = new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm);
        return (text, signatures) -> {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(spec);
            return indexOf(mac.doFinal(text), signatures);
        };
    }

    private static Check hash(byte[] before, byte[] after) {
        return (text, signatures) -> {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(before);
            hash.update(text);
            return indexOf(hash.digest(after), signatures);
        };
    }

    private static byte[] sha256(byte[] text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text);
    }

    private static int indexOf(byte[] due, List<byte[]> signatures) {
        for (int i = 0; i < signatures.size(); i++) {
            if (MessageDigest.isEqual(due, signatures.get(i))) {
                return i;
            }
        }
        return Check.NONE;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
