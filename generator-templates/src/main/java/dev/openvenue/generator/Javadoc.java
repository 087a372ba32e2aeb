package dev.openvenue.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the specs' CommonMark into lines of Javadoc. */
final class Javadoc {
    private static final int WIDTH = 112;

    private Javadoc() {}

    /** One line that ends with a full stop. */
    static String sentence(@Nullable String text, String otherwise) {
        String plain = text == null || text.isBlank() ? otherwise : text;
        String line = inline(plain).replaceAll("\\s+", " ").strip();
        return stopped(line);
    }

    /** The text with a full stop, unless it ends a sentence by itself. */
    static String stopped(String text) {
        return text.matches("(?s).*[.!?:]") ? text : text + ".";
    }

    /** A text as code. */
    static String code(String text) {
        boolean plain = text.matches("[^{}&@\\\\]*") && !text.contains("*/");
        return plain ? "{@code " + text + "}" : "<code>" + escaped(text) + "</code>";
    }

    /** Paragraphs and lists, wrapped; the first paragraph is bare. */
    static List<String> lines(@Nullable String text) {
        List<String> lines = new ArrayList<>();
        boolean listed = false;
        for (String block : (text == null ? "" : text).strip().split("\n\\s*\n")) {
            boolean list = block.lines().findFirst().orElse("").matches("\\s*[-*] .*");
            if (!lines.isEmpty()) {
                lines.add("");
            }
            if (list) {
                lines.add("<ul>");
                for (String item : block.split("\n\\s*[-*] |^\\s*[-*] ")) {
                    if (!item.isBlank()) {
                        wrap("  <li>" + inline(item), lines);
                    }
                }
                lines.add("</ul>");
            } else if (!block.isBlank()) {
                wrap((lines.isEmpty() || (listed && lines.size() == 1) ? "" : "<p>") + inline(block), lines);
            }
            listed = list;
        }
        return lines;
    }

    /** Wraps one text, with the lines after the first indented. */
    static List<String> wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        wrap(text, lines);
        for (int i = 1; i < lines.size(); i++) {
            lines.set(i, indent + lines.get(i));
        }
        return lines;
    }

    private static void wrap(String text, List<String> lines) {
        StringBuilder line = new StringBuilder();
        String indent = text.startsWith("  ") ? "      " : "";
        if (text.startsWith("  ")) {
            line.append("  ");
        }
        boolean first = true;
        for (String word : text.strip().split("\\s+")) {
            if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        lines.add(line.toString());
    }

    /** Escapes what Javadoc would take for its own, and turns back-ticks into code tags. */
    static String inline(String text) {
        StringBuilder out = new StringBuilder();
        String[] parts = text.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            String lone = i % 2 == 1 && !code ? "`" : "";
            out.append(code ? code(parts[i]) : lone + links(escaped(parts[i]).replace("**", "")));
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\u", "&#92;u");
    }

    private static String links(String text) {
        return text.replaceAll("\\[([^\\]]+)\\]\\((https?://[^)]+)\\)", "<a href=\"$2\">$1</a>");
    }
}
