package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One quota of one account, key or address: its permits, those of them that are not reserved for cancels, and the pause
 * that the venue asked for. It is shared by the calls of all clients that count against it.
 */
final class LimitState {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** The longest pause that is honoured. No venue documents a longer one, and cancels wait like everything else. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private static final Duration LONG_IDLE = Duration.ofMinutes(2);

    private final Quota quota;
    private final String key;
    private final BucketSource source;
    private final LongSupplier nanos;
    private final SlidingWindow all;
    private final List<SlidingWindow> onlyAll;
    private final Map<Integer, List<SlidingWindow>> withoutReserve = new ConcurrentHashMap<>();
    private volatile long heldUntil;
    private long heldSince;
    private int strikes;
    private int users;
    private volatile long usedAt;

    LimitState(Quota quota, String key, BucketSource source, LongSupplier nanos) {
        this.quota = quota;
        this.key = key;
        this.source = source;
        this.nanos = nanos;
        this.all = new SlidingWindow(quota, key + "/all", source, nanos.getAsLong());
        this.onlyAll = List.of(all);
        this.heldUntil = nanos.getAsLong();
        this.heldSince = heldUntil;
        this.usedAt = heldUntil;
    }

    /**
     * The part of a limit's permits that a call may use.
     *
     * @param permits all of them for cancels, fewer for calls that must not use the reserve
     * @param allowances the windows from which a permit must be taken
     */
    record Claim(LimitState limit, int permits, List<SlidingWindow> allowances) {
        Claim(LimitState limit, int permits) {
            this(limit, permits, permits == limit.quota.permits() ? limit.onlyAll : limit.upTo(permits));
        }

        /** For messages. */
        @Override
        public String toString() {
            int kept = limit.quota.permits() - permits;
            return limit.quota + (kept == 0 ? "" : ", " + kept + " of them kept for cancels");
        }

        /** The earliest time at which there may be a permit. */
        long freeAt() {
            long free = limit.heldUntil;
            for (SlidingWindow allowance : allowances) {
                free += Math.max(0, allowance.freeAt() - free);
            }
            return free;
        }
    }

    Quota quota() {
        return quota;
    }

    private List<SlidingWindow> upTo(int permits) {
        return withoutReserve.computeIfAbsent(
                permits,
                n -> List.of(
                        new SlidingWindow(quota.withPermits(n), key + "/others-" + n, source, nanos.getAsLong()), all));
    }

    /** Records that a call begins to wait for it. */
    void enter() {
        users++;
    }

    /** Records that a call no longer waits for it. */
    void exit(long now) {
        users--;
        usedAt = now;
    }

    /** Records that it was used. */
    void touch(long now) {
        usedAt = now;
    }

    /** Whether it was idle for so long that it is full again and equal to a new one. */
    boolean isIdle(long now) {
        long full = Math.max(LONG_IDLE.toNanos(), 2 * quota.period().toNanos());
        return users == 0 && now - usedAt >= full && !isHeld(now);
    }

    /** Whether a pause that the venue asked for holds requests back, and not the count. */
    boolean isHeld(long now) {
        return heldUntil - now > 0;
    }

    /**
     * Handles a rejection for too many requests.
     *
     * @param asked how long the venue asks the client to wait, capped at {@link #LONGEST_ASKED}; null if it does not
     *     say: then the pause is one second, doubled with each further rejection
     * @param sentAt when the request was sent: concurrent requests count as one rejection
     * @param jitter random, from 0 to 1
     * @return the pause to make
     */
    synchronized Duration rejected(@Nullable Duration asked, long sentAt, double jitter) {
        boolean counts = sentAt - heldSince >= 0;
        if (asked != null) {
            return hold(Collections.min(List.of(asked, LONGEST_ASKED)));
        }
        if (!counts) {
            return Duration.ZERO;
        }
        long pause = Math.min(LONGEST_PAUSE.toNanos(), FIRST_PAUSE.toNanos() << Math.min(strikes, 10));
        strikes++;
        return hold(Duration.ofNanos(pause + (long) (pause * jitter / 2)));
    }

    /** Handles a request that the venue accepted: the next rejection counts as the first one again. */
    synchronized void accepted(long sentAt) {
        if (sentAt - heldSince >= 0) {
            strikes = 0;
        }
    }

    /**
     * Handles a response that reports no remaining requests in the venue's period. If the requests were ours, nothing
     * changes: the next permit comes in time. Otherwise another process uses the limit too, and has exhausted the rest
     * of the period.
     *
     * @return the pause to make
     */
    synchronized Duration nothingLeft(Duration untilReset) {
        Duration pause = Collections.min(List.of(untilReset, quota.period()));
        return all.isUsedUp(nanos.getAsLong()) ? Duration.ZERO : hold(pause);
    }

    /** Informs the other hosts of a pause. */
    void drain(Duration pause) {
        if (source.isShared()) {
            all.drain(pause, nanos.getAsLong());
        }
    }

    private Duration hold(Duration pause) {
        long now = nanos.getAsLong();
        long until = now + pause.toNanos();
        heldSince = now;
        if (until - heldUntil > 0) {
            heldUntil = until;
        }
        return pause;
    }
}
