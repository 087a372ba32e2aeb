package dev.openvenue.core.limit;

import dev.openvenue.core.limit.RateLimits.OnFailure;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;

/**
 * Buckets in a store that several hosts share. Beside each stands one in memory that counts what this process took, so that it is
 * not full at the moment when the store is lost and it must do.
 */
final class SharedBuckets implements BucketSource {
    private final ProxyManager<String> store;
    private final StoreAccess access;
    private final OnFailure onFailure;
    private final LocalBuckets local;

    SharedBuckets(ProxyManager<String> store, StoreAccess access, OnFailure onFailure, LocalBuckets local) {
        this.store = store;
        this.access = access;
        this.onFailure = onFailure;
        this.local = local;
    }

    @Override
    public PermitBucket bucket(String key, int permits, Duration stretch) {
        Bucket shared = store.builder().build(key, () -> PermitBucket.configuration(permits, stretch));
        return new SharedBucket(shared, local.bucket(key, permits, stretch), permits, stretch);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    private final class SharedBucket implements PermitBucket {
        private final Bucket shared;
        private final PermitBucket own;
        private final int permits;
        private final Duration stretch;

        SharedBucket(Bucket shared, PermitBucket own, int permits, Duration stretch) {
            this.shared = shared;
            this.own = own;
            this.permits = permits;
            this.stretch = stretch;
        }

        @Override
        public Duration take() {
            try {
                Duration wait = access.ask(() -> PermitBucket.take(shared));
                if (wait.isZero()) {
                    own.take();
                }
                return wait;
            } catch (SharedLimitsLostException e) {
                return withoutStore(e);
            }
        }

        @Override
        public void giveBack() {
            own.giveBack();
            try {
                access.ask(() -> {
                    shared.addTokens(1);
                    return Duration.ZERO;
                });
            } catch (SharedLimitsLostException e) {
                // The permit is lost; the bucket fills again by itself.
            }
        }

        @Override
        public Duration drain(Duration pause) {
            try {
                return access.ask(() -> PermitBucket.drain(shared, permits, stretch, pause));
            } catch (SharedLimitsLostException e) {
                return Duration.ZERO;
            }
        }

        private Duration withoutStore(SharedLimitsLostException lost) {
            if (onFailure == OnFailure.FAIL_CLOSED) {
                throw lost;
            }
            return own.take();
        }
    }
}
