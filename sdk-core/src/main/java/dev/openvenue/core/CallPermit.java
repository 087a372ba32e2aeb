package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.PermitRequest;
import org.jspecify.annotations.Nullable;

/** The rate-limit state of one execution of a call. */
final class CallPermit {
    private @Nullable PermitRequest brought;
    private @Nullable VenueException failure;
    private boolean heldBack;

    /** Hands the call a permit request that was decided before it began, so that no thread waited for it. */
    void bring(PermitRequest permit) {
        brought = permit;
    }

    /**
     * The permit request that the call brought along; null if it brought none, used it before, or was delayed for so
     * long that the permits are stale.
     */
    @Nullable
    PermitRequest take(long now) {
        PermitRequest permit = brought;
        brought = null;
        if (permit == null || !permit.isStale(now)) {
            return permit;
        }
        permit.giveBack();
        return null;
    }

    /** Records that no permit for a further attempt comes before the deadline. */
    void holdBack() {
        heldBack = true;
    }

    /** Whether a further attempt would be held back too. */
    boolean isHeldBack() {
        return heldBack;
    }

    /** Records how an attempt failed. */
    void failed(VenueException failure) {
        this.failure = failure;
    }

    /** How the last attempt failed; null if there was none. */
    @Nullable
    VenueException failure() {
        return failure;
    }
}
