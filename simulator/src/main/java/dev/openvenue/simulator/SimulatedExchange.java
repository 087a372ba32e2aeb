package dev.openvenue.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request with what became of it, as an observer sees it ({@link SimulatorSetup#observer}). It contains keys and
 * signatures; mask them before you keep it.
 *
 * @param venueId the venue
 * @param number counts the requests of the venue from 1; {@link VenueSimulator#explain} takes it
 * @param at when it was executed, or rejected, by the simulator's clock
 * @param request the request as it arrived
 * @param operationId the operation's id in the venue's spec; null if the path is unknown to the venue
 * @param signature what the venue says of the signature
 * @param account the number of the account whose key signed, 0 for the first; null if no signature was accepted
 * @param fault the fault that struck; null if none did
 * @param executed whether the venue executed it before the response was sent
 * @param rejection why the venue rejected it; null if it did not, or if a fault rejected it
 * @param response what is sent
 */
public record SimulatedExchange(
        String venueId,
        long number,
        Instant at,
        VenueRequest request,
        @Nullable String operationId,
        SignatureVerdict signature,
        @Nullable Integer account,
        @Nullable String fault,
        boolean executed,
        @Nullable VenueRejection rejection,
        SimulatedResponse response) {
    /** What a venue says of the signature of a request. */
    public enum SignatureVerdict {
        /** Nobody looked at it: the path is unknown, or a fault or the gateway came first. */
        NOT_CHECKED,
        /** The operation needs none. */
        NOT_NEEDED,
        /** The venue accepted it. */
        ACCEPTED,
        /** The venue rejected it, or the key, or the time. */
        REJECTED
    }

    /** Whether {@link VenueSimulator#explain} knows why it was rejected, or which fault struck it. */
    public boolean explained() {
        return fault != null || !executed;
    }

    /** Method and path only: the rest contains keys and signatures. */
    @Override
    public String toString() {
        return "SimulatedExchange[" + request.method() + " " + request.path() + "]";
    }
}
