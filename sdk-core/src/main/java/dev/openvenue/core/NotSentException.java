package dev.openvenue.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SDK refused the call before anything left this process; the message says why and what to do. */
public final class NotSentException extends VenueException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    /** Public for tests of code that handles failures; calls make their own. */
    public NotSentException(String venue, String operation, String message, @Nullable Throwable cause) {
        this(venue, operation, message, cause, null);
    }

    /** For calls that could have gone a while later. */
    public NotSentException(
            String venue, String operation, String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(venue, operation, Execution.NOT_EXECUTED, message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long until the rate limits may let the call go; empty if it was not they that held it back. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
