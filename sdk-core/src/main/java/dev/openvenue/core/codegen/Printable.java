package dev.openvenue.core.codegen;

import java.util.regex.Pattern;

/**
 * Makes foreign text fit for a message: nothing in it breaks a line, moves a cursor or turns the direction of reading.
 */
public final class Printable {
    /** Control and format characters, separators of lines and paragraphs, halves of characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private Printable() {}

    /** The text on one line. */
    public static String line(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /** The text on one line, cut to so many characters. */
    public static String line(String text, int characters) {
        String line = line(text);
        return line.length() <= characters ? line : line.substring(0, characters) + "…";
    }
}
