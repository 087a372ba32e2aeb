package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Time for rate limits that passes when a test says so. */
public final class VirtualLimitTime implements LimitTime {
    private record Task(long at, long number, Runnable task) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    /** No test asks so often in one moment. */
    private static final int MOST_QUESTIONS = 1_000_000;

    private long now = Duration.ofDays(3).toNanos();
    private long number;
    private long askedAt;
    private int questions;

    /** Limits in this time, which no other client shares. */
    public RateLimits limits() {
        return RateLimits.inMemory(this);
    }

    @Override
    public synchronized long nanos() {
        questions = askedAt == now ? questions + 1 : 0;
        askedAt = now;
        if (questions > MOST_QUESTIONS) {
            throw new AssertionError("The limits ask for the time for ever and let none pass");
        }
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Task(now + delay.toNanos(), number++, task));
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    /** Lets time pass, and runs what falls due on the way at its own moment. */
    public void pass(Duration duration) {
        long end = nanos() + duration.toNanos();
        for (Runnable due = due(end); due != null; due = due(end)) {
            due.run();
        }
    }

    private synchronized @Nullable Runnable due(long end) {
        Task next = tasks.peek();
        if (next == null || next.at() > end) {
            now = end;
            return null;
        }
        now = Math.max(now, next.at());
        return tasks.remove().task();
    }
}
