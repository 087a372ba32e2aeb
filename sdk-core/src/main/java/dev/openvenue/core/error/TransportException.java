package dev.openvenue.core.error;

import org.jspecify.annotations.Nullable;

/** The connection failed or the deadline passed, and no response came. */
public final class TransportException extends VenueException {
    private static final long serialVersionUID = 1;

    /** Public for tests of code that handles failures; the SDK creates its own instances. */
    public TransportException(
            String venue, String operation, Effect effect, String message, @Nullable Throwable cause) {
        super(venue, operation, effect, message, cause);
    }
}
