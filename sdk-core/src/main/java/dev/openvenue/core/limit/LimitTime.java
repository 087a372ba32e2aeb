package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The source of time for the rate limits. */
interface LimitTime {
    /** Short, since a thread that is left keeps its class loader. */
    long IDLE_SECONDS = 2;

    /** Monotonic nanoseconds. */
    long nanos();

    /** Runs a task later, on a thread that it must not block. */
    void after(Duration delay, Runnable task);

    /** Runs what depends on the limits, apart from the threads that manage them. */
    Executor executor();

    /** The system's time. Its threads end when they are idle, and the JDK's own timer wakes them: nothing to close. */
    static LimitTime system() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                DaemonThreads.named("openvenue-rate-limits"));
        return new LimitTime() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Executor executor() {
                return executor;
            }

            @Override
            public void after(Duration delay, Runnable task) {
                CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, executor)
                        .execute(task);
            }
        };
    }
}
