package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Responses as venues send them: the rows of a case in {@code specs}, repeated to the length of a full page. */
enum Documents {
    BITGET_ORDERS("bitget/cases/responses/listOpenOrders.all-members", 100),
    BITGET_FILLS("bitget/cases/responses/listFills", 100),
    HTX_ORDERS("htx/cases/responses/listOpenOrders", 100),
    HTX_CANDLES("htx/cases/responses/listCandles", 300);

    private static final String DATA = "data";

    private final String folder;
    private final int rows;

    Documents(String folder, int rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /** The whole response. */
    byte[] response() {
        return page().toString().getBytes(UTF_8);
    }

    /** The list as JSON, without its envelope. */
    byte[] payload() {
        return page().get(DATA).toString().getBytes(UTF_8);
    }

    private ObjectNode page() {
        ObjectMapper mapper = new ObjectMapper();
        Path file = Path.of("..", "specs").resolve(folder).resolve("response.json");
        try {
            ObjectNode response = (ObjectNode) mapper.readTree(file.toFile());
            JsonNode data = response.get(DATA);
            ArrayNode page = mapper.createArrayNode();
            while (page.size() < rows) {
                page.add(data.get(page.size() % data.size()));
            }
            return response.set(DATA, page);
        } catch (IOException e) {
            throw new UncheckedIOException("Run the benchmarks in their module's folder, beside specs", e);
        }
    }
}
