package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.NextStep.Action;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The proof that an order does not exist or is gone. A new order takes a moment to become visible, or seconds if the
 * venue is busy, so the proof takes time and not a number of lookups. At the end of that time the list of open orders
 * is read, and then the order is looked up once more: orders move from open to closed and never back, so one that moves
 * in between is seen.
 */
final class AbsenceProof {
    /** The number of lookups with short pauses that come first, because most lags are short. */
    static final int QUICK_LOOKS = 3;

    /** The number of listings that are spread over the rest of the time. */
    static final int LISTS = 4;

    private final Duration needed;
    private int lookups;
    private long since;
    private boolean lookedUp;
    private boolean late;
    private boolean listedLate;

    AbsenceProof(Duration needed) {
        this.needed = needed;
    }

    /** Ends the proof, because the order was seen. */
    void end() {
        lookups = 0;
        listedLate = false;
    }

    /** Whether only the lookup that follows the last list is missing. */
    boolean isLastLook() {
        return listedLate;
    }

    /** Whether a lookup by id did not find the order. */
    boolean lookedUp() {
        return lookedUp;
    }

    /**
     * Determines the next step after a lookup that did not show the order.
     *
     * @param amongOpen whether it was a listing of all open orders
     * @param asked when that lookup was sent, in nanoseconds; the response is evidence of that moment only
     * @param lookupsFail whether lookups by id keep failing
     * @return null if the order is gone
     */
    @Nullable
    NextStep next(boolean amongOpen, long asked, boolean lookupsFail) {
        since = lookups == 0 ? asked : since;
        lookups++;
        lookedUp |= !amongOpen;
        late = asked - since >= needed.toNanos();
        if (lookups < QUICK_LOOKS) {
            return new NextStep(lookupsFail ? Action.LIST : Action.LOOK, lookups);
        } else if (!late) {
            return new NextStep(Action.LIST, 0, lookups == QUICK_LOOKS ? Duration.ZERO : needed.dividedBy(LISTS));
        } else if (amongOpen) {
            listedLate = true;
            return lookupsFail ? null : new NextStep(Action.LOOK, 0);
        }
        // A lookup may forget what is still open (Bitget forgets client ids after two hours), so the list is read too.
        return listedLate ? null : new NextStep(Action.LIST, 0);
    }

    /**
     * The same for other orders with the same client id, which only listings show: a listing without any proves no more
     * than one without the order.
     */
    @Nullable
    NextStep nextForNamesakes(long asked) {
        NextStep next = next(true, asked, true);
        return next == null ? null : new NextStep(Action.LIST_NAMESAKES, next.tries(), next.pause());
    }

    /** Whether lookups by id alone, at a venue that cannot list the order, have not found it for long enough. */
    boolean isProvenByLookups() {
        return late && isLookedUpInVain();
    }

    /** Whether lookups by id work and do not find the order. */
    boolean isLookedUpInVain() {
        return lookedUp && lookups >= QUICK_LOOKS;
    }

    /** The next lookup, after a pause, if the order cannot be listed. */
    NextStep again() {
        return new NextStep(Action.LOOK, 0, needed.dividedBy(LISTS));
    }
}
