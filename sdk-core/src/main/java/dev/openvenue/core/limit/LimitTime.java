package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The source of time for the rate limits. */
interface LimitTime {
    /** Monotonic nanoseconds. */
    long nanos();

    /** Runs a task later, on a thread that it must not block. */
    void after(Duration delay, Runnable task);

    /** Runs what depends on the limits, apart from the threads that manage them. */
    Executor executor();

    /** Has one thread, which ends when nothing is scheduled any more, so that there is nothing to close. */
    static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(1, DaemonThreads.named("openvenue-rate-limits"));
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** The system's time. */
    static LimitTime system() {
        ScheduledThreadPoolExecutor timer = timer();
        Executor executor = Executors.newCachedThreadPool(DaemonThreads.named("openvenue-turns"));
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
            @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for the future; the task reports by itself.
            public void after(Duration delay, Runnable task) {
                timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }
}
