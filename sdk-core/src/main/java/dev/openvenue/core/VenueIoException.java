package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries a failure through OkHttp, which loses anything but an IOException in asynchronous calls. */
final class VenueIoException extends IOException {
    private static final long serialVersionUID = 1;

    private final VenueException failure;

    VenueIoException(VenueException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** The failure carried by an exception or one of its causes; null if there is none. */
    static @Nullable VenueException carriedBy(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof VenueIoException carrier) {
                return carrier.failure;
            }
        }
        return null;
    }

    VenueException failure() {
        return failure;
    }
}
