package dev.openvenue.core.cancel;

import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.VenueException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one order that was to be cancelled.
 *
 * @param ref the order, as it was given
 * @param status what is known
 * @param code the venue's code, if a rejection is part of the story
 * @param kind what that code is about
 * @param message one sentence for people
 * @param cause why nothing better is known, such as a lookup that was rejected, or what rejected
 *     ({@link Status#REJECTED}), if it was an exception
 */
public record CancelOutcome(
        OrderRef ref,
        Status status,
        @Nullable String code,
        @Nullable ErrorKind kind,
        String message,
        @Nullable VenueException cause) {

    /** What can be known of a cancel. */
    public enum Status {
        /** Cancelled, seen in the order's own state after a cancel of this run may have reached it. */
        CANCELLED(true),
        /** The venue took the cancel; the order was not seen cancelled. */
        ACCEPTED(false),
        /**
         * No longer open, and not known to be this run's doing: filled, cancelled before, or gone from the list of open
         * orders while the venue does not tell why. The last may be the effect of a cancel that the venue took from
         * this run.
         */
        ALREADY_CLOSED(true),
        /**
         * The venue knows no such order. Nothing was cancelled, and nothing is certain: with the wrong key, account,
         * market or id an open order looks just so. Check them.
         */
        NOT_FOUND(false),
        /** Rejected; the order was not cancelled by this run and may be open. */
        REJECTED(false),
        /** Not known; the order may be open. */
        UNKNOWN(false);

        private final boolean closed;

        Status(boolean closed) {
            this.closed = closed;
        }

        /** Whether the order is certainly not open any more. */
        public boolean isClosed() {
            return closed;
        }
    }
}
