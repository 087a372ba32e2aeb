package dev.openvenue.core;

import java.time.Duration;
import java.util.concurrent.Executor;

/** Schedules what happens at the deadlines of calls. */
@FunctionalInterface
interface DeadlineTimer {
    DeadlineTimer REAL = Deadline::start;

    /**
     * Starts a countdown.
     *
     * @param threads runs the action
     * @return stops the countdown; afterwards the action does not run
     */
    Runnable start(Duration time, Executor threads, Runnable whenPassed);
}
