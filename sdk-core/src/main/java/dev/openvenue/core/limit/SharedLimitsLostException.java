package dev.openvenue.core.limit;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The store of the shared limits does not respond, or not in time. */
final class SharedLimitsLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Throwable reason;

    /** @param problem what is wrong, to follow "the shared rate limits" */
    SharedLimitsLostException(String problem, Throwable reason) {
        super("the shared rate limits " + problem, reason);
        this.reason = reason;
    }

    /** The consequence for a call if one of its permits could not be requested; null if all responses came. */
    static PermitRequest.@Nullable Lost among(List<Permit> permits) {
        for (Permit permit : permits) {
            Throwable failure =
                    permit.response().handle((response, thrown) -> thrown).join();
            @Nullable Throwable cause = failure == null ? null : cause(failure);
            if (cause instanceof SharedLimitsLostException lost) {
                return new PermitRequest.Lost(
                        lost.getMessage() + ", and they are set to FAIL_CLOSED; repair their store or choose FAIL_OPEN",
                        lost.reason);
            } else if (cause != null) {
                return PermitRequest.Lost.of(cause);
            }
        }
        return null;
    }

    /** The exception that a future failed with. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
