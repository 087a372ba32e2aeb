package dev.openvenue.core;

import org.jspecify.annotations.Nullable;

/** The SDK refused the call before anything left this process; the message says why and what to do. */
public final class NotSentException extends VenueException {
    private static final long serialVersionUID = 1;

    NotSentException(String venue, String operation, String message, @Nullable Throwable cause) {
        super(venue, operation, Execution.NOT_EXECUTED, message, cause);
    }
}
