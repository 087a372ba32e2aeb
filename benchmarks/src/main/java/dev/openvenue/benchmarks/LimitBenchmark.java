package dev.openvenue.benchmarks;

import dev.openvenue.core.limit.LimitFixture.AmpleLimit;
import io.github.bucket4j.Bucket;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One permit from limits in memory, of quotas so large that one is always available, beside one token from a single
 * Bucket4j bucket. That bucket keeps no window, reserves nothing and has no queue.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LimitBenchmark {
    private final AmpleLimit limit = new AmpleLimit();
    private final Bucket bucket = Bucket.builder()
            .addLimit(bandwidth ->
                    bandwidth.capacity(AmpleLimit.permits()).refillGreedy(AmpleLimit.permits(), AmpleLimit.period()))
            .build();

    /** A token without the rest. */
    @Benchmark
    public boolean bucket() {
        return bucket.tryConsume(1);
    }

    /** What may use all permits. */
    @Benchmark
    public Object cancel() {
        return limit.permitForCancel();
    }

    /** What must leave the reserve alone, and so asks two allowances. */
    @Benchmark
    public Object place() {
        return limit.permitForPlace();
    }
}
