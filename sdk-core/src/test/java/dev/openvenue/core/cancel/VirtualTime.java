package dev.openvenue.core.cancel;

import dev.openvenue.core.engine.EngineClock;
import dev.openvenue.core.engine.OrderInput;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Time that passes only while somebody waits, and events that happen in it. */
final class VirtualTime implements EngineClock {
    private record Event(long at, long sequence, Runnable action) {}

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::sequence));
    /** No run of a test asks so often in one moment. */
    private static final int MOST_QUESTIONS = 1_000_000;

    private long now = 1_000;
    private long askedAt;
    private int questions;
    private long sequence;

    /** Lets something happen after a while. */
    void in(Duration delay, Runnable action) {
        events.add(new Event(now + delay.toNanos(), sequence++, action));
    }

    void advance(Duration duration) {
        now += duration.toNanos();
    }

    @Override
    public long nanoTime() {
        questions = askedAt == now ? questions + 1 : 0;
        askedAt = now;
        if (questions > MOST_QUESTIONS) {
            throw new AssertionError("The run asks for the time for ever and lets none pass");
        }
        return now;
    }

    @Override
    public <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) {
        long until = now + atMost.toNanos();
        T item = queue.poll();
        for (Event next = events.peek(); item == null && next != null && next.at() <= until; next = events.peek()) {
            events.remove();
            now = Math.max(now, next.at());
            next.action().run();
            item = queue.poll();
        }
        if (item == null) {
            now = Math.max(now, until);
        }
        return item;
    }

    @Override
    public <T> OrderInput<T> read(Iterator<T> orders, int room, Runnable onArrival, String name) {
        return OrderInput.ready(orders);
    }

    @Override
    public double jitter() {
        return 0;
    }
}
