package dev.openvenue.core.engine;

import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The source of a run's orders. Used only by the run's own thread.
 *
 * @param <T> an order
 */
public interface OrderInput<T> {
    /** The next available order; null if none is available now. */
    @Nullable
    T poll();

    /** How many orders are available without waiting; further ones may follow at once. */
    int available();

    /** Whether no more orders will come. */
    boolean isExhausted();

    /** The next order after the end of the run, for which the input gets one last moment; null if none comes. */
    @Nullable
    T rest();

    /** Stops reading. */
    void close();

    /** The failure that ended the input early; null if there is none. */
    @Nullable
    Throwable failure();

    /** An input of orders that are in memory, so that reading never blocks. An iterator that fails is at its end. */
    static <T> OrderInput<T> ready(Iterator<T> orders) {
        return new OrderInput<>() {
            private @Nullable Throwable failure;
            private boolean exhausted;

            @Override
            public @Nullable T poll() {
                try {
                    if (!exhausted && orders.hasNext()) {
                        return Objects.requireNonNull(orders.next(), "order");
                    }
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                exhausted = true;
                return null;
            }

            @Override
            public int available() {
                return exhausted ? 0 : Integer.MAX_VALUE;
            }

            @Override
            public boolean isExhausted() {
                return exhausted;
            }

            @Override
            public @Nullable T rest() {
                return poll();
            }

            @Override
            public void close() {
                exhausted = true;
            }

            @Override
            public @Nullable Throwable failure() {
                return failure;
            }
        };
    }
}
