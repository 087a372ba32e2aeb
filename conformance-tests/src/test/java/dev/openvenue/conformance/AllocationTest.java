package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import com.sun.management.ThreadMXBean;
import dev.openvenue.bitget.model.BitgetJson;
import dev.openvenue.bitget.model.OpenOrder;
import dev.openvenue.core.codegen.JsonTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** How much memory decoding takes. Unlike a time, that hardly depends on the machine, nor on what else it does. */
final class AllocationTest {
    /** All members of an order are set, 22 of them. It takes 1,650 bytes, and 1,610 once it is compiled. */
    private static final long MOST_BYTES_OF_AN_ORDER = 2_150;

    private static final int PAGE = 100;
    private static final int WARM_UP = 100;
    private static final int PAGES = 20;

    private static final Path ORDERS =
            Path.of("..", "specs", "bitget", "cases", "responses", "listOpenOrders.all-members", "response.json");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final JsonAdapter<List<OpenOrder>> adapter = new Moshi.Builder()
            .add(BitgetJson.FACTORY)
            .build()
            .adapter(Types.newParameterizedType(List.class, OpenOrder.class));

    @Test
    void decodedOrderTakesLittleMoreThanItHolds() throws IOException {
        Object order = JsonTree.rows(((Map<?, ?>) Json.parse(Files.readString(ORDERS))).get("data"))
                .get(0);
        String page = Json.write(Collections.nCopies(PAGE, order));
        decode(page, WARM_UP);

        long before = allocated();
        List<OpenOrder> decoded = decode(page, PAGES);
        long bytes = (allocated() - before) / (PAGES * PAGE);

        assertThat(decoded).hasSize(PAGE).allMatch(one -> one.triggerPrice() != null);
        assertThat(bytes).isBetween(1_000L, MOST_BYTES_OF_AN_ORDER);
    }

    private List<OpenOrder> decode(String page, int times) throws IOException {
        List<OpenOrder> decoded = List.of();
        for (int i = 0; i < times; i++) {
            decoded = adapter.fromJson(new Buffer().writeUtf8(page));
        }
        return decoded;
    }

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
