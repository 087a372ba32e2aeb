package dev.openvenue.simulator;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that was rejected or struck by a fault, with all that its explanation needs.
 *
 * @param operation the operation that was asked for; null if the path is unknown
 * @param at when the venue executed it or rejected to, by its clock
 * @param rejected why the venue rejected it; null if it did not
 * @param fault what struck it
 * @param reached whether it reached the venue before its response
 * @param keys the keys of that moment
 * @param signing what requests signed at that moment; null at a venue that does not say
 */
record FailedRequest(
        long number,
        VenueRequest request,
        @Nullable SimulatedOperation operation,
        Instant at,
        @Nullable Rejected rejected,
        @Nullable Fault fault,
        boolean reached,
        KeyRing keys,
        @Nullable Function<VenueRequest, SignedRequest> signing) {
    /** What keeping it costs beyond what the client sent, roughly. */
    static final int OVERHEAD = 1_000;

    /** What it occupies in memory, roughly. */
    long weight() {
        return OVERHEAD
                + 2L * request.path().length()
                + 2L * request.query().length()
                + 2L * request.headers().byteCount()
                + request.body().size();
    }
}
