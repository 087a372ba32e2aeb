package dev.openvenue.simulator.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as text: written again with other blanks or another order, while every name, text and number stays
 * exactly as it was sent.
 */
public final class JsonText {
    /** No problem. */
    public static final int NONE = -1;

    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** What stands between the parts of a document; an indent below 0 stands for a document on one line. */
    record Style(String comma, String colon, boolean sorted, int indent) {}

    /** An object or a list with its members, or a token. */
    record Node(char kind, String token, List<Member> members) {}

    /** A member; elements of a list have no name. */
    record Member(String name, Node value) {}

    /** Null for text that is not an object or list, or is nested too deeply. */
    static @Nullable Node read(String text) {
        JsonText reader = new JsonText(text);
        Node node = reader.value(0);
        reader.skipBlanks();
        return node != null && node.kind() != 't' && reader.at == text.length() ? node : null;
    }

    /** Where a text stops to be JSON; {@link #NONE} if it is, as far as its structure goes. */
    public static int firstProblem(String text) {
        JsonText reader = new JsonText(text);
        Node node = reader.value(0);
        reader.skipBlanks();
        return node != null && reader.at == text.length() ? NONE : reader.at;
    }

    static String write(Node node, Style style) {
        StringBuilder out = new StringBuilder();
        write(node, style, 1, out);
        return out.toString();
    }

    /** All but ASCII as escapes. */
    static String escaped(String json) {
        StringBuilder out = new StringBuilder();
        json.chars().forEach(unit -> {
            if (unit < 128) {
                out.append((char) unit);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", unit));
            }
        });
        return out.toString();
    }

    /** The characters of a token that is a text, with its simple escapes resolved; any other token as it is. */
    static String plain(String token) {
        return token.startsWith("\"")
                ? token.substring(1, token.length() - 1)
                        .replace("\\\"", "\"")
                        .replace("\\/", "/")
                        .replace("\\\\", "\\")
                : token;
    }

    private static void write(Node node, Style style, int depth, StringBuilder out) {
        if (node.kind() == 't') {
            out.append(node.token());
            return;
        }
        List<Member> members = new ArrayList<>(node.members());
        if (style.sorted() && node.kind() == '{') {
            members.sort(Comparator.comparing(Member::name));
        }
        out.append(node.kind());
        String separator = "";
        for (Member member : members) {
            out.append(separator);
            lineOf(style, depth, out);
            if (node.kind() == '{') {
                out.append(member.name()).append(style.colon());
            }
            write(member.value(), style, depth + 1, out);
            separator = style.comma();
        }
        if (!members.isEmpty()) {
            lineOf(style, depth - 1, out);
        }
        out.append(node.kind() == '{' ? '}' : ']');
    }

    private static void lineOf(Style style, int depth, StringBuilder out) {
        if (style.indent() >= 0) {
            out.append('\n').append(" ".repeat(style.indent() * depth));
        }
    }

    private @Nullable Node value(int depth) {
        skipBlanks();
        if (at == text.length() || depth > DEEPEST) {
            return null;
        }
        char first = text.charAt(at);
        if (first == '{' || first == '[') {
            return members(first, depth);
        }
        String token = first == '"' ? string() : literal();
        return token == null ? null : new Node('t', token, List.of());
    }

    private @Nullable Node members(char kind, int depth) {
        char end = kind == '{' ? '}' : ']';
        List<Member> members = new ArrayList<>();
        at++;
        skipBlanks();
        if (take(end)) {
            return new Node(kind, "", members);
        }
        while (true) {
            skipBlanks();
            String name = kind == '{' ? string() : "";
            skipBlanks();
            if (name == null || (kind == '{' && !take(':'))) {
                return null;
            }
            Node value = value(depth + 1);
            if (value == null) {
                return null;
            }
            members.add(new Member(name, value));
            skipBlanks();
            if (take(end)) {
                return new Node(kind, "", members);
            }
            if (!take(',')) {
                return null;
            }
        }
    }

    private @Nullable String string() {
        if (at == text.length() || text.charAt(at) != '"') {
            return null;
        }
        for (int end = at + 1; end < text.length(); end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.charAt(end) == '"') {
                String token = text.substring(at, end + 1);
                at = end + 1;
                return token;
            }
        }
        return null;
    }

    private @Nullable String literal() {
        int start = at;
        while (at < text.length() && "{}[],:\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at == start ? null : text.substring(start, at);
    }

    private boolean take(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
