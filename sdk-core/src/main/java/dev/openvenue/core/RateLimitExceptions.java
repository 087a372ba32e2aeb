package dev.openvenue.core;

import dev.openvenue.core.error.Seconds;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.limit.PermitRequest;
import dev.openvenue.core.limit.RateLimiter;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of calls that the rate limits held back. */
final class RateLimitExceptions {
    private final String venueName;
    private final VenueExceptions failures;

    RateLimitExceptions(String venueName, VenueExceptions failures) {
        this.venueName = venueName;
        this.failures = failures;
    }

    /** The failure that follows from a decided permit request; null if the call may be sent. */
    @Nullable
    VenueException of(CallState<?> state, PermitRequest permit, long now) {
        if (permit.isGranted()) {
            return null;
        }
        if (state.end().isClosed()) {
            return after(state, failures.closed(state, CallThreads.CLOSED));
        }
        PermitRequest.Lost lost = permit.lost();
        VenueException notSent = lost != null
                ? failures.heldBack(state, lostText(state, lost), lost.cause(), RateLimiter.STORE_PAUSE)
                : late(state, permit.late(now));
        return after(state, notSent);
    }

    /** The failure of a call whose thread was interrupted while it waited for a permit. */
    VenueException interrupted(CallState<?> state, InterruptedException e) {
        String text = state.endpoint().id() + " was interrupted while it waited for a permit of the rate limits";
        return after(state, failures.notSent(state, text, e));
    }

    /** The failure of the previous attempt, which says more than that there was no time for a retry. */
    private static VenueException after(CallState<?> state, VenueException notSent) {
        VenueException before = state.permit().failure();
        if (before == null) {
            return notSent;
        }
        before.addSuppressed(notSent);
        return before;
    }

    private VenueException late(CallState<?> state, PermitRequest.Late late) {
        return failures.heldBack(state, lateText(state, late), null, late.freeIn());
    }

    private static String lostText(CallState<?> state, PermitRequest.Lost lost) {
        return state.endpoint().id() + " was held back: " + lost.problem();
    }

    private String lateText(CallState<?> state, PermitRequest.Late late) {
        String operation = state.endpoint().id();
        String end = " is free in " + Seconds.text(late.freeIn()) + ", after the deadline of "
                + Seconds.text(state.deadline());
        if (late.held()) {
            return operation + " was held back: " + venueName
                    + " rejected earlier requests as too many, and the next permit" + end;
        }
        return operation + " was held back: " + venueName + " allows " + late.claim() + ", and the next permit" + end;
    }
}
