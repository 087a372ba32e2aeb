package dev.openvenue.core.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The SDK did not send the request, for example because an argument is invalid or no permit comes before the deadline.
 * Nothing left this process; the message says why and what to do.
 */
public final class NotSentException extends VenueException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;
    private final boolean clientClosed;

    /** Public for tests of code that handles failures; the SDK creates its own instances. */
    public NotSentException(String venue, String operation, String message, @Nullable Throwable cause) {
        this(venue, operation, message, cause, null);
    }

    /** For calls that could be sent a while later. */
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

    /** How long to wait for a permit; empty if the call was not held back by a rate limit. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the client was closed, so that every further call fails like this one. */
    public boolean isClientClosed() {
        return clientClosed;
    }
}
