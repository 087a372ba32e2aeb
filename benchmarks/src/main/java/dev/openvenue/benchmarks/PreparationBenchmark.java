package dev.openvenue.benchmarks;

import com.squareup.moshi.JsonWriter;
import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.CancelOrdersRequest;
import dev.openvenue.core.signing.SignedRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import okio.Buffer;
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
 * Making the signed request of a batch cancel of 50 orders from the caller's record, without sending it: validated,
 * encoded, addressed and signed, beside the same bytes written with Moshi's writer and one HMAC over them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PreparationBenchmark {
    private final BitgetClient client = Clients.bitget().build();
    private final CancelOrdersRequest request = Batch.request();

    /** What differs is no comparison. */
    @Setup
    public void check() throws IOException {
        Buffer sent = new Buffer();
        sdk().request().body().writeTo(sent);
        if (!Arrays.equals(sent.readByteArray(), write())) {
            throw new IllegalStateException("The two sides write different bytes");
        }
    }

    @TearDown
    public void close() {
        client.close();
    }

    @Benchmark
    public SignedRequest sdk() {
        return client.sign(client.trade().cancelOrders(request));
    }

    @Benchmark
    public String moshiAndMac() throws IOException {
        Mac mac = ByHand.mac();
        return Base64.getEncoder().encodeToString(mac.doFinal(write()));
    }

    private static byte[] write() throws IOException {
        Buffer buffer = new Buffer();
        JsonWriter writer = JsonWriter.of(buffer);
        writer.beginObject()
                .name("symbol")
                .value(Batch.SYMBOL)
                .name("orderList")
                .beginArray();
        for (String id : Batch.IDS) {
            writer.beginObject().name("orderId").value(id).endObject();
        }
        writer.endArray().endObject();
        return buffer.readByteArray();
    }
}
