package dev.openvenue.core.limit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Buckets in this process's memory. They belong to the caller, so the key is not used. */
final class LocalBuckets implements BucketSource {
    private final LongSupplier nanos;

    LocalBuckets(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public PermitBucket bucket(String key, int share, Quota quota) {
        return new LocalBucket(nanos, quota.interval(share, Quota.FIRST_STEP), quota.goodFor(Quota.FIRST_STEP));
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /**
     * All that there is to know of a bucket of one permit is when it is full: a permit that is taken postpones that by
     * the interval. Several threads use one where it stands in for a bucket of a store.
     */
    private static final class LocalBucket implements PermitBucket {
        private final LongSupplier nanos;
        private final long interval;
        private final long goodFor;
        private final AtomicLong fullAt;

        LocalBucket(LongSupplier nanos, long interval, long goodFor) {
            this.nanos = nanos;
            this.interval = interval;
            this.goodFor = goodFor;
            this.fullAt = new AtomicLong(nanos.getAsLong());
        }

        @Override
        public CompletableFuture<Response> take(long now) {
            long full = fullAt.get();
            while (full - now <= 0) {
                if (fullAt.compareAndSet(full, now + interval)) {
                    return CompletableFuture.completedFuture(
                            new Response(true, now + interval, now + goodFor, this::giveBack));
                }
                full = fullAt.get();
            }
            return CompletableFuture.completedFuture(Response.none(full));
        }

        private CompletableFuture<?> giveBack() {
            fullAt.addAndGet(-interval);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Duration> drain(Duration pause) {
            long now = nanos.getAsLong();
            long full = fullAt.updateAndGet(before -> {
                long wait = wait(before, now);
                return now + wait + PermitBucket.missing(Duration.ofNanos(wait), pause, interval) * interval;
            });
            return CompletableFuture.completedFuture(Duration.ofNanos(wait(full, now)));
        }

        private static long wait(long full, long now) {
            return Math.max(0, full - now);
        }
    }
}
