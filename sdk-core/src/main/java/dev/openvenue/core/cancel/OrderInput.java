package dev.openvenue.core.cancel;

import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The source of a run's orders. Used only by the run's own thread. */
interface OrderInput {
    /** The next available order; null if none is available now. */
    @Nullable
    OrderRef poll();

    /** How many orders are available without waiting; further ones may follow at once. */
    int available();

    /** Whether no more orders will come. */
    boolean isExhausted();

    /** The next order after the end of the run, for which the input gets one last moment; null if none comes. */
    @Nullable
    OrderRef rest();

    /** Stops reading. */
    void close();

    /** The failure that ended the input early; null if there is none. */
    @Nullable
    Throwable failure();

    /** An input of orders that are in memory, so that reading never blocks. An iterator that fails is at its end. */
    static OrderInput ready(Iterator<OrderRef> orders) {
        return new OrderInput() {
            private @Nullable Throwable failure;
            private boolean exhausted;

            @Override
            public @Nullable OrderRef poll() {
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
            public @Nullable OrderRef rest() {
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
