package dev.openvenue.core.limit;

import dev.openvenue.core.limit.Limit.Claim;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** All limits that share one count of requests, and the queue of the calls that wait for them. */
final class LimitBook {
    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final String namespace;
    private final BucketSource source;
    private final LimitTime time;
    private final Turns turns;
    private final Map<String, Limit> limits = new HashMap<>();
    private boolean sweeping;

    private LimitBook(String namespace, BucketSource source, LimitTime time, Executor telling) {
        this.namespace = namespace;
        this.source = source;
        this.time = time;
        this.turns = new Turns(time, telling);
    }

    /**
     * What a call needs of a limit.
     *
     * @param owner who counts as one: venue, scope, and the hash of the account, key or address
     * @param permits how many of the quota's permits it may use
     */
    record Need(String owner, Quota quota, int permits) {}

    /** Limits in memory. */
    static LimitBook local(LimitTime time) {
        return new LimitBook("local", new LocalBuckets(time::nanos), time, time.executor());
    }

    /** Limits in a store. */
    static LimitBook shared(ProxyManager<String> store, String namespace, OnFailure onFailure, LimitTime time) {
        String consequence = onFailure == OnFailure.FAIL_OPEN
                ? "going on with limits of this process alone"
                : "nothing is sent until they can";
        SharedBuckets source = new SharedBuckets(
                new BucketStore(store), new StoreAccess(time, consequence), onFailure, new LocalBuckets(time::nanos));
        return new LimitBook(namespace, source, time, time.executor());
    }

    /** Queues a call. */
    Turn join(List<Need> needs, boolean cancels, Duration patience) {
        return turns.join(() -> needs.stream().map(this::claim).toList(), cancels, patience);
    }

    private Claim claim(Need need) {
        return new Claim(limit(need.owner(), need.quota()), need.permits());
    }

    /** The limit of a quota; made when it is first needed. */
    Limit limit(String owner, Quota quota) {
        String key = namespace + ":" + owner + ":" + quota.id();
        synchronized (turns) {
            Limit limit = limits.computeIfAbsent(key, missing -> new Limit(quota, missing, source, time::nanos));
            limit.touch(time.nanos());
            planSweep();
            return limit;
        }
    }

    /** How many limits are remembered. */
    int size() {
        synchronized (turns) {
            return limits.size();
        }
    }

    /** A service may use thousands of keys one after the other; none of them is kept for ever. */
    private void planSweep() {
        if (!sweeping) {
            sweeping = true;
            time.after(BETWEEN_SWEEPS, this::sweep);
        }
    }

    private void sweep() {
        synchronized (turns) {
            long now = time.nanos();
            limits.values().removeIf(limit -> limit.isIdle(now));
            sweeping = false;
            if (!limits.isEmpty()) {
                planSweep();
            }
        }
    }

    Turns turns() {
        return turns;
    }

    LimitTime time() {
        return time;
    }
}
