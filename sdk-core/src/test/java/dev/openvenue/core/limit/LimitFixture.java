package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.limit.LimitState.Claim;
import java.time.Duration;
import java.util.List;

/** What the tests and benchmarks of other modules need from the limits, which nobody else has a use for. */
public final class LimitFixture {
    private LimitFixture() {}

    /** How many limits are kept in memory for all clients of this process. */
    public static int inMemory() {
        return RateLimits.inMemory().book().size();
    }

    /** A limit in memory of a quota so large that a permit is always available. */
    public static final class AmpleLimit {
        private static final Quota QUOTA =
                new Quota("placeOrder", 1_000_000_000, Duration.ofSeconds(1), RateLimit.Scope.ACCOUNT);
        private static final Duration PATIENCE = Duration.ofSeconds(1);
        private static final int RESERVE_PERCENT = 20;

        private final LimitRegistry book = LimitRegistry.local(LimitTime.system());
        private final List<Claim> all = List.of(claim(QUOTA.permits()));
        private final List<Claim> withoutReserve = List.of(claim(QUOTA.withoutReserve(RESERVE_PERCENT)));

        /** How many permits it has in a period. */
        public static int permits() {
            return QUOTA.permits();
        }

        /** The period. */
        public static Duration period() {
            return QUOTA.period();
        }

        /** Waits for a permit for a call that may use all of them. */
        public Object permitForCancel() {
            return book.queue().join(all, true, PATIENCE).decided().join();
        }

        /** Waits for a permit for a call that must leave the reserve alone. */
        public Object permitForPlace() {
            return book.queue().join(withoutReserve, false, PATIENCE).decided().join();
        }

        private Claim claim(int permits) {
            return new Claim(book.limit("fixture", QUOTA), permits);
        }
    }
}
