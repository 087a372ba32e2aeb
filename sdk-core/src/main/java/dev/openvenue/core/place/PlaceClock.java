package dev.openvenue.core.place;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time and waiting of the batch-place engine; tests supply their own. */
interface PlaceClock {
    /** The system's. */
    PlaceClock SYSTEM = new PlaceClock() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public <E> @Nullable E await(BlockingQueue<E> queue, Duration atMost) throws InterruptedException {
            return queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
    };

    /** Monotonic time. */
    long nanoTime();

    /** Waits for an element to arrive; null if none did in time. */
    <E> @Nullable E await(BlockingQueue<E> queue, Duration atMost) throws InterruptedException;
}
