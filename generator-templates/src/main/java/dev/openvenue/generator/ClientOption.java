package dev.openvenue.generator;

import dev.openvenue.generator.spec.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An option of a venue's client that decides on a header of its requests.
 *
 * @param name the method of the builder
 * @param doc its Javadoc
 * @param type the type of its argument
 * @param header the header, as a Java literal
 * @param value the expression of the header's value
 */
record ClientOption(String name, String doc, String type, String header, String value) {
    /** The option of a header; null if the header is always the same. */
    static @Nullable ClientOption of(Map<String, Object> header) {
        String name = Tree.text(header.get("option"));
        if (name.isEmpty()) {
            return null;
        }
        String wire = Names.literal(Tree.text(header.get("name")));
        String doc = Javadoc.sentence(Tree.text(header.get("description")), name);
        if (header.containsKey("value")) {
            String on = Names.literal(Tree.text(header.get("value")));
            return new ClientOption(name, doc, "boolean", wire, name + " ? " + on + " : null");
        }
        List<String> values = Tree.texts(header.get("values"));
        String checked = values.stream().map(Names::literal).collect(Collectors.joining(", "));
        return new ClientOption(
                name,
                doc,
                "String",
                wire,
                values.isEmpty() ? name : "choice(" + Names.literal(name) + ", " + name + ", " + checked + ")");
    }

    /** What is sent unless the client was built with something else, as an expression. */
    static String standard(Map<String, Object> header) {
        Object standard = header.containsKey("option") ? header.get("default") : header.get("value");
        return standard == null ? "null" : Names.literal(Tree.text(standard));
    }

    /** The option of the receive window. */
    static ClientOption receiveWindow(Map<String, Object> window) {
        return new ClientOption(
                "receiveWindow",
                "How long after its signed time the venue may accept a request: " + Tree.text(window.get("default"))
                        + " by default, " + Tree.text(window.get("most")) + " at most.",
                "Duration",
                Names.literal(Tree.text(window.get("header"))),
                "window(receiveWindow, " + VenueView.duration(window.get("most")) + ")");
    }
}
