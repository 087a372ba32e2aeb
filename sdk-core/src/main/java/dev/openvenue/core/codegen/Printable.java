package dev.openvenue.core.codegen;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes foreign text safe for a message: nothing in it breaks a line, moves a cursor or changes the text direction. */
public final class Printable {
    /** Control and format characters, line and paragraph separators, unpaired surrogates. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private Printable() {}

    /** Stands for a value that no text may show. */
    public static String hidden(@Nullable Object value) {
        return value == null ? "null" : "(hidden)";
    }

    /** The text on one line. */
    public static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /** The text on one line, truncated to the given number of characters. */
    public static String line(String text, int characters) {
        String line = line(text);
        return line.length() <= characters ? line : line.substring(0, characters) + "…";
    }
}
