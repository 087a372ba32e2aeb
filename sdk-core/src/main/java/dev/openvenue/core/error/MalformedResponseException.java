package dev.openvenue.core.error;

import org.jspecify.annotations.Nullable;

/** The response cannot be read. The venue may have acted; {@link #body()} holds what arrived. */
public final class MalformedResponseException extends VenueException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String body;

    /** Public for tests of code that handles failures; the SDK creates its own instances. */
    public MalformedResponseException(
            String venue, String operation, String message, int status, String body, @Nullable Throwable cause) {
        super(venue, operation, Effect.UNKNOWN, message, cause);
        this.status = status;
        this.body = body;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The whole response as it arrived. */
    public String body() {
        return body;
    }
}
