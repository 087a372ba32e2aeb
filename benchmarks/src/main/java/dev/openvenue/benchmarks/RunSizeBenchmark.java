package dev.openvenue.benchmarks;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Cancelling few and many orders in one run at a venue in memory, which names each of them in its response. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 3, time = 1)
public class RunSizeBenchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final String FIELD = "\"orderId\":\"";

    private final OkHttpClient http = CannedVenue.client(RunSizeBenchmark::respond);
    private final BitgetClient client = Clients.bitget().httpClient(http).build();
    private final List<OrderRef> few = Batch.refs(FEW);
    private final List<OrderRef> many = Batch.refs(MANY);

    /** What fails may be fast. */
    @Setup
    public void check() {
        if (!few().outcomes().stream().allMatch(outcome -> outcome.status() == Status.ACCEPTED)) {
            throw new IllegalStateException("The responses from memory were not taken");
        }
    }

    @TearDown
    public void close() {
        client.close();
        http.dispatcher().executorService().shutdown();
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public CancelReport few() {
        return client.batchCancel().verify(false).cancel(few);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public CancelReport many() {
        return client.batchCancel().verify(false).cancel(many);
    }

    private static byte[] respond(Request request) throws IOException {
        Buffer buffer = new Buffer();
        request.body().writeTo(buffer);
        String body = buffer.readUtf8();
        List<String> ids = new ArrayList<>();
        for (int at = body.indexOf(FIELD); at >= 0; at = body.indexOf(FIELD, at)) {
            at += FIELD.length();
            ids.add(body.substring(at, body.indexOf('"', at)));
        }
        return Batch.response(ids);
    }
}
