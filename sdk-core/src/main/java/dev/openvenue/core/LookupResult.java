package dev.openvenue.core;

import java.time.Instant;

/**
 * What the venue says when it is asked for the order that an earlier attempt may have placed.
 *
 * @param <T> what the call answers
 */
sealed interface LookupResult<T> {
    /** The order is there; this is what the call would have answered. */
    record Found<T>(VenueResponse<T> answer) implements LookupResult<T> {}

    /** There was no such order at this moment of the venue's clock. */
    record NotFound<T>(Instant asOf) implements LookupResult<T> {}

    /** The client id is that of another order; the words say of which, and how it differs. */
    record Foreign<T>(String words) implements LookupResult<T> {}
}
