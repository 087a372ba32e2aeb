package dev.openvenue.core.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SDK rejected the call before anything left this process; the message says why and what to do. */
public final class NotSentException extends VenueException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;
    private final boolean clientClosed;

    /** Public for tests of code that handles failures; calls make their own. */
    public NotSentException(String venue, String operation, String message, @Nullable Throwable cause) {
        this(venue, operation, message, cause, null);
    }

    /** For calls that could have gone a while later. */
    public NotSentException(
            String venue, String operation, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        this(venue, operation, message, cause, retryAfter, false);
    }

    private NotSentException(
            String venue,
            String operation,
            String message,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter,
            boolean clientClosed) {
        super(venue, operation, Effect.NONE, message, cause);
        this.retryAfter = retryAfter;
        this.clientClosed = clientClosed;
    }

    /** For calls of a client that was closed. Public like the constructors. */
    public static NotSentException closed(String venue, String operation, String message) {
        return new NotSentException(venue, operation, message, null, null, true);
    }

    /** How long until the rate limits may let the call go; empty if it was not they that held it back. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the client was closed, so that every further call of it ends like this one. */
    public boolean isClientClosed() {
        return clientClosed;
    }
}
