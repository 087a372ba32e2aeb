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
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decoding a full page of rows, from bytes to a list of records: with the generated adapters, and with Jackson to
 * records that somebody would write down for it. Those keep enums and times as text.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class DecodingBenchmark {
    private final byte[] orderBytes = Documents.BITGET_ORDERS.payload();
    private final byte[] candleBytes = Documents.HTX_CANDLES.payload();
    private final JsonAdapter<List<OpenOrder>> orders =
            new Moshi.Builder().add(BitgetJson.FACTORY).build().adapter(list(OpenOrder.class));
    private final JsonAdapter<List<Candle>> candles =
            new Moshi.Builder().add(HtxJson.FACTORY).build().adapter(list(Candle.class));
    private final ObjectReader jacksonOrders = new ObjectMapper().readerForListOf(PlainOrder.class);
    private final ObjectReader jacksonCandles = new ObjectMapper().readerForListOf(PlainCandle.class);

    @Benchmark
    public @Nullable Object orders() throws IOException {
        return orders.fromJson(new Buffer().write(orderBytes));
    }

    @Benchmark
    public Object ordersJackson() throws IOException {
        return jacksonOrders.readValue(orderBytes);
    }

    @Benchmark
    public @Nullable Object candles() throws IOException {
        return candles.fromJson(new Buffer().write(candleBytes));
    }

    @Benchmark
    public Object candlesJackson() throws IOException {
        return jacksonCandles.readValue(candleBytes);
    }

    private static Type list(Class<?> row) {
        return Types.newParameterizedType(List.class, row);
    }
}
