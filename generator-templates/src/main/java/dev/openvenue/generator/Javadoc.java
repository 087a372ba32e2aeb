package dev.openvenue.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the specs' CommonMark to lines of Javadoc. */
final class Javadoc {
    private Javadoc() {}

    /** One line that ends with a full stop. */
    static String sentence(@Nullable String text, String otherwise) {
        String plain = text == null || text.isBlank() ? otherwise : text;
        return stopped(line(plain));
    }

    /** A text as one line. */
    static String line(String text) {
        return inline(text).replaceAll("\\s+", " ").strip();
    }

    /** The text with a full stop, unless it already ends a sentence. */
    static String stopped(String text) {
        return text.matches("(?s).*[.!?:]") ? text : text + ".";
    }

    /** A text as code. */
    static String code(String text) {
        boolean plain = text.matches("[^{}&@\\\\]*") && !text.contains("*/");
        return plain ? "{@code " + text + "}" : "<code>" + escaped(text) + "</code>";
    }

    /** Paragraphs and list items, one line each; the first paragraph has no tag. */
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
                        lines.add("  <li>" + line(item));
                    }
                }
                lines.add("</ul>");
            } else if (!block.isBlank()) {
                lines.add((lines.isEmpty() || (listed && lines.size() == 1) ? "" : "<p>") + line(block));
            }
            listed = list;
        }
        return lines;
    }

    /** Escapes Javadoc markup, and converts backticks to code tags. */
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
