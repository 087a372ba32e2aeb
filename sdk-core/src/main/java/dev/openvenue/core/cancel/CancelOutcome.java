package dev.openvenue.core.cancel;

import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.VenueException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of the cancel of one order.
 *
 * @param ref the order, as it was given
 * @param status what is known
 * @param code the venue's code, if a rejection was involved
 * @param kind what that code is about
 * @param message a human-readable sentence
 * @param cause the exception behind a rejection ({@link Status#REJECTED}), or why nothing better is known, such as a
 *     lookup that was rejected; null if there is none
 * @param order what the venue last stated about the order: state, quantities, price; null if it stated nothing
 * @param proof what the run saw of the order: the last of each view, in the order in which they were asked. With the
 *     message, which names the rule, it shows why the outcome is what it is
 */
public record CancelOutcome(
        OrderRef ref,
        Status status,
        @Nullable String code,
        @Nullable ErrorKind kind,
        String message,
        @Nullable VenueException cause,
        @Nullable OrderSnapshot order,
        List<Observation> proof) {
    /** Makes a defensive copy. */
    public CancelOutcome {
        proof = List.copyOf(proof);
    }

    /** Whether the order was cancelled, but not by this run. */
    public boolean isCancelledElsewhere() {
        return status == Status.ALREADY_CLOSED && order != null && order.state() == OrderSnapshot.State.CANCELLED;
    }

    /** What can be known of a cancel. */
    public enum Status {
        /** Cancelled: the order's own state says so, after a cancel of this run may have reached it. */
        CANCELLED(true),
        /** The venue took the cancel call that named the order; it is not confirmed that the order is closed. */
        ACCEPTED(false),
        /**
         * No longer open, and not known to be an effect of this run: filled, cancelled before, or gone from the list of
         * open orders without a stated reason. The last may be the effect of a cancel that the venue accepted from this
         * run.
         */
        ALREADY_CLOSED(true),
        /**
         * The venue does not know such an order. Nothing was cancelled, and nothing is certain: with the wrong key,
         * account, market or id an open order looks the same. Check them.
         */
        NOT_FOUND(false),
        /** Rejected; the order was not cancelled by this run and may be open. */
        REJECTED(false),
        /**
         * Unknown; the order may be open. Also if no order of its symbol was found, which shows a wrong key, account or
         * symbol rather than that none exists.
         */
        UNKNOWN(false);

        private final boolean closed;

        Status(boolean closed) {
            this.closed = closed;
        }

        /** Whether the order is certainly no longer open. */
        public boolean isClosed() {
            return closed;
        }
    }
}
