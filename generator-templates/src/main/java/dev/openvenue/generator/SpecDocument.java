package dev.openvenue.generator;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A spec as it was written: its data, and the line of every JSON pointer. Swagger Parser keeps neither unknown keys nor lines. */
final class SpecDocument {
    private final String name;
    private final Map<String, Object> root;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();

    private SpecDocument(String name, String text) {
        this.name = name;
        LoaderOptions options = new LoaderOptions();
        options.setWarnOnDuplicateKeys(false); // The lint reports them.
        Yaml yaml = new Yaml(new SafeConstructor(options));
        this.root = Tree.map(yaml.load(text));
        note("", yaml.compose(new StringReader(text)));
    }

    /** Reads a file. */
    static SpecDocument read(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            String name = (folder == null ? "" : folder.getFileName() + "/") + file.getFileName();
            return new SpecDocument(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's folder and name, for messages. */
    String name() {
        return name;
    }

    /** The document. */
    Map<String, Object> root() {
        return root;
    }

    /** The pointers of the keys that stand twice in one mapping, of which YAML keeps the last. */
    List<String> repeated() {
        return List.copyOf(repeated);
    }

    /** The line, from 1, at which a pointer's value begins. */
    int line(String pointer) {
        return lines.getOrDefault(pointer, 1);
    }

    private void note(String pointer, Node node) {
        lines.put(pointer, node.getStartMark().getLine() + 1);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    String child = Tree.child(pointer, key.getValue());
                    if (lines.containsKey(child)) {
                        repeated.add(child);
                        lines.keySet().removeIf(earlier -> earlier.startsWith(child + "/"));
                    }
                    note(child, tuple.getValueNode());
                    lines.put(child, key.getStartMark().getLine() + 1);
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                note(pointer + "/" + i, sequence.getValue().get(i));
            }
        }
    }
}
