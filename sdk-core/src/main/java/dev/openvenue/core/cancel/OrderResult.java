package dev.openvenue.core.cancel;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one cancel call said about one order. */
sealed interface OrderResult {
    /** In words, for the proof of an outcome. */
    default String words() {
        if (this instanceof Accepted) {
            return "accepted";
        } else if (this instanceof Unknown lost) {
            return "outcome unknown: " + lost.cause().getMessage();
        } else if (this instanceof Retryable passing) {
            return "not executed: " + passing.cause().getMessage();
        } else if (this instanceof SplitNeeded split) {
            return "not executed: " + split.cause().getMessage();
        }
        return ((Rejected) this).words();
    }

    /**
     * The venue took the call.
     *
     * @param orderId the venue's id of the order, if the response contains it
     * @param named whether the response says so of this very order, which therefore exists
     */
    record Accepted(@Nullable String orderId, boolean named) implements OrderResult {
        /** The response says it of this order. */
        Accepted(@Nullable String orderId) {
            this(orderId, true);
        }
    }

    /**
     * The venue rejected the cancel of this order.
     *
     * @param code the venue's code; null if it gave none
     * @param cause the exception if the whole call was rejected
     */
    record Rejected(
            @Nullable String code,
            ErrorKind kind,
            Effect effect,
            Remedy remedy,
            String message,
            @Nullable VenueException cause)
            implements OrderResult {

        private static final Set<ErrorKind> PASSING =
                EnumSet.of(ErrorKind.RATE_LIMIT, ErrorKind.VENUE_UNAVAILABLE, ErrorKind.MARKET_UNAVAILABLE);

        static Rejected of(RejectedException e) {
            return new Rejected(e.code(), e.kind(), e.effect(), e.remedy(), e.venueMessage(), e);
        }

        /** {@code Rejected: 43001 order does not exist (order not found)}, for messages. */
        @Override
        public String words() {
            String text = code == null ? message : (code + " " + message).strip();
            String about = kind == ErrorKind.OTHER
                    ? ""
                    : " (" + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
            return "Rejected: " + (text.isEmpty() ? "without a reason" : text) + about;
        }

        /** Whether it says that the order is not open. */
        boolean saysNotOpen() {
            return kind == ErrorKind.ORDER_CLOSED
                    || kind == ErrorKind.ORDER_NOT_OPEN
                    || kind == ErrorKind.ORDER_NOT_FOUND;
        }

        /**
         * Whether it alone proves that the order is closed. "Not found" proves nothing: it may be the wrong account, or
         * the order may be too new. Neither does a code whose remedy is a lookup: HTX's stands for an order that is
         * closed as well as for one that is about to be cancelled.
         */
        boolean provesClosed() {
            return kind == ErrorKind.ORDER_CLOSED && remedy != Remedy.LOOK_UP_ORDER;
        }

        /**
         * Whether nothing was executed and a pause may help. Unlike a new order, a cancel is still wanted when a market
         * opens.
         */
        boolean asksToWait() {
            return effect == Effect.NONE && !saysNotOpen() && (PASSING.contains(kind) || remedy == Remedy.WAIT);
        }

        /** Whether only a lookup of the order can tell more. */
        boolean needsLook() {
            return saysNotOpen()
                    || effect == Effect.UNKNOWN
                    || kind == ErrorKind.UNKNOWN_OUTCOME
                    || remedy == Remedy.LOOK_UP_ORDER;
        }
    }

    /**
     * The cancel may or may not have been executed.
     *
     * @param culprit whether one of the call's orders may be the cause, so that the next call should contain fewer
     */
    record Unknown(VenueException cause, boolean culprit) implements OrderResult {}

    /** Certainly nothing was executed, and the same call may succeed after a pause. */
    record Retryable(VenueException cause, Duration pause) implements OrderResult {}

    /** Certainly nothing was executed, and one of the call's orders may be the cause: retry with fewer. */
    record SplitNeeded(VenueException cause) implements OrderResult {}
}
