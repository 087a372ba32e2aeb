package dev.openvenue.core.limit;

import dev.openvenue.core.limit.PermitBucket.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The permits of one quota, such that <em>no</em> window of its period ever holds more requests than the quota allows.
 *
 * <p>One bucket of capacity {@code n} that is refilled with {@code n} per period would not do: full at the start, it
 * lets {@code n} requests go at once and {@code n} more within the period. A smaller capacity would hold the window,
 * but then a burst of cancels after a quiet hour would go out one by one. So the quota is cut into up to
 * {@value #MOST_PARTS} buckets, each with its share {@code s} of the permits and a capacity of one. Requests of one
 * bucket are then at least {@code period / s} apart, so at most {@code s} of them lie in any window that begins with
 * one and is as long as the period; and the shares add up to {@code n}. A burst after quiet time is {@code min(n, 20)}
 * requests, all at once.
 *
 * <p>The period is stretched by a twentieth. A venue counts when requests arrive, not when they leave; so they may be
 * delayed by up to that much more or less than one another and no window overflows there either. That costs 5 % of the
 * throughput, and is all that is lost where permits take no time.
 *
 * <p>Where they come from a store that is far away, a request leaves later than its permit was given, and at another
 * host not. So a host that needs more time stretches the period by as many twentieths as it needs, for all hosts: the
 * bucket's configuration in the store is replaced, in the same step in which the permit is taken, and is never replaced
 * by a shorter one as long as the bucket lives. The permit after one that may be under way for {@code d} is therefore
 * given {@code period + d} later at the earliest, whoever takes it.
 *
 * <p>Not safe for several threads: {@link PermitQueue} uses it from one at a time.
 */
final class SlidingWindow {
    static final int MOST_PARTS = 20;

    private final List<Part> parts = new ArrayList<>();

    SlidingWindow(Quota quota, String key, BucketSource source, long now) {
        List<Integer> shares = quota.parts(MOST_PARTS);
        for (int i = 0; i < shares.size(); i++) {
            int share = shares.get(i);
            parts.add(
                    new Part(source.bucket(key + "/" + i, share, quota), quota.interval(share, Quota.FIRST_STEP), now));
        }
        if (source.isShared()) {
            // Hosts that all begin with the same bucket would get in each other's way.
            Collections.shuffle(parts);
        }
    }

    /** One bucket and what is known of it without asking. */
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

        /** What was asked is answered. */
        void freeFrom(long nanos) {
            freeAt = nanos;
            asked = false;
        }
    }

    /** Asks for a permit of the bucket that has had one for longest. */
    Permit ask(long now) {
        Part part = first();
        long before = part.freeAt;
        part.freeAt = now + part.interval;
        if (part.asked) {
            // Its response is late. Two questions at once would get in each other's way.
            return new Permit(at -> {}, part.freeAt, CompletableFuture.completedFuture(Answer.none(part.freeAt)));
        }
        part.asked = true;
        return new Permit(part::freeFrom, before, part.bucket.take());
    }

    /** When the next permit is free at the earliest; other hosts may be faster. */
    long freeAt() {
        return first().freeAt;
    }

    /** Whether nearly all of it was used within the last period, as far as known here. */
    boolean isUsedUp(long now) {
        long busy = parts.stream().filter(part -> part.freeAt - now > 0).count();
        return busy * 5 >= parts.size() * 4L;
    }

    /** Gives nothing for so long, here and on all hosts that share the buckets. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whoever does not hear of the response keeps to the pause itself.
    void drain(Duration pause, long now) {
        for (Part part : parts) {
            part.freeAt = now + pause.toNanos();
            part.bucket.drain(pause).thenAccept(wait -> part.freeAt = now + wait.toNanos());
        }
    }

    /** The part that is free first. */
    private Part first() {
        Part first = parts.get(0);
        for (Part part : parts) {
            if (part.freeAt - first.freeAt < 0) {
                first = part;
            }
        }
        return first;
    }
}
