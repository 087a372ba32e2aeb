package dev.openvenue.site;

import java.util.Collection;
import java.util.Set;

/**
 * A piece of HTML. Whatever goes into it is escaped, unless it is HTML itself.
 *
 * @param markup the text of the piece
 */
record Html(String markup) {
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br");

    /** An attribute, to be given to {@link #tag}. */
    record Attribute(String name, String value) {}

    static final Html NONE = new Html("");

    static Attribute at(String name, String value) {
        return new Attribute(name, value);
    }

    /**
     * An element.
     *
     * @param parts attributes, pieces of HTML, collections of parts, and anything else, which is text
     */
    static Html tag(String name, Object... parts) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Attribute attribute) {
                attributes
                        .append(' ')
                        .append(attribute.name)
                        .append("=\"")
                        .append(escape(attribute.value))
                        .append('"');
            } else {
                content.append(of(part).markup);
            }
        }
        String end = VOID.contains(name) ? "" : "</" + name + ">";
        return new Html("<" + name + attributes + ">" + content + end);
    }

    /** The parts one after the other. */
    static Html all(Object... parts) {
        StringBuilder all = new StringBuilder();
        for (Object part : parts) {
            all.append(of(part).markup);
        }
        return new Html(all.toString());
    }

    private static Html of(Object part) {
        if (part instanceof Html html) {
            return html;
        }
        return part instanceof Collection<?> parts ? all(parts.toArray()) : new Html(escape(part.toString()));
    }

    /** A link to a page, of the site or elsewhere. */
    static Html link(String target, Object... content) {
        if (target.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*") && !target.matches("(?s)https?://.*")) {
            throw new IllegalArgumentException(
                    "A link leads to a page, and " + target + " does not: write a path or an http address");
        }
        return tag("a", at("href", target), all(content));
    }

    static Html code(String text) {
        return tag("code", text);
    }

    /** A row of a table. */
    static Html row(Object... cells) {
        StringBuilder row = new StringBuilder();
        for (Object cell : cells) {
            row.append(tag("td", cell).markup);
        }
        return tag("tr", new Html(row.toString()));
    }

    /** A table with headings; nothing where there are no rows. */
    static Html table(Collection<Html> rows, String... headings) {
        if (rows.isEmpty()) {
            return NONE;
        }
        StringBuilder head = new StringBuilder();
        for (String heading : headings) {
            head.append(tag("th", at("scope", "col"), heading).markup);
        }
        return tag(
                "div",
                at("class", "table"),
                at("tabindex", "0"),
                tag("table", tag("thead", tag("tr", new Html(head.toString()))), tag("tbody", rows)));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
