package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one quota, such that <em>no</em> window of its period ever holds more requests than the quota allows.
 *
 * <p>One bucket of capacity {@code n} that is refilled with {@code n} per period would not do: full at the start, it lets {@code
 * n} requests go at once and {@code n} more within the period. A smaller capacity would hold the window, but then a burst of
 * cancels after a quiet hour would go out one by one. So the quota is cut into up to {@value #MOST_PARTS} buckets, each with its
 * share {@code s} of the permits and a capacity of one. Requests of one bucket are then at least {@code period / s} apart, so at
 * most {@code s} of them lie in any window that begins with one and is as long as the period; and the shares add up to {@code n}.
 * A burst after quiet time is {@code min(n, 20)} requests, all at once.
 *
 * <p>The period is stretched by a twentieth. A venue counts when requests arrive, not when they leave; so they may be delayed by up to
 * that much more or less than one another and no window overflows there either. That costs 5 % of the throughput, and
 * is all that is lost.
 *
 * <p>Not safe for several threads: {@link Turns} uses it from one at a time.
 */
final class Allowance {
    static final int MOST_PARTS = 20;

    private final List<Part> parts = new ArrayList<>();

    Allowance(Quota quota, String key, BucketSource source, long now) {
        Duration stretch = quota.period().plus(quota.slack());
        List<Integer> shares = quota.parts(MOST_PARTS);
        for (int i = 0; i < shares.size(); i++) {
            String partKey = key + "/" + i;
            parts.add(new Part(source.bucket(partKey, shares.get(i), stretch), stretch.toNanos() / shares.get(i), now));
        }
    }

    /** One bucket and what is known of it without asking. */
    private static final class Part {
        private final PermitBucket bucket;
        private final long interval;
        private volatile long freeAt;

        Part(PermitBucket bucket, long interval, long now) {
            this.bucket = bucket;
            this.interval = interval;
            this.freeAt = now;
        }
    }

    /** A permit that was taken. */
    record Taken(Allowance from, int part, long before) {
        void giveBack() {
            Part bucket = from.parts.get(part);
            bucket.bucket.giveBack();
            bucket.freeAt = before;
        }
    }

    /** Takes a permit; null if none is free, then {@link #freeAt()} says when. */
    @Nullable
    Taken take(long now) {
        for (int next = first(); parts.get(next).freeAt - now <= 0; next = first()) {
            Part part = parts.get(next);
            long before = part.freeAt;
            long wait = part.bucket.take().toNanos();
            part.freeAt = now + (wait == 0 ? part.interval : wait);
            if (wait == 0) {
                return new Taken(this, next, before);
            }
        }
        return null;
    }

    /** When the next permit is free at the earliest; other hosts may be faster. */
    long freeAt() {
        return parts.get(first()).freeAt;
    }

    /** Whether nearly all of it was used within the last period, as far as known here. */
    boolean isUsedUp(long now) {
        long busy = parts.stream().filter(part -> part.freeAt - now > 0).count();
        return busy * 5 >= parts.size() * 4L;
    }

    /** Gives nothing for so long, here and on all hosts that share the buckets. */
    void drain(Duration pause, long now) {
        for (Part part : parts) {
            part.freeAt = now + part.bucket.drain(pause).toNanos();
        }
    }

    /** The part that is free first. */
    private int first() {
        int first = 0;
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).freeAt - parts.get(first).freeAt < 0) {
                first = i;
            }
        }
        return first;
    }
}
