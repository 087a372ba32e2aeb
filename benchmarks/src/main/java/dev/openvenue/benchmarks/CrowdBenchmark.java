package dev.openvenue.benchmarks;

import dev.openvenue.core.limit.CrowdFixture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls that all wait for permits of one limit, ten a second, until each has its own: few and many of them. The time
 * between is skipped, so that only work is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CrowdBenchmark {
    private static final int FEW = 10;
    private static final int MANY = 10_000;

    private final CrowdFixture limit = new CrowdFixture();

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void few() {
        limit.serve(FEW);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void many() {
        limit.serve(MANY);
    }
}
