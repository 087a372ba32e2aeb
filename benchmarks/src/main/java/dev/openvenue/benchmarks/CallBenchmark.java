package dev.openvenue.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.CancelOrderRequest;
import dev.openvenue.bitget.model.OrderIds;
import dev.openvenue.htx.HtxClient;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole signed call to a server on this machine: one cancel through the SDK, beside the same written by hand, and
 * beside OkHttp that sends prepared bytes and does not read what it receives.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class CallBenchmark {
    private static final Cancel CANCEL = new Cancel("BTCUSDT", LocalVenue.ORDER_ID);

    private final BitgetClient bitget =
            Clients.bitget().baseUrl(Servers.venue()).build();
    private final HtxClient htx = Clients.htx().baseUrl(Servers.venue()).build();
    private final ByHand hand = new ByHand(new OkHttpClient(), Servers.venue());
    private final ObjectWriter writer = new ObjectMapper().writerFor(Cancel.class);
    private final ObjectReader reader = new ObjectMapper().readerFor(Cancelled.class);
    private Request prepared = new Request.Builder().url(Servers.venue()).build();

    private record Cancel(String symbol, String orderId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Cancelled(String code, String msg, Ids data) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Ids(String orderId, String clientOid) {}

    @Setup
    public void prepare() throws IOException {
        prepared = hand.request(LocalVenue.BITGET_CANCEL, writer.writeValueAsBytes(CANCEL));
    }

    @TearDown
    public void close() {
        bitget.close();
        htx.close();
        hand.close();
    }

    @Benchmark
    public OrderIds sdk() {
        return bitget.trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .symbol(CANCEL.symbol())
                        .orderId(CANCEL.orderId())
                        .build())
                .execute();
    }

    /** Encodes, signs, sends, decodes, and looks at the venue's verdict. */
    @Benchmark
    public Object byHand() throws IOException {
        byte[] body = writer.writeValueAsBytes(CANCEL);
        Cancelled cancelled = reader.readValue(hand.execute(hand.request(LocalVenue.BITGET_CANCEL, body)));
        if (!cancelled.code().equals("00000")) {
            throw new IOException(cancelled.code() + ": " + cancelled.msg());
        }
        return cancelled.data();
    }

    @Benchmark
    public byte[] okHttpAlone() throws IOException {
        return hand.execute(prepared);
    }

    @Benchmark
    public String htxSdk() {
        return htx.trade()
                .cancelOrder(
                        LocalVenue.ORDER_ID,
                        dev.openvenue.htx.model.CancelOrderRequest.builder().build())
                .execute();
    }
}
