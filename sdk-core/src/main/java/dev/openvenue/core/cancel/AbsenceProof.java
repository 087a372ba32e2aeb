package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.NextStep.Action;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The proof that an order is not there. A venue needs a moment until a new order can be found, a moment of seconds when
 * it is busy, so absence takes time and not a number of looks. At the end of that time the list of open orders is read,
 * and after it the order is looked up once more: orders move from open to closed and never back, so one that moves in
 * between is seen.
 */
final class AbsenceProof {
    /** So many looks with short pauses come first, because most lags are short. */
    static final int QUICK_LOOKS = 3;

    /** So many lists share the rest of the time. */
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

    /** The order was seen. */
    void end() {
        lookups = 0;
        listedLate = false;
    }

    /** Whether a lookup by its id did not find it. */
    boolean lookedUp() {
        return lookedUp;
    }

    /**
     * What to do after a look that did not show the order.
     *
     * @param amongOpen whether the look was at the list of all open orders
     * @param asked when that look was sent, in nanoseconds; what the venue knew before counts only for that moment
     * @param lookupsFail whether a lookup tells nothing
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
            return lookedUp && !lookupsFail ? new NextStep(Action.LOOK, 0) : null;
        }
        // A lookup may forget what is still open (Bitget forgets client ids after two hours), so the list is asked too.
        return listedLate ? null : new NextStep(Action.LIST, 0);
    }

    /**
     * The same for other orders of one client id, which only lists show: a list without any proves no more than one
     * without the order.
     */
    @Nullable
    NextStep nextForNamesakes(long asked) {
        NextStep next = next(true, asked, true);
        return next == null ? null : new NextStep(Action.LIST_NAMESAKES, next.tries(), next.pause());
    }

    /**
     * Whether lookups alone, at a venue that cannot list the order, have shown for long enough that it is not there.
     */
    boolean isProvenByLookups() {
        return late && isLookedUpInVain();
    }

    /** Whether lookups work and do not find it. */
    boolean isLookedUpInVain() {
        return lookedUp && lookups >= QUICK_LOOKS;
    }

    /** The pause until the next lookup where the order cannot be listed. */
    NextStep again() {
        return new NextStep(Action.LOOK, 0, needed.dividedBy(LISTS));
    }
}
