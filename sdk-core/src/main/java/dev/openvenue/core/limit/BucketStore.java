package dev.openvenue.core.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The user's store, accessed without blocking: a store with a blocking API is called on threads of its own. */
final class BucketStore {
    private final ProxyManager<String> manager;
    private final Executor waiting = Executors.newCachedThreadPool(DaemonThreads.named("openvenue-shared-limits"));

    BucketStore(ProxyManager<String> manager) {
        this.manager = manager;
    }

    /**
     * A bucket of the store.
     *
     * @param version replaces the configuration of a stored bucket with a lower version, in the same step as the
     *     request
     */
    Entry entry(String key, long version, BucketConfiguration configuration) {
        return new Entry(key, version, configuration);
    }

    final class Entry {
        private final String key;
        private final long version;
        private final BucketConfiguration configuration;

        private Entry(String key, long version, BucketConfiguration configuration) {
            this.key = key;
            this.version = version;
            this.configuration = configuration;
        }

        CompletableFuture<ConsumptionProbe> take() {
            return ask(
                    bucket -> bucket.tryConsumeAndReturnRemaining(1), bucket -> bucket.tryConsumeAndReturnRemaining(1));
        }

        CompletableFuture<?> giveBack() {
            return ask(bucket -> bucket.addTokens(1).thenApply(done -> 1L), bucket -> {
                bucket.addTokens(1);
                return 1L;
            });
        }

        CompletableFuture<EstimationProbe> estimate() {
            return ask(bucket -> bucket.estimateAbilityToConsume(1), bucket -> bucket.estimateAbilityToConsume(1));
        }

        /** Takes permits in advance. */
        CompletableFuture<?> overdraw(long permits) {
            return ask(
                    bucket -> bucket.consumeIgnoringRateLimits(permits),
                    bucket -> bucket.consumeIgnoringRateLimits(permits));
        }

        private <T> CompletableFuture<T> ask(
                Function<AsyncBucketProxy, CompletableFuture<T>> question, Function<BucketProxy, T> waitingQuestion) {
            if (manager.isAsyncModeSupported()) {
                return question.apply(manager.asAsync()
                        .builder()
                        .withImplicitConfigurationReplacement(version, TokensInheritanceStrategy.AS_IS)
                        .build(key, () -> CompletableFuture.completedFuture(configuration)));
            }
            BucketProxy bucket = manager.builder()
                    .withImplicitConfigurationReplacement(version, TokensInheritanceStrategy.AS_IS)
                    .build(key, () -> configuration);
            return CompletableFuture.supplyAsync(() -> waitingQuestion.apply(bucket), waiting);
        }
    }
}
