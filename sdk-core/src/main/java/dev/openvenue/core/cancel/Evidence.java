package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.VenueException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about one order's cancel, and what may be claimed from it. Claims are conservative: an order
 * is reported as cancelled only if its state says so and a cancel of ours may be the reason, and as closed only if it
 * is known to have existed.
 *
 * @param ref the order
 * @param accepted whether the venue took a cancel call that named the order
 * @param touched whether a cancel may have been executed
 * @param known whether the venue ever showed the order, or took its cancel by name and was not asked for it since
 * @param ambiguous whether other orders may have the same id
 * @param rejection the venue's last rejection; null if it accepted a cancel since
 * @param cause the last failure
 * @param seen the result of the last lookup
 * @param cannotLookUp why the last failed lookup failed
 * @param snapshot what the venue last stated about the order
 * @param proof what was seen, the last of each view
 */
record Evidence(
        OrderRef ref,
        boolean accepted,
        boolean touched,
        boolean known,
        boolean ambiguous,
        @Nullable Rejected rejection,
        @Nullable VenueException cause,
        @Nullable OrderLookup seen,
        @Nullable VenueException cannotLookUp,
        @Nullable OrderSnapshot snapshot,
        List<Observation> proof) {

    /** The venue took the cancel, and verification is off. */
    CancelOutcome taken() {
        return claim(Status.ACCEPTED, "The venue took the cancel", null);
    }

    /** The order's state is closed. */
    CancelOutcome closed(Found state) {
        if (state == Found.FILLED) {
            return claim(Status.ALREADY_CLOSED, "Filled", null);
        }
        return touched
                ? claim(Status.CANCELLED, "Cancelled; the order's state says so", null)
                : claim(Status.ALREADY_CLOSED, "Cancelled before", null);
    }

    /**
     * The order's state is cancelled, and by the venue's time it was so before the first cancel of this run was sent.
     */
    CancelOutcome cancelledBefore() {
        return claim(Status.ALREADY_CLOSED, "Cancelled before, by the venue's time", null);
    }

    /** The newest order with this client id is closed, and the list that would show another one cannot be read. */
    CancelOutcome closedPerhapsNotAlone() {
        return claim(
                accepted ? Status.ACCEPTED : Status.UNKNOWN,
                "The newest order of this client id is closed; the venue lets ids repeat, and whether another one is"
                        + " open could not be seen" + (ref.symbol() == null ? " without the symbol" : ""),
                cannotLookUp);
    }

    /** The venue rejected the cancel. */
    CancelOutcome rejected(Rejected rejected) {
        String still = seen == Found.OPEN ? "; the order is still open" : "";
        return claim(Status.REJECTED, rejected.words() + still, cause);
    }

    /**
     * The venue rejects the cancel repeatedly, and shows the order open. If it also calls it closed, one of the two is
     * wrong.
     */
    CancelOutcome rejectedWhileOpen(Rejected rejected) {
        return rejected.saysNotOpen()
                ? claim(Status.UNKNOWN, rejected.words() + "; yet the venue shows the order open", cause)
                : rejected(rejected);
    }

    /** The SDK did not send the cancel. */
    CancelOutcome notSent(VenueException cause) {
        return claim(Status.REJECTED, "Not sent: " + cause.getMessage(), cause);
    }

    /**
     * The order cannot be found, and it had enough time to become visible.
     *
     * @param lookedUp whether it was looked up by its id
     * @param listed whether the open orders were read completely
     */
    CancelOutcome notFound(boolean lookedUp, boolean listed) {
        VenueException unseen = lookedUp ? null : cannotLookUp;
        boolean notFound = lookedUp || (rejection != null && rejection.kind() == ErrorKind.ORDER_NOT_FOUND);
        if (rejection != null && rejection.kind() == ErrorKind.ORDER_CLOSED && (listed || !ambiguous)) {
            String words = "Closed before, says the venue, which does not know the order any more";
            return claim(Status.ALREADY_CLOSED, words, unseen);
        } else if (accepted && !listed) {
            return claim(Status.ACCEPTED, "The venue took the cancel and does not know the order any more", unseen);
        } else if (known && (accepted || listed)) {
            String words = "Not open any more; the venue does not tell whether cancelled or filled";
            return claim(Status.ALREADY_CLOSED, unseen == null ? words : words + ", " + why(unseen), unseen);
        } else if (known) {
            return claim(Status.UNKNOWN, "The venue does not know the order any more", cause);
        } else if (notFound) {
            return claim(Status.NOT_FOUND, "The venue knows no such order", unseen);
        } else if (unseen != null) {
            return claim(
                    Status.UNKNOWN,
                    "Not among the open orders; whether it ever was is not known, " + why(unseen),
                    unseen);
        }
        return claim(Status.NOT_FOUND, "Not among the open orders, and the venue never showed it", null);
    }

    /**
     * The order cannot be found, and neither was any other of the run, so that the list may be the wrong one. Of the
     * order that proves nothing, and what the venue said to the cancel stands.
     */
    CancelOutcome soughtInVain() {
        if (rejection != null && provesClosed(rejection)) {
            return claim(Status.ALREADY_CLOSED, rejection.words(), cannotLookUp);
        }
        String vain = "Not found, but neither was any other order of the run and this symbol, which proves nothing;"
                + " check symbol, key and account";
        return accepted
                ? claim(Status.ACCEPTED, "The venue took the cancel. " + vain, cannotLookUp)
                : claim(Status.UNKNOWN, vain, cause);
    }

    /** Nothing better is available than the response to the cancel itself. */
    CancelOutcome fromResponseAlone() {
        Rejected rejected = rejection;
        if (rejected != null && provesClosed(rejected)) {
            return claim(Status.ALREADY_CLOSED, rejected.words(), cannotLookUp);
        } else if (accepted) {
            return claim(Status.ACCEPTED, "The venue took the cancel; its effect could not be seen", cannotLookUp);
        } else if (rejected != null) {
            return claim(inDoubt(rejected) ? Status.UNKNOWN : Status.REJECTED, rejected.words(), cause);
        }
        return claim(Status.UNKNOWN, "A cancel may have been sent, but its effect could not be seen", cause);
    }

    /**
     * The run ends before more is known, or gives this order up.
     *
     * @param reason why, such as {@code the deadline of 30 s passed}
     * @param ended the same as an exception, if nothing went wrong before
     */
    CancelOutcome ended(String reason, VenueException ended) {
        Rejected rejected = rejection;
        if (accepted) {
            return claim(
                    Status.ACCEPTED, "The venue took the cancel, but it was not seen done: " + reason, cannotLookUp);
        } else if (rejected != null && provesClosed(rejected)) {
            return claim(Status.ALREADY_CLOSED, rejected.words(), cannotLookUp);
        } else if (rejected != null && !inDoubt(rejected)) {
            return claim(Status.REJECTED, rejected.words() + "; given up: " + reason, cause);
        }
        return claim(Status.UNKNOWN, doubt() + ": " + reason, Objects.requireNonNullElse(cause, ended));
    }

    /**
     * Says that a cancel was sent only if the venue responded to it; without a response it is unknown whether it left.
     */
    private String doubt() {
        if (seen instanceof NotFound) {
            return "Not found so far, which proves nothing so soon";
        } else if (rejection != null) {
            // A rejection that is not a proof leaves as much in doubt as a response that never came.
            return "A cancel was sent, but its effect is not known";
        }
        return touched ? "A cancel may have been sent, and its effect is not known" : "No cancel was executed";
    }

    /** Whether the rejection states that the order is closed; "not found" is not such a statement. */
    private boolean provesClosed(Rejected rejected) {
        return rejected.provesClosed() && seen != Found.OPEN && !ambiguous;
    }

    /**
     * Whether a cancel of ours may be in progress, or executed: after a proxy's replay the second response may say "not
     * open".
     */
    private boolean inDoubt(Rejected rejected) {
        return touched || rejected.saysNotOpen();
    }

    private static String why(VenueException unseen) {
        return "because the lookup failed: " + unseen.getMessage();
    }

    private CancelOutcome claim(Status status, String message, @Nullable VenueException because) {
        boolean settled = status == Status.CANCELLED || status == Status.ACCEPTED;
        Rejected told = settled ? null : rejection;
        return new CancelOutcome(
                ref,
                status,
                told == null ? null : told.code(),
                told == null ? null : told.kind(),
                message,
                because,
                snapshot,
                proof);
    }
}
