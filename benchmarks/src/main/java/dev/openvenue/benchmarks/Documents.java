package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Payloads as venues send them: the rows of a case in {@code specs}, repeated to the length of a full page. */
public enum Documents {
    ORDERS("bitget/cases/responses/listOpenOrders.all-members", 100),
    CANDLES("htx/cases/responses/listCandles", 300);

    private final String folder;
    private final int rows;

    Documents(String folder, int rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /** The list as JSON, without its envelope. */
    byte[] payload() {
        ObjectMapper mapper = new ObjectMapper();
        Path file = Path.of("..", "specs").resolve(folder).resolve("response.json");
        try {
            JsonNode data = mapper.readTree(file.toFile()).get("data");
            ArrayNode page = mapper.createArrayNode();
            while (page.size() < rows) {
                page.add(data.get(page.size() % data.size()));
            }
            return page.toString().getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Run the benchmarks in their module's folder, beside specs", e);
        }
    }
}
