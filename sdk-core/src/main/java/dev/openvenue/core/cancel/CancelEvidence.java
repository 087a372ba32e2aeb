package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.OrderSight.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one order's cancel, and what may be claimed of it. Nothing here is generous: an order is called cancelled
 * only if its state says so and a cancel of ours may have done it.
 *
 * @param ref the order
 * @param accepted whether the venue took a cancel
 * @param touched whether a cancel may have been executed
 * @param refusal what the venue last refused; null if it took a cancel since
 * @param cause what last went wrong
 * @param seen what the last look showed
 */
record CancelEvidence(
        OrderRef ref,
        boolean accepted,
        boolean touched,
        @Nullable Refused refusal,
        @Nullable VenueException cause,
        @Nullable OrderSight seen) {

    /** The venue took the cancel, and nobody wants to look. */
    CancelOutcome taken() {
        return claim(Status.ACCEPTED, "The venue took the cancel");
    }

    /** The order's state is cancelled. */
    CancelOutcome cancelled() {
        return touched
                ? claim(Status.CANCELLED, "Cancelled; the order's state says so")
                : claim(Status.ALREADY_CLOSED, "Cancelled before");
    }

    /** The order's state is filled. */
    CancelOutcome filled() {
        return claim(Status.ALREADY_CLOSED, "Filled");
    }

    /** The venue will not cancel it. */
    CancelOutcome refused(Refused refused) {
        String still = seen == State.OPEN ? "; the order is still open" : "";
        return claim(Status.REJECTED, refused.words() + still);
    }

    /** The venue refuses time and again, and shows the order open. If it also calls it closed, one of the two is wrong. */
    CancelOutcome stays(Refused refused) {
        return refused.saysNotOpen()
                ? claim(Status.UNKNOWN, refused.words() + "; yet the venue shows the order open")
                : refused(refused);
    }

    /** This side will not send it. */
    CancelOutcome notSent(VenueException cause) {
        return claim(Status.REJECTED, "Not sent: " + cause.getMessage());
    }

    /**
     * The order cannot be found.
     *
     * @param lookedUp whether it was looked up by its id
     * @param listed whether the open orders were read to the end
     */
    CancelOutcome gone(boolean lookedUp, boolean listed) {
        if (refusal != null && refusal.kind() == ErrorKind.ORDER_CLOSED) {
            return claim(
                    Status.ALREADY_CLOSED, "Closed before, says the venue, which does not know the order any more");
        } else if (accepted && !listed) {
            return claim(Status.ACCEPTED, "The venue took the cancel and does not know the order any more");
        } else if (accepted) {
            return claim(
                    Status.ALREADY_CLOSED, "Not open any more; the venue does not tell whether cancelled or filled");
        } else if (lookedUp || (refusal != null && refusal.kind() == ErrorKind.ORDER_NOT_FOUND)) {
            return claim(Status.NOT_FOUND, "The venue knows no such order");
        }
        return claim(Status.ALREADY_CLOSED, "Not open; the venue does not tell whether it ever was");
    }

    /** Nothing better can be had than what the cancel itself said. */
    CancelOutcome byWord() {
        Refused refused = refusal;
        if (refused != null && refused.provesNotOpen() && seen != State.OPEN) {
            boolean notFound = refused.kind() == ErrorKind.ORDER_NOT_FOUND;
            return claim(notFound ? Status.NOT_FOUND : Status.ALREADY_CLOSED, refused.words());
        } else if (accepted) {
            return claim(Status.ACCEPTED, "The venue took the cancel; its effect could not be seen");
        } else if (refused != null) {
            return claim(inDoubt(refused) ? Status.UNKNOWN : Status.REJECTED, refused.words());
        }
        return claim(Status.UNKNOWN, "A cancel was sent, but its effect could not be seen");
    }

    /**
     * The run ends before more is known.
     *
     * @param reason why, such as {@code the deadline of 30 s passed}
     * @param ended the same as an exception, if nothing went wrong before
     */
    CancelOutcome ended(String reason, VenueException ended) {
        Refused refused = refusal;
        if (accepted) {
            return claim(Status.ACCEPTED, "The venue took the cancel, but it was not seen done: " + reason);
        } else if (refused != null
                && refused.kind() == ErrorKind.ORDER_CLOSED
                && refused.provesNotOpen()
                && seen != State.OPEN) {
            return claim(Status.ALREADY_CLOSED, refused.words());
        } else if (refused != null && !inDoubt(refused)) {
            return claim(Status.REJECTED, refused.words() + "; given up: " + reason);
        }
        // A refusal that is no proof leaves as much in doubt as an answer that never came.
        boolean doubt = touched || refused != null;
        String what = doubt ? "A cancel was sent, but its effect is not known: " : "No cancel was executed: ";
        VenueException because = Objects.requireNonNullElse(cause, ended);
        return new CancelOutcome(ref, Status.UNKNOWN, code(), kind(), what + reason, because);
    }

    /** Whether a cancel of ours may be at work, or done: after a proxy's replay the second answer may say "not open". */
    private boolean inDoubt(Refused refused) {
        return touched || refused.saysNotOpen();
    }

    private CancelOutcome claim(Status status, String message) {
        boolean settled = status == Status.CANCELLED || status == Status.ACCEPTED;
        boolean failed = status == Status.UNKNOWN || status == Status.REJECTED;
        return new CancelOutcome(
                ref, status, settled ? null : code(), settled ? null : kind(), message, failed ? cause : null);
    }

    private @Nullable String code() {
        return refusal == null ? null : refusal.code();
    }

    private @Nullable ErrorKind kind() {
        return refusal == null ? null : refusal.kind();
    }
}
