package dev.openvenue.core.error;

import org.jspecify.annotations.Nullable;

/**
 * A call failed. Before retrying anything that places or cancels orders, check {@link #effect()}: after
 * {@link Effect#UNKNOWN} the venue may have acted, so look up the order first.
 */
public abstract sealed class VenueException extends RuntimeException
        permits RejectedException, TransportException, MalformedResponseException, NotSentException {
    private static final long serialVersionUID = 1;

    private final String venueId;
    private final String operation;
    private final Effect effect;

    VenueException(String venueId, String operation, Effect effect, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.venueId = venueId;
        this.operation = operation;
        this.effect = effect;
    }

    /** The venue's id. */
    public String venueId() {
        return venueId;
    }

    /** The operation's id in the spec. */
    public String operation() {
        return operation;
    }

    /** Whether the venue may have acted on the call. */
    public Effect effect() {
        return effect;
    }
}
