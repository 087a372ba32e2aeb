package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;
import dev.openvenue.core.MalformedResponseException;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.NotYet;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.CancelVerdict.Split;
import java.time.Duration;

/** Decides what the failure of a whole cancel call means for each of its orders. */
final class CancelFailures {
    private CancelFailures() {}

    /**
     * The verdict on every order of the call.
     *
     * @param size how many orders the call named
     */
    static CancelVerdict verdict(VenueException failure, Shape shape, int size) {
        if (failure instanceof RejectedException rejection) {
            return rejected(rejection, shape, size);
        }
        if (failure instanceof NotSentException notSent && notSent.retryAfter().isPresent()) {
            return new NotYet(failure, notSent.retryAfter().get());
        }
        if (failure.execution() == Execution.NOT_EXECUTED) {
            return new NotYet(failure, Duration.ZERO);
        }
        return new Lost(failure, failure instanceof MalformedResponseException);
    }

    /** The verdict if the SDK itself found the arguments wrong. */
    static CancelVerdict invalid(NotSentException failure, int size) {
        return size > 1
                ? new Split(failure)
                : new Refused(
                        null,
                        ErrorKind.INVALID_REQUEST,
                        Execution.NOT_EXECUTED,
                        Remedy.NO,
                        String.valueOf(failure.getMessage()),
                        failure);
    }

    private static CancelVerdict rejected(RejectedException e, Shape shape, int size) {
        Refused refused = Refused.of(e);
        if (refused.asksToWait()) {
            return new NotYet(e, e.retryAfter().orElse(Duration.ZERO));
        }
        if (e.execution() == Execution.UNKNOWN && isTheVenuesTrouble(e)) {
            return new Lost(e, true);
        }
        if (size == 1) {
            return refused;
        }
        // A venue that stops at the first failure answers with that order's code after it cancelled those before it.
        boolean stopped = shape == Shape.STOPS_AT_FIRST_FAILURE && refused.saysNotOpen();
        if (stopped || e.execution() == Execution.UNKNOWN) {
            return new Lost(e, true);
        }
        return mayBlameOneOrder(refused) ? new Split(e) : refused;
    }

    /** Such a refusal says nothing about the order, however often it comes. */
    private static boolean isTheVenuesTrouble(RejectedException e) {
        return e.kind() == ErrorKind.VENUE_UNAVAILABLE
                || e.kind() == ErrorKind.RATE_LIMIT
                || e.kind() == ErrorKind.UNKNOWN_OUTCOME;
    }

    /** One malformed id must not keep the other orders alive; a wrong key cannot be mended by smaller calls. */
    private static boolean mayBlameOneOrder(Refused refused) {
        return refused.saysNotOpen()
                || refused.kind() == ErrorKind.INVALID_REQUEST
                || refused.kind() == ErrorKind.UNKNOWN_OUTCOME
                || refused.kind() == ErrorKind.OTHER;
    }
}
