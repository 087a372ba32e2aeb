package dev.openvenue.core;

import dev.openvenue.core.error.ErrorKind;
import java.util.Set;

/** What an HTTP status alone says of a request. */
final class StatusMeaning {
    /**
     * Rejections that come instead of carrying the request out. Not among them: 408, 499 and the like, with which
     * proxies end what they have passed on; 409, which may mean that the request was carried out before; and 422 to
     * 424, which tell of parts of it.
     */
    private static final Set<Integer> NONE =
            Set.of(400, 401, 403, 404, 405, 406, 411, 413, 414, 415, 417, 421, 425, 426, 428, 429, 431, 451);

    private StatusMeaning() {}

    /** Whether whoever sends it without any document of the venue's did not carry the request out. */
    static boolean hadNoEffect(int status) {
        return NONE.contains(status);
    }

    /**
     * Whether it rejects the caller, or another call at all, and not this request; then it matters little what else is
     * said.
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
