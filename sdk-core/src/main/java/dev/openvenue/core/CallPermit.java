package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.PermitRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What one execution of a call knows of the rate limits. */
final class CallPermit {
    private final CompletableFuture<Void> woken = new CompletableFuture<>();
    private @Nullable PermitRequest brought;
    private @Nullable VenueException failure;
    private boolean heldBack;

    /** Gives the call a turn that it waited for before it began, so that no thread did. */
    void bring(PermitRequest permit) {
        brought = permit;
    }

    /**
     * The turn that the call brought along; null if it brought none, used it before, or stood elsewhere for so long
     * that it is stale.
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

    /** Ends a wait. */
    void wake() {
        woken.complete(null);
    }

    /** Completes when the call is to wait no longer. */
    CompletableFuture<Void> woken() {
        return woken;
    }

    /** Notes that the limits let no further attempt pass before the deadline. */
    void holdBack() {
        heldBack = true;
    }

    /** Whether a further attempt would be held back too. */
    boolean isHeldBack() {
        return heldBack;
    }

    /** Notes how an attempt failed. */
    void failed(VenueException failure) {
        this.failure = failure;
    }

    /** How the last attempt failed; null if there was none. */
    @Nullable
    VenueException failure() {
        return failure;
    }
}
