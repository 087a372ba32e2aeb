package dev.openvenue.core.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The venue rejected the request. */
public final class RejectedException extends VenueException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final ErrorKind kind;
    private final ErrorCatalogue.Remedy remedy;
    private final int status;
    private final String venueMessage;
    private final @Nullable Duration retryAfter;
    private final String body;

    /** Public for tests of code that handles failures; the SDK creates its own instances. */
    public RejectedException(
            String venue,
            String operation,
            Effect effect,
            String message,
            String code,
            ErrorKind kind,
            ErrorCatalogue.Remedy remedy,
            int status,
            String venueMessage,
            @Nullable Duration retryAfter,
            String body) {
        super(venue, operation, effect, message, null);
        this.code = code;
        this.kind = kind;
        this.remedy = remedy;
        this.status = status;
        this.venueMessage = venueMessage;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    /** The venue's code as text; {@code HTTP 503} and the like when the response carries none. */
    public String code() {
        return code;
    }

    /** What the code is about. */
    public ErrorKind kind() {
        return kind;
    }

    /** What to do about it. */
    public ErrorCatalogue.Remedy remedy() {
        return remedy;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The venue's own message, with any secrets that it echoes redacted; empty if it sent none. */
    public String venueMessage() {
        return venueMessage;
    }

    /**
     * How long the venue asks the client to wait, if it does; capped at ten minutes, after which the call may be tried
     * again.
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The whole response as it arrived. */
    public String body() {
        return body;
    }
}
