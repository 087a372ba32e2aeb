package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Two limits in a store, of quotas so large that a permit is always available. */
public final class SharedLimitFixture {
    private static final int PERMITS = 1_000_000_000;
    private static final int RESERVE_PERCENT = 20;
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LimitRegistry book;
    private final List<Claim> withoutReserve;

    public SharedLimitFixture(ProxyManager<String> store) {
        book = LimitRegistry.shared(store, "fixture", OnFailure.FAIL_CLOSED, LimitTime.system());
        withoutReserve = Stream.of("placeOrder", Quota.EVERYTHING)
                .map(name -> new Quota(name, PERMITS, PERIOD, Scope.ACCOUNT))
                .map(quota -> new Claim(book.limit("fixture", quota), quota.withoutReserve(RESERVE_PERCENT)))
                .toList();
    }

    /** Waits for the permits of a call that counts against both limits and must leave the reserve of both alone. */
    public void permitsForPlace() {
        PermitRequest request = book.queue().join(withoutReserve, false, PATIENCE);
        request.decided().join();
        if (!request.isGranted()) {
            throw new IllegalStateException("The store gave no permit");
        }
    }
}
