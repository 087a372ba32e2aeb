package dev.openvenue.conformance.faults;

import dev.openvenue.core.engine.EngineFixture;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Time for one run over real sockets in which pauses cost nothing: while no call is busy, nothing can happen before the
 * next pause ends, so time jumps there. While calls are busy it stands still, unless they keep the run waiting for as
 * long as it would really wait. So the course of a schedule hardly depends on the speed of the machine.
 *
 * <p>It begins at zero, and remembers for each thread the time that the SDK last read on it, on which the decision to
 * send was based.
 */
final class SkippingClock implements EngineFixture.RunClock {
    private final ThreadLocal<@Nullable Long> reading = new ThreadLocal<>();
    private final Queue<Long> alarms = new PriorityQueue<>();
    private long now;
    private int busy;
    private boolean over;

    @Override
    public synchronized long nanoTime() {
        reading.set(now);
        return now;
    }

    /** The time for the simulated venue and the test, whose readings do not count. */
    synchronized long elapsed() {
        return now;
    }

    /**
     * What the SDK last read on this thread; null if it has not read it since {@link #forgetReading} or since it
     * paused.
     */
    @Nullable
    Long reading() {
        return reading.get();
    }

    void forgetReading() {
        reading.remove();
    }

    @Override
    public synchronized void begin() {
        busy++;
    }

    @Override
    public synchronized void end() {
        busy--;
        notifyAll();
    }

    /** The run is over; pauses of calls that it gave up end. */
    synchronized void close() {
        over = true;
        notifyAll();
    }

    @Override
    public synchronized <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
        long end = now + atMost.toNanos();
        long realEnd = System.nanoTime() + atMost.toNanos();
        T arrival = queue.poll();
        while (arrival == null && now < end) {
            long left = realEnd - System.nanoTime();
            if (busy > 0 && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                Long alarm = busy > 0 ? null : alarms.peek();
                advance(alarm == null ? end : Math.min(alarm, end));
            }
            arrival = queue.poll();
        }
        return arrival;
    }

    /** Passes the time between two attempts of a call. */
    synchronized void pause(Duration pause) throws InterruptedIOException {
        Long alarm = now + pause.toNanos();
        alarms.add(alarm);
        busy--;
        notifyAll();
        try {
            while (now < alarm && !over) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while pausing");
        } finally {
            forgetReading();
        }
    }

    @Override
    public double jitter() {
        return 0.5;
    }

    /** A paused call counts as busy from this moment on, not only once its thread runs. */
    private void advance(long to) {
        now = to;
        while (!alarms.isEmpty() && alarms.element() <= now) {
            alarms.remove();
            busy++;
        }
        notifyAll();
    }
}
