package dev.openvenue.generator.spec;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A {@code $ref} in a file of a spec.
 *
 * @param at the pointer of the mapping that contains it
 * @param holder that mapping
 * @param text the reference as written
 * @param file the file that it names; empty for its own
 * @param pointer the pointer into that file
 */
record Reference(String at, MappingNode holder, String text, String file, String pointer) {
    static Reference of(String at, MappingNode holder, String text) {
        int hash = text.indexOf('#');
        String file = hash < 0 ? text : text.substring(0, hash);
        return new Reference(at, holder, text, file, hash < 0 ? "" : decoded(text.substring(hash + 1)));
    }

    /** In the fragment of a URL the braces of a path are percent-encoded, while a plus is a plus. */
    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // A lone percent sign: it does not resolve, which is reported.
        }
    }

    /** Whether it replaces a path item. */
    boolean isPathItem() {
        return at.matches("/paths/[^/]+");
    }

    /** Redirects it to the same pointer in the file that contains it. */
    void makeLocal() {
        holder.getValue().replaceAll(entry -> SpecFile.key(entry).equals("$ref") ? local(entry) : entry);
    }

    private NodeTuple local(NodeTuple entry) {
        ScalarNode old = (ScalarNode) entry.getValueNode();
        String reference = text.substring(Math.max(text.indexOf('#'), 0));
        return new NodeTuple(
                entry.getKeyNode(),
                new ScalarNode(old.getTag(), reference, old.getStartMark(), old.getEndMark(), old.getScalarStyle()));
    }
}
