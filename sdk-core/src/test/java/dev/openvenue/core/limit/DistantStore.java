package dev.openvenue.core.limit;

import io.github.bucket4j.TimeMeter;
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
import java.util.function.Supplier;

/**
 * One host's way to a store, in virtual time: whatever is asked is done after half of the delay and responded after all
 * of it.
 */
final class DistantStore extends AbstractCompareAndSwapBasedProxyManager<String> {
    private final VirtualLimitTime time;
    private final Map<String, byte[]> entries;
    private Duration delay;
    private int roundTrips;

    /** @param entries what the store holds, for all hosts */
    DistantStore(VirtualLimitTime time, Map<String, byte[]> entries, Duration delay) {
        super(ClientSideConfig.getDefault().withClientClock(new Meter(time)));
        this.time = time;
        this.entries = entries;
        this.delay = delay;
    }

    void delay(Duration delay) {
        this.delay = delay;
    }

    /** How many questions left for the store. */
    int roundTrips() {
        return roundTrips;
    }

    private <T> CompletableFuture<T> ask(Supplier<T> question) {
        CompletableFuture<T> response = new CompletableFuture<>();
        Duration half = delay.dividedBy(2);
        roundTrips++;
        time.after(half, () -> {
            T found = question.get();
            time.after(half, () -> response.complete(found));
        });
        return response;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        return new AsyncCompareAndSwapOperation() {
            @Override
            public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeout) {
                return ask(() -> Optional.ofNullable(entries.get(key)));
            }

            @Override
            public CompletableFuture<Boolean> compareAndSwap(
                    byte[] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                return ask(() -> {
                    boolean same = Arrays.equals(before, entries.get(key));
                    if (same) {
                        entries.put(key, after);
                    }
                    return same;
                });
            }
        };
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException("nobody waits for the store");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeProxy(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    private record Meter(VirtualLimitTime time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return time.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
