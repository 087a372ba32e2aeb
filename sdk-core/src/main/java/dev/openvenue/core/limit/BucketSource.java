package dev.openvenue.core.limit;

/** Where buckets come from: this process's memory, or a store that several hosts share. */
interface BucketSource {
    /**
     * A bucket; the same key gives the same permits.
     *
     * @param share how many of the quota's permits are the bucket's
     */
    PermitBucket bucket(String key, int share, Quota quota);

    /** Whether another host may take permits too, and must be told of a pause. */
    boolean isShared();
}
