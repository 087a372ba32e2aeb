package dev.openvenue.core.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Buckets in this process's memory. They belong to the caller, so the key is not used. */
final class LocalBuckets implements BucketSource {
    private final TimeMeter meter;

    LocalBuckets(LongSupplier nanos) {
        this.meter = new Meter(nanos);
    }

    @Override
    public PermitBucket bucket(String key, int share, Quota quota) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(meter);
        Arrays.stream(PermitBucket.configuration(share, quota.stretch(Quota.FIRST_STEP))
                        .getBandwidths())
                .forEach(builder::addLimit);
        return new LocalBucket(
                meter, builder.build(), quota.interval(share, Quota.FIRST_STEP), quota.goodFor(Quota.FIRST_STEP));
    }

    @Override
    public boolean isShared() {
        return false;
    }

    private record LocalBucket(TimeMeter meter, Bucket bucket, long interval, long goodFor) implements PermitBucket {
        @Override
        public CompletableFuture<Response> take() {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            long now = meter.currentTimeNanos();
            long next = probe.isConsumed() ? interval : PermitBucket.untilNext(probe);
            return CompletableFuture.completedFuture(
                    new Response(probe.isConsumed(), now + next, now + goodFor, this::giveBack));
        }

        private CompletableFuture<?> giveBack() {
            bucket.addTokens(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Duration> drain(Duration pause) {
            Duration wait = PermitBucket.wait(bucket.estimateAbilityToConsume(1));
            long missing = PermitBucket.missing(wait, pause, interval);
            if (missing > 0) {
                bucket.consumeIgnoringRateLimits(missing);
            }
            return CompletableFuture.completedFuture(wait.plusNanos(missing * interval));
        }
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
