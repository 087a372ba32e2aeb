package dev.openvenue.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.ListFillsRequest;
import dev.openvenue.htx.HtxClient;
import dev.openvenue.htx.model.ListOpenOrdersRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole signed call that lists 100 rows, from a server on this machine, beside OkHttp, a bare {@code Mac} and
 * Jackson's tree, of which every text is still to be read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class ListingBenchmark {
    private static final int ROWS = 100;

    private final BitgetClient bitget =
            Clients.bitget().baseUrl(Servers.venue()).build();
    private final HtxClient htx = Clients.htx().baseUrl(Servers.venue()).build();
    private final ByHand hand = new ByHand(new OkHttpClient(), Servers.venue());
    private final ObjectMapper mapper = new ObjectMapper();
    private final ListFillsRequest fills =
            ListFillsRequest.builder().symbol("BTCUSDT").limit(ROWS).build();
    private final ListOpenOrdersRequest openOrders =
            ListOpenOrdersRequest.builder().symbol("btcusdt").build();

    @TearDown
    public void close() {
        bitget.close();
        htx.close();
        hand.close();
    }

    @Benchmark
    public Object bitgetFills() {
        return bitget.trade().listFills(fills).execute();
    }

    @Benchmark
    public Object htxOpenOrders() {
        return htx.trade().listOpenOrders(openOrders).execute();
    }

    @Benchmark
    public JsonNode tree() throws IOException {
        String path = LocalVenue.BITGET_FILLS + "?symbol=BTCUSDT&limit=" + ROWS;
        JsonNode response = mapper.readTree(hand.execute(hand.request(path, null)));
        if (!response.get("code").asText().equals("00000")) {
            throw new IOException(response.toString());
        }
        return response.get("data");
    }
}
