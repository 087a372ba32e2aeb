package dev.openvenue.core.signing;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encodes according to RFC 3986: all but unreserved characters, upper-case hex, a space as {@code %20}. For the
 * SDK itself: what is signed and what is sent must be encoded alike.
 */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";
    private static final boolean[] UNRESERVED = unreserved();

    private PercentEncoding() {}

    /** Encodes a text. */
    public static String encode(String text) {
        return isKept(text, "") ? text : append(text, "", new StringBuilder()).toString();
    }

    /** Appends a text, encoded except for the given characters. */
    static StringBuilder append(String text, String kept, StringBuilder out) {
        if (isKept(text, kept)) {
            return out.append(text);
        }
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (isUnreserved(c) || kept.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return out;
    }

    /** Whether the text stays as it is, as almost every one does. */
    private static boolean isKept(String text, String kept) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isUnreserved(c) && kept.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnreserved(char c) {
        return c < UNRESERVED.length && UNRESERVED[c];
    }

    private static boolean[] unreserved() {
        boolean[] unreserved = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
                .chars()
                .forEach(c -> unreserved[c] = true);
        return unreserved;
    }
}
