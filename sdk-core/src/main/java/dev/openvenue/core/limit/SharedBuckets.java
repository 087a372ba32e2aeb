package dev.openvenue.core.limit;

import dev.openvenue.core.limit.RateLimits.OnFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Buckets in a store that several hosts share. Each has a counterpart in memory that counts what this process took, so
 * that it is not full at the moment when the store fails and it must take over.
 */
final class SharedBuckets implements BucketSource {
    /**
     * The minimum time that a bucket stays in the store, with the expiration that the documentation of
     * {@link RateLimits} recommends.
     */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final BucketStore store;
    private final StoreCircuitBreaker access;
    private final OnFailure onFailure;
    private final LocalBuckets local;

    SharedBuckets(BucketStore store, StoreCircuitBreaker access, OnFailure onFailure, LocalBuckets local) {
        this.store = store;
        this.access = access;
        this.onFailure = onFailure;
        this.local = local;
    }

    @Override
    public PermitBucket bucket(String key, int share, Quota quota) {
        return new SharedBucket(key, share, quota, local.bucket(key, share, quota));
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /**
     * What is known about a bucket in the store.
     *
     * @param steps by how many steps its period is extended at least
     * @param usedAt when it was last used
     */
    private record Standing(long steps, long usedAt) {}

    private final class SharedBucket implements PermitBucket {
        private final String key;
        private final int share;
        private final Quota quota;
        private final PermitBucket own;
        private volatile Standing standing;

        SharedBucket(String key, int share, Quota quota, PermitBucket own) {
            this.key = key;
            this.share = share;
            this.quota = quota;
            this.own = own;
            this.standing = new Standing(0, access.nanos());
        }

        @Override
        public CompletableFuture<Response> take(long now) {
            long needed = quota.steps(access.latency());
            if (needed > Quota.LAST_STEP) {
                return withoutStore(access.tooSlow(this::check, SharedBucket::putBack, quota));
            }
            Standing known = standing;
            boolean stands = known.steps() >= needed && access.nanos() - known.usedAt() < KEPT.toNanos();
            long steps = stands ? known.steps() : needed;
            return (stands ? CompletableFuture.completedFuture(known) : prepare(steps))
                    .thenCompose(ready -> access.ask(() -> ask(steps), SharedBucket::putBack))
                    .thenCompose(this::mirror)
                    .exceptionallyCompose(this::withoutStore);
        }

        /** Creates or extends a bucket, which takes longer; so that is done first, or the permit would be stale. */
        private CompletableFuture<?> prepare(long steps) {
            return access.ask(() -> entry(steps).estimate(), probe -> {});
        }

        private CompletableFuture<Response> check() {
            return entry(Quota.LAST_STEP).estimate().thenCompose(probe -> ask(Quota.LAST_STEP));
        }

        private CompletableFuture<Response> ask(long steps) {
            long askedAt = access.nanos();
            BucketStore.Entry entry = entry(steps);
            return entry.take().thenApply(probe -> {
                long now = access.nanos();
                standing = new Standing(steps, now);
                if (!probe.isConsumed()) {
                    return Response.none(now + early(PermitBucket.untilNext(probe)));
                }
                access.took(now - askedAt);
                // The next request will take about as long as this one.
                long freeAt = askedAt + quota.interval(share, steps) + (now - askedAt) / 16;
                return new Response(true, freeAt, askedAt + quota.goodFor(steps), entry::giveBack);
            });
        }

        /**
         * The store examines its bucket when about half of the round trip has passed; so the request may be sent before
         * it is due.
         */
        private long early(long wait) {
            long underWay = access.latency() / 2;
            return Math.max(1, wait - underWay + underWay / 8);
        }

        private BucketStore.Entry entry(long steps) {
            return store.entry(key, steps, PermitBucket.configuration(share, quota.stretch(steps)));
        }

        private CompletableFuture<Response> mirror(Response response) {
            return response.isTaken()
                    ? own.take(access.nanos()).thenApply(mirror -> both(response, mirror))
                    : CompletableFuture.completedFuture(response);
        }

        private static void putBack(Response response) {
            if (response.isTaken()) {
                CompletableFuture<?> unused = response.undo().get();
            }
        }

        private static Response both(Response shared, Response mirror) {
            return new Response(true, shared.freeAt(), shared.goodUntil(), () -> {
                putBack(mirror);
                return shared.undo().get();
            });
        }

        @Override
        public CompletableFuture<Duration> drain(Duration pause) {
            BucketStore.Entry entry = entry(Quota.FIRST_STEP);
            return access.ask(() -> drain(entry, pause), done -> {}).exceptionally(lost -> Duration.ZERO);
        }

        private CompletableFuture<Duration> drain(BucketStore.Entry entry, Duration pause) {
            long interval = quota.interval(share, Quota.FIRST_STEP);
            return entry.estimate().thenCompose(probe -> {
                Duration wait = PermitBucket.wait(probe);
                long missing = PermitBucket.missing(wait, pause, interval);
                CompletableFuture<?> drained =
                        missing == 0 ? CompletableFuture.completedFuture(null) : entry.overdraw(missing);
                return drained.thenApply(done -> wait.plusNanos(missing * interval));
            });
        }

        private CompletableFuture<Response> withoutStore(Throwable failure) {
            Throwable cause = SharedLimitsLostException.cause(failure);
            if (cause instanceof TimeoutException) {
                return CompletableFuture.completedFuture(Response.none(access.nanos() + 1));
            }
            boolean isLost = cause instanceof SharedLimitsLostException;
            return isLost && onFailure == OnFailure.FAIL_OPEN
                    ? own.take(access.nanos())
                    : CompletableFuture.failedFuture(cause);
        }
    }
}
