package dev.openvenue.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 for the tests' own signatures. */
final class Hmac {
    private Hmac() {}

    static String base64(String secret, String text) {
        return Base64.getEncoder().encodeToString(of(secret, text));
    }

    static String hex(String secret, String text) {
        return HexFormat.of().formatHex(of(secret, text));
    }

    private static byte[] of(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
