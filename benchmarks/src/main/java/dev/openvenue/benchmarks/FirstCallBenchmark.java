package dev.openvenue.benchmarks;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.openvenue.bitget.model.CancelOrderRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The first signed call of a fresh JVM, from building the client to the decoded response; each has a JVM to itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class FirstCallBenchmark {
    /** What the other side sends. */
    public record Cancel(String symbol, String orderId) {}

    /** What it reads. */
    public record Cancelled(String code, String msg, long requestTime, Ids data) {}

    /** The payload. */
    public record Ids(String orderId, String clientOid) {}

    @Benchmark
    public Object sdk() {
        return Clients.bitget()
                .baseUrl(Servers.venue())
                .build()
                .trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .symbol("BTCUSDT")
                        .orderId(LocalVenue.ORDER_ID)
                        .build())
                .execute();
    }

    /** OkHttp, a bare Mac, and Moshi that finds out about records by reflection. */
    @Benchmark
    public Object moshiReflection() throws IOException {
        ByHand hand = new ByHand(new OkHttpClient(), Servers.venue());
        Moshi moshi = new Moshi.Builder().build();
        JsonAdapter<Cancelled> reader = moshi.adapter(Cancelled.class);
        Buffer body = new Buffer();
        moshi.adapter(Cancel.class).toJson(body, new Cancel("BTCUSDT", LocalVenue.ORDER_ID));
        byte[] response = hand.execute(hand.request(LocalVenue.BITGET_CANCEL, body.readByteArray()));
        return Objects.requireNonNull(reader.fromJson(new Buffer().write(response)))
                .data();
    }
}
