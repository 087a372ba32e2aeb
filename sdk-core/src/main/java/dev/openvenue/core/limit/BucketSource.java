package dev.openvenue.core.limit;

/** Where buckets come from: this process's memory, or a store that several hosts share. */
interface BucketSource {
    /**
     * Returns a bucket; the same key gives access to the same permits.
     *
     * @param share how many of the quota's permits belong to the bucket
     */
    PermitBucket bucket(String key, int share, Quota quota);

    /** Whether other hosts may take permits too, and so must be informed of a pause. */
    boolean isShared();
}
