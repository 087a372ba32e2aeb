package dev.openvenue.generator.publish;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Writes a document as YAML and as JSON; the same document gives the same bytes. */
final class PublishedFile {
    private static final int WIDTH = 140;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private PublishedFile() {}

    static void writeBoth(Path folder, String name, Map<String, Object> document) throws IOException {
        write(folder.resolve(name + ".yaml"), yaml(document));
        writeJson(folder.resolve(name + ".json"), document);
    }

    static void writeJson(Path file, Map<String, Object> document) throws IOException {
        write(file, JSON.writeValueAsString(document) + '\n');
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String yaml(Map<String, Object> document) {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setWidth(WIDTH);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setDefaultFlowStyle(FlowStyle.AUTO);
        return new Yaml(new Plain(options), options).dump(document);
    }

    /** Long texts as blocks, and no anchors. */
    private static final class Plain extends Representer {
        Plain(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            boolean block = value.contains("\n") && !value.contains(" \n");
            return super.representScalar(tag, value, block ? ScalarStyle.LITERAL : style);
        }
    }
}
