package dev.openvenue.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;

/** The headings of a document, and ids for them that are made as GitHub makes them. */
final class Headings extends AbstractVisitor implements AttributeProvider {
    private final Map<Node, Entry> entries = new HashMap<>();
    private final List<Entry> inOrder = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();

    record Entry(int level, String text, String id) {}

    Headings(Node document) {
        document.accept(this);
    }

    List<Entry> all() {
        return inOrder;
    }

    /** The first heading. */
    String title() {
        return inOrder.isEmpty() ? "" : inOrder.get(0).text;
    }

    @Override
    public void visit(Heading heading) {
        StringBuilder text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append(' ');
            }
        });
        String slug = text.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int times = taken.merge(slug, 1, Integer::sum);
        Entry entry = new Entry(heading.getLevel(), text.toString(), times == 1 ? slug : slug + "-" + (times - 1));
        entries.put(heading, entry);
        inOrder.add(entry);
    }

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
        Entry entry = entries.get(node);
        if (entry != null) {
            attributes.put("id", entry.id);
        } else if (tagName.equals("pre")) {
            // A box that scrolls must be reached by the keyboard.
            attributes.put("tabindex", "0");
        }
    }
}
