package dev.openvenue.core.cancel;

import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a look at one order showed. */
sealed interface OrderLookup {
    /** The venue told the order's state. */
    enum Found implements OrderLookup {
        /** Working. */
        OPEN,
        /** Cancelled, wholly or in its rest. */
        CANCELLED,
        /** Filled. */
        FILLED
    }

    /**
     * The venue does not know the order, or does not list it as open.
     *
     * @param amongOpen whether the look was at the list of all open orders
     */
    record NotFound(boolean amongOpen) implements OrderLookup {}

    /**
     * The look told nothing.
     *
     * @param lasting whether the next look is likely to tell nothing either
     */
    record Unavailable(VenueException cause, boolean lasting) implements OrderLookup {
        /** A look that told nothing so often, for a reason that lasts, will not tell more. */
        static final int ENOUGH = 3;

        /** The least pause before the next look. */
        Duration pause() {
            return cause instanceof RejectedException rejection
                    ? rejection.retryAfter().orElse(Duration.ZERO)
                    : Duration.ZERO;
        }
    }

    /**
     * A state with the venue's id for the order, if the row tells it.
     *
     * @param lookup what was seen
     * @param orderId the venue's id
     */
    record Row(OrderLookup lookup, @Nullable String orderId) {}
}
