package dev.openvenue.core.limit;

import java.time.Duration;

/** Where buckets come from: this process's memory, or a store that several hosts share. */
interface BucketSource {
    /**
     * A bucket; the same key gives the same permits.
     *
     * @param permits how many permits there are in a stretch of time
     */
    PermitBucket bucket(String key, int permits, Duration stretch);

    /** Whether another host may take permits too, and must be told of a pause. */
    boolean isShared();
}
