package dev.openvenue.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A rejection, and where it happened.
 *
 * @param usage the state of the limit, once the limit was asked
 */
record Rejected(Stage stage, VenueRejection rejection, RequestLimiter.@Nullable Usage usage) {
    /** The stations of a request, in their order. */
    enum Stage {
        GATEWAY,
        ROUTE,
        SIGNATURE,
        LIMIT,
        EXECUTION
    }
}
