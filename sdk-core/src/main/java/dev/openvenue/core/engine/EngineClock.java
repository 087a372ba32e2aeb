package dev.openvenue.core.engine;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time, waiting, threads and randomness of runs; tests supply their own. */
public interface EngineClock {
    /** The system's. */
    EngineClock SYSTEM = new EngineClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
            return queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public double jitter() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /** Monotonic time. */
    long nanoTime();

    /** Waits for an element to arrive; null if none did in time. */
    <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException;

    /** A random number from 0 to 1. */
    double jitter();

    /** Starts work on a thread of its own, which does not keep the process alive. */
    default void start(Runnable batch, String name) {
        Thread thread = new Thread(batch, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins to read a live input.
     *
     * @param room how many orders to read ahead at most
     * @param onArrival runs when a new order is available
     */
    default <T> OrderInput<T> read(Iterator<T> orders, int room, Runnable onArrival, String name) {
        return InputReader.start(orders, room, onArrival, name, this::nanoTime);
    }
}
