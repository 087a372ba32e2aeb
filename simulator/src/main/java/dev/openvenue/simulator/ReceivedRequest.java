package dev.openvenue.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived. It omits query and headers, because these contain keys and signatures.
 *
 * @param number counts the requests of this venue from 1; a request that a fault delivers twice is listed twice, under
 *     one number
 * @param operationId the operation's id in the venue's spec; null if the path is unknown to the venue
 * @param at when it arrived, by the simulator's clock
 * @param accepted whether the venue executed it before the response was sent
 * @param explained whether {@link VenueSimulator#explain} knows why it was rejected, or which fault struck it
 */
public record ReceivedRequest(
        long number,
        String method,
        String path,
        @Nullable String operationId,
        Instant at,
        boolean accepted,
        boolean explained) {
    private static final int LONGEST = 1_000;

    /** Cuts a path beyond a thousand characters, and whatever else a client may make long. */
    public ReceivedRequest {
        method = begin(method);
        path = begin(path);
    }

    private static String begin(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
