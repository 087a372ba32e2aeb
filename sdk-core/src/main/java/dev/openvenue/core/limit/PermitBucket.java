package dev.openvenue.core.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;

/** A bucket that holds one permit, and gets the next one a fixed time after that was taken. */
interface PermitBucket {
    /**
     * Takes the permit.
     *
     * @return nothing if it was there, else how long until it is
     */
    Duration take();

    /** Puts back a permit that was not used. */
    void giveBack();

    /**
     * Empties the bucket for so long.
     *
     * @return how long it gives no permit, which is at least what was asked for
     */
    Duration drain(Duration pause);

    /**
     * The configuration: capacity one, so many permits in a stretch of time. Capacity one is what keeps every window within the
     * limit; {@link Allowance} says why.
     */
    static BucketConfiguration configuration(int permits, Duration stretch) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(permits, stretch))
                .build();
    }

    /** Takes a permit from a bucket of Bucket4j's. */
    static Duration take(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : atLeastOne(probe.getNanosToWaitForRefill());
    }

    /** Takes permits of the future until the next one is far enough away; several hosts may do so and do not add up. */
    static Duration drain(Bucket bucket, int permits, Duration stretch, Duration pause) {
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        long wait = probe.canBeConsumed() ? 0 : probe.getNanosToWaitForRefill();
        long missing = pause.toNanos() - wait;
        if (missing <= 0) {
            return Duration.ofNanos(wait);
        }
        long interval = stretch.toNanos() / permits;
        long taken = (missing + interval - 1) / interval;
        bucket.consumeIgnoringRateLimits(taken);
        return Duration.ofNanos(wait + taken * interval);
    }

    private static Duration atLeastOne(long nanos) {
        return Duration.ofNanos(Math.max(1, nanos));
    }
}
