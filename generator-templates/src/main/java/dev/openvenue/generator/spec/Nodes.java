package dev.openvenue.generator.spec;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Navigates YAML nodes, which preserve order and styles. */
final class Nodes {
    private static final int WIDTH = 140;

    private Nodes() {}

    /** The mutable entries of a nested mapping. Missing mappings on the way are added. */
    static List<NodeTuple> mapping(MappingNode top, String... keys) {
        MappingNode current = top;
        for (String key : keys) {
            current = child(current, key);
        }
        return current.getValue();
    }

    private static MappingNode child(MappingNode parent, String key) {
        for (NodeTuple entry : parent.getValue()) {
            if (SpecFile.key(entry).equals(key) && entry.getValueNode() instanceof MappingNode mapping) {
                return mapping;
            }
        }
        MappingNode added = new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
        parent.getValue().add(new NodeTuple(new ScalarNode(Tag.STR, key, null, null, ScalarStyle.PLAIN), added));
        return added;
    }

    /** YAML as text, without comments: SnakeYAML misplaces some. */
    static String write(MappingNode top) {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setWidth(WIDTH);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(top, text);
        return text.toString();
    }
}
