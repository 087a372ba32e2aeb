package dev.openvenue.conformance.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.openvenue.core.limit.LimitFixture;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a process holds on to.
 *
 * @param heapBytes live objects, after collection
 * @param threads by the first word of their names
 * @param sockets connections of the clients that are not closed
 * @param files open file descriptors, sockets among them; -1 where the system does not tell
 * @param limits limits that are kept in memory
 */
record Footprint(long heapBytes, TreeMap<String, Long> threads, int sockets, long files, int limits) {
    /**
     * What is idle goes by itself: OkHttp's threads after a minute, unused limits after two and the next sweep. Those
     * are times of the system's clock, and that they end without being asked is what is measured: so this command,
     * which no build runs, waits.
     */
    private static final long SETTLING_SECONDS = 200;

    /** How much two measurements of the same heap may differ. */
    private static final long HEAP_NOISE = 4L << 20;

    /** Waits until everything idle has ended, then measures. */
    static Footprint measure() throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            heap = Math.min(
                    heap,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return new Footprint(heap, liveThreads(), CountedSockets.open(), openFiles(), LimitFixture.inMemory());
    }

    private static TreeMap<String, Long> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .collect(Collectors.groupingBy(
                        thread -> thread.getName().split("[-@ (]", 2)[0], TreeMap::new, Collectors.counting()));
    }

    private static long openFiles() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : -1;
    }

    private long threadCount() {
        return threads.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Prints this and a later footprint. */
    void printBeside(Footprint later) {
        System.out.printf(Locale.ROOT, "%n%-22s %12s %12s%n", "left behind", "before", "after");
        row("heap, KiB", heapBytes >> 10, later.heapBytes >> 10);
        row("threads", threadCount(), later.threadCount());
        row("connections", sockets, later.sockets);
        row("file descriptors", files, later.files);
        row("limits in memory", limits, later.limits);
    }

    private static void row(String what, long before, long after) {
        System.out.printf(Locale.ROOT, "%-22s %12d %12d%n", what, before, after);
    }

    /** What a later footprint has in excess. */
    List<String> grownUntil(Footprint later) {
        List<String> problems = new ArrayList<>();
        if (later.heapBytes > heapBytes + HEAP_NOISE) {
            problems.add("the heap grew from " + heapBytes + " to " + later.heapBytes + " bytes");
        }
        if (later.threadCount() > threadCount()) {
            problems.add("threads grew from " + threads + " to " + later.threads);
        }
        if (later.sockets > sockets) {
            problems.add("connections grew from " + sockets + " to " + later.sockets);
        }
        if (later.files > files) {
            problems.add("file descriptors grew from " + files + " to " + later.files);
        }
        if (later.limits > limits) {
            problems.add("limits in memory grew from " + limits + " to " + later.limits);
        }
        return problems;
    }
}
