package dev.openvenue.core.limit;

import dev.openvenue.core.limit.RateLimits.OnFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Buckets in a store that several hosts share. Beside each stands one in memory that counts what this process took, so that it is
 * not full at the moment when the store is lost and it must do.
 */
final class SharedBuckets implements BucketSource {
    private final BucketStore store;
    private final StoreAccess access;
    private final OnFailure onFailure;
    private final LocalBuckets local;

    SharedBuckets(BucketStore store, StoreAccess access, OnFailure onFailure, LocalBuckets local) {
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

    private final class SharedBucket implements PermitBucket {
        private final String key;
        private final int share;
        private final Quota quota;
        private final PermitBucket own;

        SharedBucket(String key, int share, Quota quota, PermitBucket own) {
            this.key = key;
            this.share = share;
            this.quota = quota;
            this.own = own;
        }

        @Override
        public CompletableFuture<Answer> take() {
            long steps = quota.steps(access.latency());
            BucketStore.Entry entry = entry(Math.min(steps, Quota.LAST_STEP));
            if (steps > Quota.LAST_STEP) {
                return withoutStore(access.tooSlow(() -> ask(entry, steps), SharedBucket::putBack, quota));
            }
            return access.ask(() -> ask(entry, steps), SharedBucket::putBack)
                    .thenCompose(answer -> answer.isTaken()
                            ? own.take().thenApply(mirror -> both(answer, mirror))
                            : CompletableFuture.completedFuture(answer))
                    .exceptionallyCompose(this::withoutStore);
        }

        private BucketStore.Entry entry(long steps) {
            return store.entry(key, steps, PermitBucket.configuration(share, quota.stretch(steps)));
        }

        private CompletableFuture<Answer> ask(BucketStore.Entry entry, long steps) {
            return entry.take().thenApply(probe -> Answer.of(probe, quota.goodFor(steps), entry::giveBack));
        }

        private static void putBack(Answer answer) {
            if (answer.isTaken()) {
                CompletableFuture<?> unused = answer.undo().get();
            }
        }

        private static Answer both(Answer shared, Answer mirror) {
            return new Answer(shared.freeIn(), shared.goodFor(), () -> {
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
            long interval = quota.interval(share);
            return entry.estimate().thenCompose(probe -> {
                Duration wait = PermitBucket.wait(probe);
                long missing = PermitBucket.missing(wait, pause, interval);
                CompletableFuture<?> drained =
                        missing == 0 ? CompletableFuture.completedFuture(null) : entry.overdraw(missing);
                return drained.thenApply(done -> wait.plusNanos(missing * interval));
            });
        }

        private CompletableFuture<Answer> withoutStore(Throwable failure) {
            Throwable cause = SharedLimitsLostException.cause(failure);
            boolean isLost = cause instanceof SharedLimitsLostException;
            return isLost && onFailure == OnFailure.FAIL_OPEN ? own.take() : CompletableFuture.failedFuture(cause);
        }
    }
}
