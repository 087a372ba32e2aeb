package dev.openvenue.core;

import java.time.Instant;

/**
 * The result of a lookup of the order that an earlier attempt may have placed.
 *
 * @param <T> the payload of the call
 */
sealed interface LookupResult<T> {
    /** The order exists; this is what the call would have returned. */
    record Found<T>(VenueResponse<T> response) implements LookupResult<T> {}

    /** There was no such order at the given time of the venue's clock. */
    record NotFound<T>(Instant asOf) implements LookupResult<T> {}

    /** The client id belongs to another order; the text says to which, and how it differs. */
    record Foreign<T>(String words) implements LookupResult<T> {}
}
