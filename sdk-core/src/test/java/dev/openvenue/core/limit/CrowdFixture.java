package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls that all wait for permits of one limit in memory, in a time that passes as fast as they are served. */
public final class CrowdFixture {
    private static final Quota QUOTA = new Quota("placeOrder", 10, Duration.ofSeconds(1), Scope.ACCOUNT);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final LimitRegistry book = LimitRegistry.local(time);
    private final List<Claim> claims = List.of(new Claim(book.limit("fixture", QUOTA), QUOTA.permits()));

    /** Uses up the permits of the first period, so that every later call waits. */
    public CrowdFixture() {
        join(QUOTA.permits());
    }

    /** Lets this many calls wait at the same moment, and time pass until each has its permit. */
    public void serve(int calls) {
        List<PermitRequest> waiting = join(calls);
        PermitRequest last = waiting.get(calls - 1);
        while (!last.isGranted()) {
            time.pass(QUOTA.period());
        }
    }

    private List<PermitRequest> join(int calls) {
        List<PermitRequest> requests = new ArrayList<>(calls);
        for (int i = 0; i < calls; i++) {
            requests.add(book.queue().join(claims, true, PATIENCE));
        }
        return requests;
    }
}
