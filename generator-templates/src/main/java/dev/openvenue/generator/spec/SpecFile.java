package dev.openvenue.generator.spec;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A file of a spec as it was written: its nodes, and the line of every JSON pointer. Swagger Parser keeps neither
 * unknown keys nor lines.
 */
final class SpecFile {
    private final String name;
    private final MappingNode top;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private SpecFile(String name, String text) {
        this.name = name;
        try {
            Node node = new Yaml().compose(new StringReader(text));
            if (!(node instanceof MappingNode mapping)) {
                throw new IllegalArgumentException(name + " holds no keys");
            }
            this.top = mapping;
        } catch (YAMLException e) {
            throw new IllegalArgumentException(name + " is not YAML: " + e.getMessage(), e);
        }
        note("", top);
    }

    /** Reads a file. */
    static SpecFile read(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            String name = (folder == null ? "" : folder.getFileName() + "/") + file.getFileName();
            return new SpecFile(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's folder and name, for messages. */
    String name() {
        return name;
    }

    /** The whole file. */
    MappingNode top() {
        return top;
    }

    /** The node at a pointer; null if there is none. */
    @Nullable
    Node at(String pointer) {
        return nodes.get(pointer);
    }

    /** The mutable entries of the mapping at a pointer; empty if there is no mapping. */
    List<NodeTuple> entries(String pointer) {
        return nodes.get(pointer) instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    /** All references, in the order of the file. */
    List<Reference> references() {
        return references;
    }

    /** The pointers of duplicate keys in a mapping, of which YAML keeps the last. */
    List<String> repeated() {
        return repeated;
    }

    private int line(String pointer) {
        return lines.getOrDefault(pointer, 1);
    }

    /** A violation of the node at a pointer. */
    Violation violation(String pointer, String message, String fix) {
        return new Violation(name, line(pointer), pointer.isEmpty() ? "/" : pointer, message, fix);
    }

    /** A key as text. */
    static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    }

    private void note(String pointer, Node node) {
        nodes.put(pointer, node);
        lines.put(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            entries(pointer, mapping);
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                note(pointer + "/" + i, sequence.getValue().get(i));
            }
        }
    }

    private void entries(String pointer, MappingNode mapping) {
        for (NodeTuple entry : mapping.getValue()) {
            String child = Tree.child(pointer, key(entry));
            if (lines.containsKey(child)) {
                repeated.add(child);
                lines.keySet().removeIf(earlier -> earlier.startsWith(child + "/"));
                nodes.keySet().removeIf(earlier -> earlier.startsWith(child + "/"));
            }
            if (key(entry).equals("$ref")
                    && entry.getValueNode() instanceof ScalarNode text
                    && Tag.STR.equals(text.getTag())) {
                references.add(Reference.of(pointer, mapping, text.getValue()));
            }
            note(child, entry.getValueNode());
            lines.put(child, entry.getKeyNode().getStartMark().getLine() + 1);
        }
    }
}
