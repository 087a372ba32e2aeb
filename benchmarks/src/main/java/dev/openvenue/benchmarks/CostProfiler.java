package dev.openvenue.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What an operation costs beside time: the bytes that its caller's thread allocates, and the CPU time of the whole
 * process in microseconds.
 */
public final class CostProfiler implements InternalProfiler {
    static final String BYTES = "bytes";
    static final String CPU = "cpu";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long bytesBefore;
    private long cpuBefore;

    @Override
    public String getDescription() {
        return "Bytes allocated by the caller's thread, and CPU time of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        bytesBefore = allocated();
        cpuBefore = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double cpu = system.getProcessCpuTime() - cpuBefore;
        double bytes = allocated() - bytesBefore;
        double operations = Math.max(1, result.getMetadata().getAllOps());
        return List.of(
                new ScalarResult(BYTES, bytes / operations, "B/op", AggregationPolicy.AVG),
                new ScalarResult(CPU, cpu / operations / 1000, "us/op", AggregationPolicy.AVG));
    }

    private long allocated() {
        long sum = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains("-jmh-worker-")) {
                sum += threads.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        return sum;
    }
}
