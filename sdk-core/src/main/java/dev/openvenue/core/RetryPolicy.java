package dev.openvenue.core;

import dev.openvenue.core.error.Effect;
import java.time.Duration;

/**
 * How often a call is retried, and how long it pauses. <em>Whether</em> it may be retried is not a matter of policy:
 * the spec's {@code x-retry} and the {@link Effect} of the failure decide that. A pause is random, between zero and a
 * bound that begins at {@code base} and doubles with every attempt up to {@code cap}; if the venue says how long to
 * wait, it is at least that. If a pause would exceed the deadline, the call fails at once with the last failure.
 *
 * @param maxAttempts how many requests one call may send, including the first
 * @param base the bound of the first pause
 * @param cap the bound of every pause, unless the venue asks for a longer one
 * @param budget how many retries all calls of a client have in total: each retry costs one, and each successful call
 *     earns a fifth of one back. So a client adds little load to a venue that is down
 * @param immediateOrders whether orders that fill at once or not at all (market, ioc, fok) are retried after an unknown
 *     outcome under the same conditions as others; false by default, because a second one would trade at once and at
 *     another price
 */
public record RetryPolicy(int maxAttempts, Duration base, Duration cap, int budget, boolean immediateOrders) {
    private static final int BUDGET = 100;

    /** Three attempts, pauses up to 200 ms, then 400 ms, and a budget of 100 retries. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(5));

    private static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0);

    /** With a budget of 100 retries. */
    public RetryPolicy(int maxAttempts, Duration base, Duration cap) {
        this(maxAttempts, base, cap, BUDGET);
    }

    /** Does not retry immediate orders. */
    public RetryPolicy(int maxAttempts, Duration base, Duration cap, int budget) {
        this(maxAttempts, base, cap, budget, false);
    }

    /** Validates the values. */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is " + maxAttempts + "; it must be at least 1");
        }
        if (base.isNegative() || cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("The pauses are " + base + " up to " + cap
                    + "; they must not be negative, and the cap not below the base");
        }
        if (cap.compareTo(CallOptions.LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("The pauses are " + base + " up to " + cap
                    + "; they must not be longer than " + CallOptions.LONGEST_TIMEOUT.toDays() + " days");
        }
        if (budget < 0) {
            throw new IllegalArgumentException("The budget is " + budget + " retries; it must not be below 0");
        }
    }

    /** The same policy, extended to immediate orders. */
    public RetryPolicy withImmediateOrders() {
        return new RetryPolicy(maxAttempts, base, cap, budget, true);
    }

    /** Never retries, except once after the venue rejected a signature's timestamp. */
    public static RetryPolicy none() {
        return NONE;
    }

    /**
     * The pause after an attempt.
     *
     * @param attempt which attempt failed, counted from 1
     * @param jitter random, from 0 to 1
     */
    Duration pause(int attempt, double jitter) {
        double ceiling = Math.min((double) cap.toNanos(), base.toNanos() * Math.pow(2, attempt - 1.0));
        return Duration.ofNanos((long) (ceiling * jitter));
    }
}
