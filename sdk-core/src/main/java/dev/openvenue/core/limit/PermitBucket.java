package dev.openvenue.core.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A bucket that holds one permit, and is refilled a fixed time after that was taken. None of its methods blocks. */
interface PermitBucket {
    /**
     * Takes the permit if it is available.
     *
     * @param now the time, as the caller has just read it
     */
    CompletableFuture<Response> take(long now);

    /**
     * Empties the bucket for the given duration; the future returns how long it gives no permit, which is at least
     * that.
     */
    CompletableFuture<Duration> drain(Duration pause);

    /**
     * The response to a request for a permit.
     *
     * @param isTaken whether a permit was taken
     * @param freeAt when to ask for the next one
     * @param goodUntil until when the permit may be used; later the request would be counted at the wrong time
     * @param undo returns a permit that was not used
     */
    record Response(boolean isTaken, long freeAt, long goodUntil, Supplier<CompletableFuture<?>> undo) {
        static Response none(long freeAt) {
            return new Response(false, freeAt, freeAt, () -> CompletableFuture.completedFuture(null));
        }
    }

    /**
     * The configuration: capacity one, refilled with the given number of permits per period. Capacity one keeps every
     * window within the limit; {@link SlidingWindow} explains why.
     */
    static BucketConfiguration configuration(int permits, Duration stretch) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(permits, stretch))
                .build();
    }

    /** How many nanoseconds until a bucket gives the next permit after it gave none. */
    static long untilNext(ConsumptionProbe probe) {
        return Math.max(1, probe.getNanosToWaitForRefill());
    }

    /** How long a bucket gives no permit by itself. */
    static Duration wait(EstimationProbe probe) {
        return probe.canBeConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /**
     * How many permits to take in advance, so that the next one is far enough away; if several hosts do so, the pauses
     * do not add up.
     */
    static long missing(Duration wait, Duration pause, long interval) {
        return Math.max(0, (pause.minus(wait).toNanos() + interval - 1) / interval);
    }
}
