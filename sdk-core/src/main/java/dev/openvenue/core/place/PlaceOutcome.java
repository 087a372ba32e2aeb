package dev.openvenue.core.place;

import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.VenueException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one order.
 *
 * @param <T> the venue's type of a new order
 * @param order the order, as it was given
 * @param clientOrderId its client order id, given or made; null if the venue has none
 * @param status what is known
 * @param orderId the venue's id of the order, if it is {@link Status#PLACED}
 * @param code the venue's code, if a rejection was involved
 * @param kind what that code is about
 * @param message a human-readable sentence
 * @param cause why the order was not placed, or why its outcome is in doubt; null if it was placed without a problem.
 *     Its effect is that of a call; the status says more
 */
public record PlaceOutcome<T>(
        T order,
        @Nullable String clientOrderId,
        Status status,
        @Nullable String orderId,
        @Nullable String code,
        @Nullable ErrorKind kind,
        String message,
        @Nullable VenueException cause) {
    /** What can be known of an order. */
    public enum Status {
        /** Placed: the venue's response says so, or a lookup by the client order id shows the order. */
        PLACED(true),
        /** Rejected by the venue, with a code that says that the order was not placed. */
        REJECTED(false),
        /**
         * Sent and not placed: the response was lost, the request can no longer be executed, and every lookup since
         * then says that there is no such order.
         */
        NOT_PLACED(false),
        /** Never sent, because it is invalid or the run ended before. */
        NOT_SENT(false),
        /** Unknown: the order may have been placed, or may still be. It is never sent again. */
        UNKNOWN(true);

        private final boolean mayExist;

        Status(boolean mayExist) {
            this.mayExist = mayExist;
        }

        /** Whether the order may exist at the venue, so that placing it again could place it twice. */
        public boolean mayExist() {
            return mayExist;
        }
    }
}
