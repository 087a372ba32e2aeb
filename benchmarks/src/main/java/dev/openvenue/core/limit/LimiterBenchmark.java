package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.limit.LimitState.Claim;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One permit from limits in memory, of quotas so large that one is always there, beside one token from a single bucket
 * of Bucket4j's. That bucket keeps no window, reserves nothing and has no queue. It stands in this package because the
 * queue is not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LimiterBenchmark {
    private static final Quota QUOTA =
            new Quota("placeOrder", 1_000_000_000, Duration.ofSeconds(1), RateLimit.Scope.ACCOUNT);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LimitRegistry book = LimitRegistry.local(LimitTime.system());
    private final List<Claim> cancel = List.of(new Claim(book.limit("benchmark", QUOTA), QUOTA.permits()));
    private final List<Claim> place = List.of(new Claim(book.limit("benchmark", QUOTA), QUOTA.withoutReserve(20)));
    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(QUOTA.permits()).refillGreedy(QUOTA.permits(), QUOTA.period()))
            .build();

    /** A token without the rest. */
    @Benchmark
    public boolean baselineBucket() {
        return bucket.tryConsume(1);
    }

    /** What may use all permits. */
    @Benchmark
    public PermitRequest cancel() {
        return book.queue().join(cancel, true, PATIENCE).decided().join();
    }

    /** What must leave the reserve alone, and so asks two allowances. */
    @Benchmark
    public PermitRequest place() {
        return book.queue().join(place, false, PATIENCE).decided().join();
    }
}
