package dev.openvenue.conformance;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Measures how late this process is scheduled, pauses of the garbage collector included. */
final class Stalls implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(5);

    private final AtomicLong longest = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stalls");
        thread.setDaemon(true);
        return thread;
    });

    static Stalls watch() {
        Stalls stalls = new Stalls();
        stalls.next();
        return stalls;
    }

    /** The longest stall so far. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Each check plans the next.
    private void next() {
        long due = System.nanoTime() + EVERY.toNanos();
        watch.schedule(
                () -> {
                    longest.accumulateAndGet(System.nanoTime() - due, Math::max);
                    next();
                },
                EVERY.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
