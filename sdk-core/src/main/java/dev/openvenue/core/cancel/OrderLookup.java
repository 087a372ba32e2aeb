package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The result of a lookup of one order, by its id or in the list of open orders. */
sealed interface OrderLookup {
    /** The venue stated the order's state. */
    enum Found implements OrderLookup {
        /** Open. */
        OPEN,
        /** Cancelled, entirely or after partial fills. */
        CANCELLED,
        /** Filled. */
        FILLED
    }

    /**
     * The venue does not know the order, or does not list it as open.
     *
     * @param amongOpen whether it was a listing of all open orders
     */
    record NotFound(boolean amongOpen) implements OrderLookup {}

    /**
     * The lookup failed.
     *
     * @param lasting whether the next lookup is likely to fail too
     */
    record Unavailable(VenueException cause, boolean lasting) implements OrderLookup {
        /** The number of lasting failures after which a further lookup will not help. */
        static final int ENOUGH = 3;

        /** The minimum pause before the next lookup. */
        Duration pause() {
            return cause instanceof RejectedException rejection
                    ? rejection.retryAfter().orElse(Duration.ZERO)
                    : Duration.ZERO;
        }
    }

    /**
     * A result with what the row states about the order.
     *
     * @param lookup the result
     * @param orderId the venue's id; null if the row does not contain it
     * @param snapshot quantities and prices; null if there is no row
     * @param view where it was seen
     */
    record Row(
            OrderLookup lookup,
            @Nullable String orderId,
            @Nullable OrderSnapshot snapshot,
            View view) {
        Row(OrderLookup lookup, @Nullable String orderId) {
            this(lookup, orderId, null, View.LOOKUP);
        }

        /** In words, for the proof of an outcome. */
        String words() {
            if (lookup instanceof Unavailable unavailable) {
                return "no usable response: " + unavailable.cause().getMessage();
            } else if (lookup instanceof NotFound) {
                return "not there";
            }
            return ((Found) lookup).name().toLowerCase(Locale.ROOT);
        }
    }
}
