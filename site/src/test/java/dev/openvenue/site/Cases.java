package dev.openvenue.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The signing cases of all venues, as JSON for the scripts that check the debugger. */
final class Cases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cases() {}

    static ArrayNode signing() throws IOException {
        ArrayNode cases = JSON.createArrayNode();
        for (Path venue : folders(Path.of(System.getProperty("openvenue.specs")))) {
            Path signing = venue.resolve("cases/signing");
            for (Path folder : Files.isDirectory(signing) ? folders(signing) : List.<Path>of()) {
                JsonNode data = JSON.readTree(folder.resolve("case.json").toFile());
                ObjectNode test = cases.addObject();
                test.put("name", venue.getFileName() + "/" + folder.getFileName());
                test.put("venue", venue.getFileName().toString());
                test.set("data", data);
                test.put("request", Files.readString(folder.resolve("request.http")));
                test.put("text", Files.readString(folder.resolve("canonical.txt")));
                test.put("signed", Files.readString(folder.resolve("signed.http")));
            }
        }
        return cases;
    }

    /** The ids of all venues. */
    static List<String> venues() throws IOException {
        return folders(Path.of(System.getProperty("openvenue.specs"))).stream()
                .filter(folder -> Files.exists(folder.resolve("cases")))
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }
}
