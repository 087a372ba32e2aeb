package dev.openvenue.core.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Buckets in this process's memory. Whoever holds them keeps them: the key plays no part. */
final class LocalBuckets implements BucketSource {
    private final TimeMeter meter;

    LocalBuckets(LongSupplier nanos) {
        this.meter = new Meter(nanos);
    }

    @Override
    public PermitBucket bucket(String key, int permits, Duration stretch) {
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(meter);
        Arrays.stream(PermitBucket.configuration(permits, stretch).getBandwidths())
                .forEach(builder::addLimit);
        return new LocalBucket(builder.build(), permits, stretch);
    }

    @Override
    public boolean isShared() {
        return false;
    }

    private record LocalBucket(Bucket bucket, int permits, Duration stretch) implements PermitBucket {
        @Override
        public Duration take() {
            return PermitBucket.take(bucket);
        }

        @Override
        public void giveBack() {
            bucket.addTokens(1);
        }

        @Override
        public Duration drain(Duration pause) {
            return PermitBucket.drain(bucket, permits, stretch, pause);
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
