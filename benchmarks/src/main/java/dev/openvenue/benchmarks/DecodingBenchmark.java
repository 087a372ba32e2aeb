package dev.openvenue.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.openvenue.bitget.model.BitgetJson;
import dev.openvenue.bitget.model.OpenOrder;
import dev.openvenue.htx.model.Candle;
import dev.openvenue.htx.model.HtxJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decoding a page of open orders and one of candles, from bytes to values. The SDK's side also reads enums and times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodingBenchmark {
    private static final Moshi GENERATED =
            new Moshi.Builder().add(BitgetJson.FACTORY).add(HtxJson.FACTORY).build();
    private static final Moshi REFLECTION =
            new Moshi.Builder().add(BigDecimal.class, new DecimalAdapter()).build();

    /** JMH makes one for each document. */
    @Param
    public Documents document = Documents.ORDERS;

    private byte[] bytes = {};
    private JsonAdapter<Object> generated = REFLECTION.adapter(Object.class);
    private JsonAdapter<Object> reflection = generated;
    private final JsonAdapter<Object> untyped = generated;
    private ObjectReader jackson = new ObjectMapper().reader();

    @Setup
    public void prepare() {
        boolean orders = document == Documents.ORDERS;
        Class<?> plain = orders ? PlainOrder.class : PlainCandle.class;
        bytes = document.payload();
        generated = GENERATED.adapter(Types.newParameterizedType(List.class, orders ? OpenOrder.class : Candle.class));
        reflection = REFLECTION.adapter(Types.newParameterizedType(List.class, plain));
        jackson = new ObjectMapper().readerForListOf(plain);
    }

    @Benchmark
    public @Nullable Object generated() throws IOException {
        return generated.fromJson(new Buffer().write(bytes));
    }

    @Benchmark
    public @Nullable Object moshiReflection() throws IOException {
        return reflection.fromJson(new Buffer().write(bytes));
    }

    /** Maps and lists; numbers are doubles, which lose digits. */
    @Benchmark
    public @Nullable Object moshiMaps() throws IOException {
        return untyped.fromJson(new Buffer().write(bytes));
    }

    @Benchmark
    public Object baselineJackson() throws IOException {
        return jackson.readValue(bytes);
    }
}
