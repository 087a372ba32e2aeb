package dev.openvenue.benchmarks;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.CancelOrdersRequest;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
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

/**
 * Cancelling a batch of orders, per order: the engine with its report beside the venue's own operation called once. The
 * venue responds from memory and is not asked afterwards, so all that differs is the engine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 3, time = 1)
public class BatchCancelBenchmark {
    private final byte[] response = Batch.response(Batch.IDS);
    private final OkHttpClient http = CannedVenue.client(request -> response);
    private final BitgetClient client = Clients.bitget().httpClient(http).build();
    private final CancelOrdersRequest request = Batch.request();
    private final List<OrderRef> refs = Batch.refs(Batch.SIZE);

    /** What fails may be fast. */
    @Setup
    public void check() {
        CancelReport report = engine();
        if (!report.outcomes().stream().allMatch(outcome -> outcome.status() == Status.ACCEPTED)) {
            throw new IllegalStateException("The response from memory was not taken: " + report);
        }
    }

    @TearDown
    public void close() {
        client.close();
        http.dispatcher().executorService().shutdown();
    }

    /** One call, and nothing known of any order but what the reader of the response makes of it. */
    @Benchmark
    @OperationsPerInvocation(Batch.SIZE)
    public Object oneCall() {
        return client.trade().cancelOrders(request).execute();
    }

    @Benchmark
    @OperationsPerInvocation(Batch.SIZE)
    public CancelReport engine() {
        return client.batchCancel().verify(false).cancel(refs);
    }
}
