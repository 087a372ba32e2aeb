package dev.openvenue.site;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProviderFactory;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as HTML. HTML in it is escaped, and links lead to pages only. */
final class Markdown {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer PLAIN = renderer(context -> (node, name, attributes) -> {});

    private Markdown() {}

    static Node parse(String text) {
        return PARSER.parse(text);
    }

    static Html render(Node document, AttributeProviderFactory attributes) {
        return new Html(renderer(attributes).render(document));
    }

    /** The paragraphs of a description in a spec. */
    static Html blocks(String text) {
        return new Html(PLAIN.render(parse(text)));
    }

    /** A description of one paragraph, without its element. */
    static Html line(String text) {
        String markup = blocks(text).markup().strip();
        boolean single = markup.startsWith("<p>") && markup.indexOf("</p>") == markup.length() - "</p>".length();
        return new Html(single ? markup.substring("<p>".length(), markup.length() - "</p>".length()) : markup);
    }

    private static HtmlRenderer renderer(AttributeProviderFactory attributes) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(attributes)
                .build();
    }
}
