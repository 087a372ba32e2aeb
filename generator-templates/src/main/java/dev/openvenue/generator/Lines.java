package dev.openvenue.generator;

import java.util.ArrayList;
import java.util.List;

/** Breaks lists of arguments into lines of a readable length. */
final class Lines {
    private static final int WIDTH = 120;

    /** Room for what closes the list: two brackets and a semicolon or a comma. */
    private static final int CLOSING = 3;

    /** Room for the quotes of a literal, the sign before it and what closes the list after it. */
    private static final int QUOTES = 14;

    private static final int CONTINUED = 8;

    private Lines() {}

    /** A text as a Java string literal, in several parts if it is long. */
    static String literal(String text, int indent) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            if (!part.isEmpty() && indent + part.length() + word.length() + QUOTES > WIDTH) {
                parts.add(Names.literal(part.toString()));
                part = new StringBuilder();
            }
            part.append(word);
        }
        parts.add(Names.literal(part.toString()));
        return String.join("\n" + " ".repeat(indent + CONTINUED) + "+ ", parts);
    }

    /**
     * The items with commas: behind the column if they fit there, otherwise in as few lines as possible.
     *
     * @param items the items
     * @param column how much of the line is taken already
     * @param indent how far further lines are indented
     */
    static String fill(List<String> items, int column, int indent) {
        String whole = String.join(", ", items);
        if (column + whole.length() + CLOSING <= WIDTH) {
            return whole;
        }
        String start = "\n" + " ".repeat(indent);
        StringBuilder text = new StringBuilder(start);
        int used = indent;
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i < items.size() - 1 ? "," : "");
            if (used > indent && used + 1 + item.length() + CLOSING > WIDTH) {
                text.append(start);
                used = indent;
            }
            if (used > indent) {
                text.append(' ');
                used++;
            }
            text.append(item);
            used += item.length();
        }
        return text.toString();
    }
}
