package dev.openvenue.core.place;

import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;

/** What one call said about one order. */
sealed interface PlaceVerdict {
    /** The venue placed the order. */
    record Placed(String orderId) implements PlaceVerdict {}

    /** The venue rejected the order, and certainly did not place it. */
    record Rejected(RejectedException cause) implements PlaceVerdict {}

    /** The request did not reach the venue, and the same request would not either. */
    record NotSent(VenueException cause) implements PlaceVerdict {}

    /** Certainly nothing was placed, and the same request may succeed after a pause. */
    record Again(VenueException cause, Duration pause) implements PlaceVerdict {}

    /** The order may or may not have been placed. */
    record Doubtful(VenueException cause) implements PlaceVerdict {}
}
