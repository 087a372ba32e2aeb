package dev.openvenue.workbench;

import dev.openvenue.core.signing.SecretRedactor;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes keys and signatures out of what is kept of a request: whatever stands under a name that belongs to one, also
 * where the key is not of the simulator (a bot that is pointed here by mistake sends a real one), and the simulator's
 * own keys wherever they stand.
 */
final class Masking {
    private static final Pattern SIGNATURE = Pattern.compile(".*(sign|signature)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSPHRASE =
            Pattern.compile(".*(passphrase|password|secret)", Pattern.CASE_INSENSITIVE);
    private static final Pattern KEY = Pattern.compile(
            ".*(api[-_]?key|access[-_]?key([-_]?id)?|app[-_]?key|validate-key|authorization|cookie)|.*-key",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAIR = Pattern.compile("([^&=\\s?]+)=([^&]*)");
    private static final Pattern MEMBER = Pattern.compile("\"([^\"\\\\]{1,64})\"(\\s*:\\s*)\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int SHOWN = 4;

    private final SecretRedactor own;

    private Masking(SecretRedactor own) {
        this.own = own;
    }

    /** Masks by name, and these texts wherever they stand. */
    static Masking of(Collection<String> secrets) {
        return new Masking(SecretRedactor.of(null).and(secrets));
    }

    /** The value of a header or a parameter. */
    String value(String name, String value) {
        String word = name.toLowerCase(Locale.ROOT);
        if (SIGNATURE.matcher(word).matches()) {
            return shortened(value);
        } else if (PASSPHRASE.matcher(word).matches()) {
            return "<passphrase>";
        } else if (KEY.matcher(word).matches()) {
            return "<api-key>";
        }
        return own.hide(value);
    }

    /** A query, or a form. */
    String pairs(String pairs) {
        return PAIR.matcher(pairs)
                .replaceAll(
                        pair -> Matcher.quoteReplacement(pair.group(1) + "=" + value(pair.group(1), pair.group(2))));
    }

    /** A body of any kind. */
    String body(String body) {
        String text = own.hide(body);
        if (text.startsWith("{") || text.startsWith("[")) {
            return MEMBER.matcher(text)
                    .replaceAll(member -> Matcher.quoteReplacement("\"" + member.group(1) + "\"" + member.group(2)
                            + "\"" + value(member.group(1), member.group(3)) + "\""));
        }
        return text.contains("=") && !text.contains("<") ? pairs(text) : text;
    }

    /** Enough of a signature to recognise it. */
    static String shortened(String signature) {
        int length = signature.length();
        return length <= 4 * SHOWN ? "…" : signature.substring(0, SHOWN) + "…" + signature.substring(length - SHOWN);
    }
}
