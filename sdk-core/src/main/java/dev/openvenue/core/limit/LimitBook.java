package dev.openvenue.core.limit;

import dev.openvenue.core.limit.RateLimits.OnFailure;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** All limits that share one count of requests, and the queue of the calls that wait for them. */
final class LimitBook {
    private final String namespace;
    private final BucketSource source;
    private final LimitTime time;
    private final Turns turns;
    private final Map<String, Limit> limits = new ConcurrentHashMap<>();

    private LimitBook(String namespace, BucketSource source, LimitTime time, Executor executor) {
        this.namespace = namespace;
        this.source = source;
        this.time = time;
        this.turns = new Turns(time, executor);
    }

    /** Limits in memory. Asking them takes no time, so the caller's thread does it. */
    static LimitBook local(LimitTime time) {
        return new LimitBook("local", new LocalBuckets(time::nanos), time, Runnable::run);
    }

    /** Limits in a store. One thread asks it, because calls must not wait for the network before they wait for their turn. */
    static LimitBook shared(ProxyManager<String> store, String namespace, OnFailure onFailure, LimitTime time) {
        String consequence = onFailure == OnFailure.FAIL_OPEN
                ? "going on with limits of this process alone"
                : "nothing is sent until they can";
        SharedBuckets source = new SharedBuckets(
                store, new StoreAccess(time::nanos, consequence), onFailure, new LocalBuckets(time::nanos));
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DaemonThreads.named("openvenue-turns"));
        one.allowCoreThreadTimeOut(true);
        return new LimitBook(namespace, source, time, one);
    }

    /**
     * The limit of a quota.
     *
     * @param owner who counts as one: venue, scope, and the hash of the account, key or address
     */
    Limit limit(String owner, Quota quota) {
        return limits.computeIfAbsent(
                namespace + ":" + owner + ":" + quota.id(), key -> new Limit(quota, key, source, time::nanos));
    }

    Turns turns() {
        return turns;
    }

    LimitTime time() {
        return time;
    }
}
