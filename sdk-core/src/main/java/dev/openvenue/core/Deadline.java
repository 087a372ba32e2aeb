package dev.openvenue.core;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;

/**
 * Runs an action at a call's deadline, wherever the call is then: OkHttp's own timeout does not count the time in
 * queues.
 */
final class Deadline extends AsyncTimeout {
    private final Executor threads;
    private final Runnable whenPassed;

    private Deadline(Executor threads, Runnable whenPassed) {
        this.threads = threads;
        this.whenPassed = whenPassed;
    }

    /**
     * Starts the countdown; the action runs on another thread, because a single thread watches all timeouts of this
     * process.
     */
    static Runnable start(Duration time, Executor threads, Runnable whenPassed) {
        Deadline deadline = new Deadline(threads, whenPassed);
        deadline.timeout(Math.max(1, time.toNanos()), TimeUnit.NANOSECONDS);
        deadline.enter();
        return deadline::exit;
    }

    @Override
    protected void timedOut() {
        try {
            threads.execute(whenPassed);
        } catch (OutOfMemoryError e) {
            // No further thread can be created; so it runs here, and neither this call nor the watchdog of all others
            // is lost.
            whenPassed.run();
        }
    }
}
