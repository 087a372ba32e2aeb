package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.NextStep.Action;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The proof that an order does not exist or is gone. A new order takes a moment to become visible, or seconds if the
 * venue is busy, so the proof takes time and not a number of lookups. That time begins when the order's first cancel is
 * sent, because the order was placed before that, or once it was seen, with the first look in vain. At the end of it
 * the list of open orders is read, some time after the first look in vain, because a single list may be wrong; and then
 * the order is looked up once more: orders move from open to closed and never back, so one that moves in between is
 * seen.
 */
final class AbsenceProof {
    /** The number of lookups with short pauses that come first, because most lags are short. */
    static final int QUICK_LOOKS = 3;

    /** The number of listings that are spread over the rest of the time. */
    static final int LISTS = 4;

    private final Supplier<Duration> needed;
    private int lookups;
    private boolean begun;
    private long since;
    private long first;
    private boolean lookedUp;
    private boolean late;
    private boolean listedLate;

    /** @param needed how long the order must not be found; it grows when the venue's views are seen to lag */
    AbsenceProof(Supplier<Duration> needed) {
        this.needed = needed;
    }

    /** The order's cancel was sent, so it was placed before that. Only the first time counts. */
    void begin(long asked) {
        since = begun ? since : asked;
        begun = true;
    }

    /** Ends the proof, because the order was seen; the next one begins with the first look in vain. */
    void end() {
        begun = false;
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
        begin(asked);
        first = lookups == 0 ? asked : first;
        lookups++;
        lookedUp |= !amongOpen;
        long part = needed.get().dividedBy(LISTS).toNanos();
        long left = Math.max(since + needed.get().toNanos(), first + part) - asked;
        late = left <= 0;
        if (lookups < QUICK_LOOKS && !late) {
            return new NextStep(lookupsFail ? Action.LIST : Action.LOOK, lookups);
        } else if (!late) {
            boolean atOnce = lookups == QUICK_LOOKS && !amongOpen;
            Duration pause = atOnce ? Duration.ZERO : Duration.ofNanos(Math.min(part, left));
            return new NextStep(Action.LIST, 0, pause);
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
        return new NextStep(Action.LOOK, 0, needed.get().dividedBy(LISTS));
    }
}
