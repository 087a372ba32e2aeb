package dev.openvenue.core.limit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A bucket that holds one permit, and gets the next one a fixed time after that was taken. None of its methods waits.
 */
interface PermitBucket {
    /** Takes the permit if it is there. */
    CompletableFuture<Answer> take();

    /**
     * Empties the bucket for so long; the future says how long it gives no permit, which is at least what was asked
     * for.
     */
    CompletableFuture<Duration> drain(Duration pause);

    /**
     * What became of a wish for a permit.
     *
     * @param isTaken whether there was one
     * @param freeAt when to ask for the next one
     * @param goodUntil how long the permit may be used; later it would count at the wrong time
     * @param undo puts back a permit that was not used
     */
    record Answer(boolean isTaken, long freeAt, long goodUntil, Supplier<CompletableFuture<?>> undo) {
        static Answer none(long freeAt) {
            return new Answer(false, freeAt, freeAt, () -> CompletableFuture.completedFuture(null));
        }
    }

    /**
     * The configuration: capacity one, so many permits in a stretch of time. Capacity one is what keeps every window
     * within the limit; {@link SlidingWindow} says why.
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
     * How many permits of the future to take, so that the next one is far enough away; several hosts may do so and do
     * not add up.
     */
    static long missing(Duration wait, Duration pause, long interval) {
        return Math.max(0, (pause.minus(wait).toNanos() + interval - 1) / interval);
    }
}
