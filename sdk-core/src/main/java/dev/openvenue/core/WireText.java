package dev.openvenue.core;

import dev.openvenue.core.codegen.Decimals;
import dev.openvenue.core.codegen.OpenEnum;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** A parameter's text, ready for the wire; and how values become such text. */
record WireText(String text) {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** Decimals without exponent, open enums as they came, times as epoch milliseconds, anything else as it prints. */
    static String of(Object value) {
        if (value instanceof WireText ready) {
            return ready.text();
        }
        if (value instanceof BigDecimal decimal) {
            return Decimals.plain(decimal);
        }
        if (value instanceof OpenEnum open) {
            return open.wire();
        }
        if (value instanceof Instant instant) {
            return Long.toString(instant.toEpochMilli());
        }
        return value.toString();
    }

    /** {@code True} or {@code False}. */
    static String capitalized(Object value) {
        String text = of(value);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Base64 of a text. */
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything but the unreserved characters of RFC 3986 as {@code %XX}. */
    static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
