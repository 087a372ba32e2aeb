package dev.openvenue.core.limit;

import dev.openvenue.core.limit.PermitBucket.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The permits of one quota, such that <em>no</em> window of its period ever holds more requests than the quota allows.
 *
 * <p>One bucket of capacity {@code n} that is refilled with {@code n} per period is not enough: full at the start, it
 * lets {@code n} requests through at once and {@code n} more within the period. A smaller capacity would respect the
 * window, but then a burst of cancels after a quiet hour would be sent one by one. So the quota is divided into up to
 * {@value #MOST_PARTS} buckets, each with its share {@code s} of the permits and a capacity of one. Requests of one
 * bucket are then at least {@code period / s} apart, so at most {@code s} of them lie in any window that begins with
 * one and is as long as the period; and the shares add up to {@code n}. A burst after a quiet period is {@code min(n,
 * 20)} requests, all at once.
 *
 * <p>The period is extended by a twentieth. A venue counts requests when they arrive, not when they are sent; with this
 * slack their latencies may differ by that much, and no window overflows there either. That costs 5 % of the
 * throughput, and nothing more if obtaining permits takes no time.
 *
 * <p>If they come from a distant store, a request is sent later than its permit was granted, while another host may be
 * faster. So a host that needs more time extends the period by as many twentieths as it needs, for all hosts: the
 * bucket's configuration in the store is replaced, in the same step in which the permit is taken, and is never replaced
 * by a shorter one during the bucket's lifetime. The permit after one that may be in transit for {@code d} is therefore
 * granted {@code period + d} later at the earliest, whichever host takes it.
 *
 * <p>Not thread-safe: {@link PermitQueue} uses it from one thread at a time.
 */
final class SlidingWindow {
    static final int MOST_PARTS = 20;

    private final List<Part> parts = new ArrayList<>();
    private Part next;

    SlidingWindow(Quota quota, String key, BucketSource source, long now) {
        List<Integer> shares = quota.parts(MOST_PARTS);
        for (int i = 0; i < shares.size(); i++) {
            int share = shares.get(i);
            parts.add(
                    new Part(source.bucket(key + "/" + i, share, quota), quota.interval(share, Quota.FIRST_STEP), now));
        }
        if (source.isShared()) {
            // Hosts that all begin with the same bucket would contend for it.
            Collections.shuffle(parts);
        }
        next = parts.get(0);
    }

    /** One bucket and what is known about it without asking. */
    static final class Part {
        private final PermitBucket bucket;
        private final long interval;
        private volatile long freeAt;
        private boolean asked;

        Part(PermitBucket bucket, long interval, long now) {
            this.bucket = bucket;
            this.interval = interval;
            this.freeAt = now;
        }

        /** Records that the bucket responded. */
        void freeFrom(long nanos) {
            freeAt = nanos;
            asked = false;
        }
    }

    /** Requests a permit from the bucket that has had one for longest, which {@link #freeAt} has just looked for. */
    Permit ask(long now) {
        Part part = next.freeAt - now > 0 ? first() : next;
        long before = part.freeAt;
        part.freeAt = now + part.interval;
        if (part.asked) {
            // Its response is late. Two requests at once would contend for the bucket.
            return new Permit(at -> {}, part.freeAt, CompletableFuture.completedFuture(Response.none(part.freeAt)));
        }
        part.asked = true;
        return new Permit(part::freeFrom, before, part.bucket.take(now));
    }

    /** The earliest time of the next permit; other hosts may take it first. */
    long freeAt() {
        next = first();
        return next.freeAt;
    }

    /** Whether this process used nearly all of it within the last period. */
    boolean isUsedUp(long now) {
        long busy = parts.stream().filter(part -> part.freeAt - now > 0).count();
        return busy * 5 >= parts.size() * 4L;
    }

    /**
     * Lets the buckets give no permit for the given duration, on any of the hosts that share them. Until they have
     * responded, {@link LimitState} alone holds this host back.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // This process respects the pause whether or not the store responds.
    void drain(Duration pause, long now) {
        for (Part part : parts) {
            part.bucket.drain(pause).thenAccept(wait -> part.freeAt = now + wait.toNanos());
        }
    }

    /** The part that is free first. */
    private Part first() {
        Part first = parts.get(0);
        for (Part part : parts) {
            first = part.freeAt - first.freeAt < 0 ? part : first;
        }
        return first;
    }
}
