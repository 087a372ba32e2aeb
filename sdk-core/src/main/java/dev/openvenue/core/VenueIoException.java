package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries a failure through OkHttp, where anything but an IOException is lost on asynchronous calls. */
final class VenueIoException extends IOException {
    private static final long serialVersionUID = 1;

    private final VenueException failure;

    VenueIoException(VenueException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** The failure that an exception carries, itself or in its causes; null if it carries none. */
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
