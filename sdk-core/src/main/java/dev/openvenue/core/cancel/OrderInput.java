package dev.openvenue.core.cancel;

import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a run's orders come from. Only the run's own thread asks. */
interface OrderInput {
    /** The next order that is there; null if none is there now. */
    @Nullable
    OrderRef poll();

    /** How many orders may be taken without waiting; more than that may follow at once. */
    int available();

    /** Whether no more orders will come. */
    boolean isExhausted();

    /** The next order after the end of the run, when the input is given one moment more; null if none comes. */
    @Nullable
    OrderRef rest();

    /** Takes nothing more. */
    void close();

    /** What ended the input before its time; null if nothing did. */
    @Nullable
    Throwable failure();

    /** Orders that are there already: asking for them takes no time. A failing iterator is at its end. */
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
