package dev.openvenue.site;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Makes the links of a Markdown file those of the site: to other files that are pages, and to their headings. A link to
 * a file that is no page becomes its text; code that is the name of a page becomes a link.
 */
final class GuideLinks extends AbstractVisitor {
    private final String file;
    private final Set<String> pages;
    private final Collection<String> images;

    /** @param images collects the images that the site needs, by their paths in the repository */
    GuideLinks(String file, Set<String> pages, Collection<String> images) {
        this.file = file;
        this.pages = pages;
        this.images = images;
    }

    @Override
    public void visit(Link link) {
        String target = link.getDestination();
        if (target.matches("[a-z][a-z0-9+.-]*:.*|#.*")) {
            return;
        }
        String[] parts = target.split("#", 2);
        String path = resolved(parts[0]);
        if (pages.contains(path)) {
            link.setDestination(relative(path) + (parts.length > 1 ? "#" + parts[1] : ""));
        } else {
            unwrap(link);
        }
    }

    @Override
    public void visit(Image image) {
        if (!image.getDestination().contains(":")) {
            images.add(resolved(image.getDestination()));
        }
    }

    @Override
    public void visit(Code code) {
        String name = code.getLiteral();
        if (!(code.getParent() instanceof Link) && !name.equals(file) && pages.contains(name)) {
            Link link = new Link(relative(name), null);
            code.insertBefore(link);
            code.unlink();
            link.appendChild(code);
        }
    }

    private String relative(String page) {
        return Page.root(Guides.page(file)) + Guides.page(page);
    }

    private String resolved(String target) {
        return java.net
                .URI
                .create("/" + file)
                .resolve(target)
                .normalize()
                .getPath()
                .substring(1);
    }

    private static void unwrap(Link link) {
        for (Node child : List.copyOf(children(link))) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new java.util.ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
