package dev.openvenue.core;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Watches over the deadlines of calls. */
@FunctionalInterface
interface DeadlineTimer {
    DeadlineTimer REAL = Deadline::start;

    /**
     * Starts a countdown.
     *
     * @param threads runs what is to be done
     * @return ends the countdown; afterwards nothing is done
     */
    Runnable start(Duration time, Executor threads, Runnable whenPassed);
}
