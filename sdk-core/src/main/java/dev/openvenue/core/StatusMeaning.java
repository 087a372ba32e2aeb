package dev.openvenue.core;

import dev.openvenue.core.error.ErrorKind;
import java.util.Set;

/** What an HTTP status alone says about a request. */
final class StatusMeaning {
    /**
     * Statuses of requests that were not executed. Not among them: 408, 499 and the like, with which proxies end
     * requests that they have forwarded; 409, which may mean that the request was executed before; and 422 to 424,
     * which may be about parts of it.
     */
    private static final Set<Integer> NONE =
            Set.of(400, 401, 403, 404, 405, 406, 411, 413, 414, 415, 417, 421, 425, 426, 428, 429, 431, 451);

    private StatusMeaning() {}

    /**
     * Whether a response with this status, but without the venue's envelope, means that the request was not executed.
     */
    static boolean hadNoEffect(int status) {
        return NONE.contains(status);
    }

    /**
     * Whether the status rejects the caller, or any call at all, and not this request in particular; then the rest of
     * the response matters little.
     */
    static boolean isBeforeTheRequest(int status) {
        return status == 401 || status == 403 || status == 429;
    }

    static ErrorKind kind(int status) {
        return switch (status) {
            case 401 -> ErrorKind.AUTHENTICATION;
            case 403 -> ErrorKind.PERMISSION;
            case 408 -> ErrorKind.VENUE_UNAVAILABLE;
            case 429 -> ErrorKind.RATE_LIMIT;
            default -> status >= 500 ? ErrorKind.VENUE_UNAVAILABLE : ErrorKind.OTHER;
        };
    }
}
