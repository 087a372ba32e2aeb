package dev.openvenue.core.signing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encodes according to RFC 3986: all but unreserved characters, upper-case hex, a space as {@code %20}. For the
 * SDK itself: what is signed and what is sent must be encoded alike.
 */
public final class PercentEncoding {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PercentEncoding() {}

    /** Encodes a text. */
    public static String encode(String text) {
        return encode(text, "");
    }

    /** Encodes a text except for the given characters. */
    static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (isUnreserved(c) || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
