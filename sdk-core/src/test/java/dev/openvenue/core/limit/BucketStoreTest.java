package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A store that can only be asked by waiting. */
final class BucketStoreTest {
    private static final Quota RARE = new Quota("rare", 1, Duration.ofDays(1), Scope.KEY);

    private final WaitingStore store = new WaitingStore();
    private final BucketStore.Entry entry = new BucketStore(store)
            .entry("key", Quota.FIRST_STEP, PermitBucket.configuration(1, RARE.stretch(Quota.FIRST_STEP)));

    @Test
    void aPermitIsTakenOnceAndAgainWhenItWasGivenBack() {
        assertThat(entry.estimate().join().canBeConsumed()).isTrue();
        assertThat(entry.take().join().isConsumed()).isTrue();
        assertThat(entry.take().join().isConsumed()).isFalse();
        entry.giveBack().join();
        assertThat(entry.take().join().isConsumed()).isTrue();
    }

    @Test
    void permitsOfTheFutureDelayTheNextOne() {
        entry.overdraw(3).join();

        assertThat(entry.estimate().join().getNanosToWaitForRefill())
                .isGreaterThan(Duration.ofDays(3).toNanos());
    }

    @Test
    void itIsAskedOnThreadsThatDoNotKeepTheProcessAlive() {
        entry.take().join();

        assertThat(store.thread.getName()).isEqualTo("openvenue-shared-limits-1");
        assertThat(store.thread.isDaemon()).isTrue();
    }

    /** Keeps buckets in memory and knows no futures. */
    private static final class WaitingStore extends AbstractCompareAndSwapBasedProxyManager<String> {
        private final Map<String, byte[]> entries = new ConcurrentHashMap<>();
        volatile Thread thread = Thread.currentThread();

        WaitingStore() {
            super(ClientSideConfig.getDefault());
        }

        @Override
        protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
            thread = Thread.currentThread();
            return new CompareAndSwapOperation() {
                @Override
                public Optional<byte[]> getStateData(Optional<Long> timeout) {
                    return Optional.ofNullable(entries.get(key));
                }

                @Override
                public boolean compareAndSwap(
                        byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                    if (!Arrays.equals(before, entries.get(key))) {
                        return false;
                    }
                    entries.put(key, after);
                    return true;
                }
            };
        }

        @Override
        protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
            throw new UnsupportedOperationException("it must be waited for");
        }

        @Override
        protected CompletableFuture<Void> removeAsync(String key) {
            throw new UnsupportedOperationException("it must be waited for");
        }

        @Override
        public void removeProxy(String key) {
            entries.remove(key);
        }

        @Override
        public boolean isAsyncModeSupported() {
            return false;
        }
    }
}
