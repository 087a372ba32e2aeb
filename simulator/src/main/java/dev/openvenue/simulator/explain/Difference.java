package dev.openvenue.simulator.explain;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first difference of two texts.
 *
 * @param position where it is, counted in characters (code points) from 1
 * @param due the character that is due, as words: {@code 'a'}, {@code a space (U+0020)}, {@code the end}
 * @param signed the character that was signed instead, as words
 * @param dueExcerpt the text that is due, around the difference; invisible characters have signs
 * @param signedExcerpt the text that was signed, around the difference
 * @param caret where in both excerpts the difference is, counted in {@code char}s from 0
 * @param dueBytes the length of the text that is due, in bytes of UTF-8
 * @param signedBytes the length of the text that was signed
 */
public record Difference(
        int position,
        String due,
        String signed,
        String dueExcerpt,
        String signedExcerpt,
        int caret,
        int dueBytes,
        int signedBytes) {
    private static final int BEFORE = 24;
    private static final int AFTER = 48;

    /** The first difference; null if the texts are equal. */
    public static @Nullable Difference between(String due, String signed) {
        if (due.equals(signed)) {
            return null;
        }
        int at = 0;
        while (at < due.length() && at < signed.length() && due.charAt(at) == signed.charAt(at)) {
            at++;
        }
        if (at > 0 && Character.isHighSurrogate(due.charAt(at - 1))) {
            at--;
        }
        int from = at <= BEFORE ? 0 : at - BEFORE;
        if (from > 0 && Character.isLowSurrogate(due.charAt(from))) {
            from--;
        }
        String before = (from > 0 ? "…" : "") + visible(due.substring(from, at));
        return new Difference(
                due.codePointCount(0, at) + 1,
                character(due, at),
                character(signed, at),
                before + after(due, at),
                before + after(signed, at),
                before.length(),
                bytes(due),
                bytes(signed));
    }

    /** Both excerpts and a caret below the difference, for people. */
    public List<String> lines() {
        return List.of(
                "signed  " + signedExcerpt,
                "due     " + dueExcerpt,
                "        " + " ".repeat(caret) + "^ character " + position + ": " + signed + " was signed, " + due
                        + " is due");
    }

    /** Gives signs to characters that nobody sees. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point <= ' ') {
                shown.appendCodePoint('\u2400' + point);
            } else if (isHidden(point)) {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static String after(String text, int at) {
        int end = Math.min(text.length(), at + AFTER);
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        return visible(text.substring(at, end)) + (end < text.length() ? "…" : "");
    }

    private static String character(String text, int at) {
        if (at == text.length()) {
            return "the end";
        }
        int point = text.codePointAt(at);
        String name = String.format(Locale.ROOT, "U+%04X", point);
        return switch (point) {
            case ' ' -> "a space (" + name + ")";
            case '\n' -> "a line feed (" + name + ")";
            case '\r' -> "a carriage return (" + name + ")";
            case '\t' -> "a tab (" + name + ")";
            default -> point < ' ' || isHidden(point) ? name : "'" + Character.toString(point) + "'";
        };
    }

    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || Character.isSpaceChar(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE;
    }

    private static int bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
