package dev.openvenue.core.engine;

import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a live input on a thread of its own, a bounded number of orders ahead. So an iterator that blocks holds up
 * neither the orders that came before, nor the deadline, nor an interrupt.
 */
public final class InputReader<T> implements OrderInput<T> {
    /** How long, in total, the input may delay a run that is over. */
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private final Iterator<T> orders;
    private final BlockingQueue<T> ahead;
    private final Runnable onArrival;
    private final LongSupplier nanos;
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean ended;
    private volatile boolean closed;
    private long patience = PATIENCE;

    private InputReader(Iterator<T> orders, int room, Runnable onArrival, String name, LongSupplier nanos) {
        this.orders = orders;
        this.ahead = new LinkedBlockingQueue<>(room);
        this.onArrival = onArrival;
        this.nanos = nanos;
        this.thread = new Thread(this::read, name);
    }

    /**
     * Starts to read.
     *
     * @param room how many orders to read ahead at most
     * @param onArrival runs when a new order is available
     * @param nanos monotonic time
     */
    public static <T> InputReader<T> start(
            Iterator<T> orders, int room, Runnable onArrival, String name, LongSupplier nanos) {
        InputReader<T> reader = new InputReader<>(orders, room, onArrival, name, nanos);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    @Override
    public @Nullable T poll() {
        return ahead.poll();
    }

    @Override
    public int available() {
        return ahead.size();
    }

    @Override
    public boolean isExhausted() {
        // In this order: the last order is added before the end is set.
        return ended && ahead.isEmpty();
    }

    @Override
    public @Nullable T rest() {
        boolean interrupted = Thread.interrupted();
        long start = nanos.getAsLong();
        T next = ahead.poll();
        while (next == null && !isExhausted() && nanos.getAsLong() - start < patience) {
            try {
                next = ahead.poll(10, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                // The run is over already, and what is left of the patience is short.
                interrupted = true;
            }
        }
        patience -= nanos.getAsLong() - start;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return next;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    @Override
    public @Nullable Throwable failure() {
        return failure;
    }

    private void read() {
        try {
            while (!closed && orders.hasNext()) {
                ahead.put(Objects.requireNonNull(orders.next(), "order"));
                if (ahead.size() == 1) {
                    onArrival.run();
                }
            }
        } catch (InterruptedException e) {
            // Only close interrupts; the thread ends.
            ended = true;
        } catch (RuntimeException | Error e) {
            failure = closed ? null : e;
        } finally {
            ended = true;
            onArrival.run();
        }
    }
}
