package dev.openvenue.benchmarks;

import dev.openvenue.core.limit.SharedLimitFixture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * The permits of a place that counts against two limits over Redis and leaves the reserve for cancels of both, so that
 * it takes permits of four buckets. Beside them two round trips for one bucket: what reading a value and replacing it
 * needs at least.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
public class RedisBenchmark {
    private final RedisStore near = new RedisStore(Servers.redis());
    private final RedisStore distant = new RedisStore(Servers.distantRedis());
    private final SharedLimitFixture nearLimits = new SharedLimitFixture(near.buckets());
    private final SharedLimitFixture distantLimits = new SharedLimitFixture(distant.buckets());

    @TearDown
    public void close() {
        near.close();
        distant.close();
    }

    @Benchmark
    public void place() {
        nearLimits.permitsForPlace();
    }

    @Benchmark
    public Object twoRoundTrips() {
        return near.compareAndSwap();
    }

    @Benchmark
    public void distantPlace() {
        distantLimits.permitsForPlace();
    }

    @Benchmark
    public byte @Nullable [] distantRoundTrip() {
        return distant.get();
    }
}
