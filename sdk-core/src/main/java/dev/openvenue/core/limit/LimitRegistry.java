package dev.openvenue.core.limit;

import dev.openvenue.core.limit.LimitState.Claim;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** All limits that share one count of requests, and the queue of calls that wait for their permits. */
final class LimitRegistry {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final String namespace;
    private final BucketSource source;
    private final LimitTime time;
    private final PermitQueue queue;
    private final Map<String, LimitState> limits = new HashMap<>();
    private boolean sweeping;

    private LimitRegistry(String namespace, BucketSource source, LimitTime time, Executor telling) {
        this.namespace = namespace;
        this.source = source;
        this.time = time;
        this.queue = new PermitQueue(time, telling);
    }

    /** What a call needs from a limit. Its key is made once, not for every call. */
    static final class Need {
        private final String key;
        private final Quota quota;
        private final int permits;

        /**
         * States a need.
         *
         * @param owner what the venue counts by: venue, scope, and the hash of the account, key or address
         * @param permits how many of the quota's permits it may use
         */
        Need(String owner, Quota quota, int permits) {
            this.key = owner + ":" + quota.id();
            this.quota = quota;
            this.permits = permits;
        }
    }

    /** Limits in memory. */
    static LimitRegistry local(LimitTime time) {
        return new LimitRegistry("local", new LocalBuckets(time::nanos), time, time.executor());
    }

    /** Limits in a store. */
    static LimitRegistry shared(ProxyManager<String> store, String namespace, OnFailure onFailure, LimitTime time) {
        String consequence = onFailure == OnFailure.FAIL_OPEN
                ? "going on with limits of this process alone"
                : "nothing is sent until they can";
        SharedBuckets source = new SharedBuckets(
                new BucketStore(store),
                new StoreCircuitBreaker(time, consequence),
                onFailure,
                new LocalBuckets(time::nanos));
        return new LimitRegistry(namespace, source, time, time.executor());
    }

    /** Queues a call. */
    PermitRequest join(List<Need> needs, PermitLane.Kind kind, Duration patience) {
        return queue.join(() -> claims(needs), kind, patience);
    }

    private List<Claim> claims(List<Need> needs) {
        List<Claim> claims = new ArrayList<>(needs.size());
        for (Need need : needs) {
            claims.add(new Claim(find(need), need.permits));
        }
        return claims;
    }

    /** The limit of a quota; created on first use. */
    LimitState limit(String owner, Quota quota) {
        return limit(new Need(owner, quota, quota.permits()));
    }

    /** The limit that a call needs; created on first use. */
    LimitState limit(Need need) {
        synchronized (queue) {
            LimitState limit = find(need);
            limit.touch(time.nanos());
            return limit;
        }
    }

    private LimitState find(Need need) {
        LimitState limit = limits.get(need.key);
        if (limit == null) {
            limit = new LimitState(need.quota, namespace + ":" + need.key, source, time::nanos);
            limits.put(need.key, limit);
            planSweep();
        }
        return limit;
    }

    /** How many limits are in memory. */
    int size() {
        synchronized (queue) {
            return limits.size();
        }
    }

    /**
     * Schedules the removal of idle limits: a service may use thousands of keys one after the other, and none of them
     * is kept for ever.
     */
    private void planSweep() {
        if (!sweeping) {
            sweeping = true;
            time.after(BETWEEN_SWEEPS, this::sweep);
        }
    }

    private void sweep() {
        synchronized (queue) {
            long now = time.nanos();
            limits.values().removeIf(limit -> limit.isIdle(now));
            sweeping = false;
            if (!limits.isEmpty()) {
                planSweep();
            }
        }
    }

    PermitQueue queue() {
        return queue;
    }

    LimitTime time() {
        return time;
    }
}
