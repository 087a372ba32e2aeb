package dev.openvenue.core;

import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed. Before repeating anything that places or cancels, ask {@link #execution()}: after {@link
 * Execution#UNKNOWN} the venue may have acted, so look at the order first.
 */
public abstract sealed class VenueException extends RuntimeException
        permits RejectedException, TransportException, MalformedResponseException, NotSentException {
    private static final long serialVersionUID = 1;

    private final String venue;
    private final String operation;
    private final Execution execution;

    VenueException(String venue, String operation, Execution execution, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.venue = venue;
        this.operation = operation;
        this.execution = execution;
    }

    /** The venue's id. */
    public String venue() {
        return venue;
    }

    /** The operation's id in the spec. */
    public String operation() {
        return operation;
    }

    /** Whether the venue may have acted on the call. */
    public Execution execution() {
        return execution;
    }
}
