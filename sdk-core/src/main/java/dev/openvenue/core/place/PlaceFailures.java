package dev.openvenue.core.place;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.place.PlaceVerdict.Again;
import dev.openvenue.core.place.PlaceVerdict.Doubtful;
import dev.openvenue.core.place.PlaceVerdict.NotSent;
import dev.openvenue.core.place.PlaceVerdict.Rejected;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides what the failure of a whole call means for each of its orders. A cancel may be repeated and an order may not,
 * so the same failure means more here than for a cancel.
 */
final class PlaceFailures {
    /** Such codes reject the caller or the call, before any of its orders is tried. */
    private static final Set<ErrorKind> OF_THE_CALL =
            EnumSet.of(ErrorKind.AUTHENTICATION, ErrorKind.PERMISSION, ErrorKind.TIMESTAMP, ErrorKind.INVALID_REQUEST);

    private PlaceFailures() {}

    /**
     * The verdict on every order of the call.
     *
     * @param size how many orders the call contained
     * @param allOrNothing whether a rejected call places none of them
     */
    static PlaceVerdict verdict(VenueException failure, int size, boolean allOrNothing) {
        if (failure instanceof NotSentException unsent) {
            return unsent.retryAfter()
                    .<PlaceVerdict>map(pause -> new Again(unsent, pause))
                    .orElse(new NotSent(unsent));
        }
        if (failure.effect() == Effect.UNKNOWN) {
            return new Doubtful(failure);
        }
        if (!(failure instanceof RejectedException rejection)) {
            return new NotSent(failure);
        }
        if (rejection.kind() == ErrorKind.RATE_LIMIT) {
            return new Again(rejection, rejection.retryAfter().orElse(Duration.ZERO));
        }
        boolean ofTheCall = size == 1 || allOrNothing || OF_THE_CALL.contains(rejection.kind());
        return ofTheCall ? rejected(rejection) : new Doubtful(rejection);
    }

    /** The verdict if the venue rejected exactly this order. */
    static PlaceVerdict rejected(RejectedException rejection) {
        return isFinal(rejection) ? new Rejected(rejection) : new Doubtful(rejection);
    }

    /**
     * Whether the code proves that the order does not exist. A duplicate does not: a proxy that delivered the request
     * twice got this code for the second delivery.
     */
    private static boolean isFinal(RejectedException rejection) {
        return rejection.effect() == Effect.NONE
                && rejection.remedy() != Remedy.LOOK_UP_ORDER
                && rejection.kind() != ErrorKind.UNKNOWN_OUTCOME
                && rejection.kind() != ErrorKind.DUPLICATE_ORDER;
    }
}
