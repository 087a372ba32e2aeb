package dev.openvenue.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.openvenue.bitget.model.BitgetJson;
import dev.openvenue.bitget.model.CancelOrdersRequest;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Encoding the body of a batch cancel of 50 orders, from the same records to bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class EncodingBenchmark {
    private final CancelOrdersRequest request = Batch.request();
    private final JsonAdapter<CancelOrdersRequest> generated =
            new Moshi.Builder().add(BitgetJson.FACTORY).build().adapter(CancelOrdersRequest.class);
    private final ObjectWriter jackson =
            new ObjectMapper().setDefaultPropertyInclusion(Include.NON_NULL).writerFor(CancelOrdersRequest.class);

    @Benchmark
    public byte[] generated() throws IOException {
        Buffer buffer = new Buffer();
        generated.toJson(buffer, request);
        return buffer.readByteArray();
    }

    @Benchmark
    public byte[] jackson() throws JsonProcessingException {
        return jackson.writeValueAsBytes(request);
    }
}
