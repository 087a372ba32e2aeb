package dev.openvenue.core;

import dev.openvenue.core.codegen.Decimals;
import dev.openvenue.core.codegen.OpenEnum;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** A parameter's text in its wire format, and the conversion of values to such text. */
record WireText(String text) {
    /**
     * Decimals without exponent, open enums by their wire value, instants as epoch milliseconds, anything else by
     * {@code toString()}.
     */
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

    /**
     * Base64 of a JSON text, without padding: blanks before the last bracket make its length divisible by three. So the
     * text contains no {@code =}, for which it is unclear whether it is signed as it is or percent-encoded.
     */
    static String base64(String json) {
        int end = json.endsWith("]") || json.endsWith("}") ? json.length() - 1 : json.length();
        int over = json.getBytes(StandardCharsets.UTF_8).length % 3;
        String even = json.substring(0, end) + " ".repeat((3 - over) % 3) + json.substring(end);
        return Base64.getEncoder().encodeToString(even.getBytes(StandardCharsets.UTF_8));
    }
}
