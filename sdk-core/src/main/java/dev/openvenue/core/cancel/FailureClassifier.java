package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Retryable;
import dev.openvenue.core.cancel.OrderResult.SplitNeeded;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;

/** Decides what the failure of a whole cancel call means for each of its orders. */
final class FailureClassifier {
    private FailureClassifier() {}

    /**
     * The verdict on every order of the call.
     *
     * @param size how many orders the call named
     */
    static OrderResult result(VenueException failure, Shape shape, int size) {
        if (failure instanceof RejectedException rejection) {
            return rejected(rejection, shape, size);
        }
        if (failure instanceof NotSentException notSent && notSent.retryAfter().isPresent()) {
            return new Retryable(failure, notSent.retryAfter().get());
        }
        if (failure.effect() == Effect.NONE) {
            return new Retryable(failure, Duration.ZERO);
        }
        return new Unknown(failure, failure instanceof MalformedResponseException);
    }

    /** The verdict if the SDK found the arguments invalid. */
    static OrderResult invalid(NotSentException failure, int size) {
        return size > 1
                ? new SplitNeeded(failure)
                : new Rejected(
                        null,
                        ErrorKind.INVALID_REQUEST,
                        Effect.NONE,
                        Remedy.NONE,
                        String.valueOf(failure.getMessage()),
                        failure);
    }

    private static OrderResult rejected(RejectedException e, Shape shape, int size) {
        Rejected rejected = Rejected.of(e);
        if (rejected.asksToWait()) {
            return new Retryable(e, e.retryAfter().orElse(Duration.ZERO));
        }
        if (e.effect() == Effect.UNKNOWN && isTheVenuesTrouble(e)) {
            return new Unknown(e, true);
        }
        if (size == 1) {
            return rejected;
        }
        // A venue that stops at the first failure responds with that order's code after it cancelled those before it.
        // Of
        // one that only acknowledges calls nobody knows how far it got.
        boolean stopped = (shape == Shape.STOPS_AT_FIRST_FAILURE && rejected.saysNotOpen())
                || (shape == Shape.ACKNOWLEDGED && mayBlameOneOrder(rejected));
        if (stopped || e.effect() == Effect.UNKNOWN) {
            return new Unknown(e, true);
        }
        return mayBlameOneOrder(rejected) ? new SplitNeeded(e) : rejected;
    }

    /** Such a rejection says nothing about the order, however often it comes. */
    private static boolean isTheVenuesTrouble(RejectedException e) {
        return e.kind() == ErrorKind.VENUE_UNAVAILABLE
                || e.kind() == ErrorKind.RATE_LIMIT
                || e.kind() == ErrorKind.UNKNOWN_OUTCOME;
    }

    /** One malformed id must not keep the other orders open; smaller calls do not help against a wrong key. */
    private static boolean mayBlameOneOrder(Rejected rejected) {
        return rejected.saysNotOpen()
                || rejected.kind() == ErrorKind.INVALID_REQUEST
                || rejected.kind() == ErrorKind.UNKNOWN_OUTCOME
                || rejected.kind() == ErrorKind.OTHER;
    }
}
