package dev.openvenue.core.engine;

import dev.openvenue.core.CallOptions;
import java.time.Duration;

/** The bounds of a run, and what follows from them. */
public final class RunBounds {
    private static final Duration LEAST_LAG = Duration.ofSeconds(2);
    private static final Duration MOST_LAG = Duration.ofSeconds(10);

    /** A tenth of the timeout, within the bounds above. */
    private static final int SHARE_OF_LAG = 10;

    private RunBounds() {}

    /**
     * A timeout that a run can have.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static Duration timeout(Duration timeout) {
        return CallOptions.timeout(timeout).timeout().orElseThrow();
    }

    /**
     * A number of calls that may be on the wire at a time.
     *
     * @throws IllegalArgumentException if it is less than one
     */
    public static int parallelism(int parallelism) {
        if (parallelism < 1) {
            throw new IllegalArgumentException(
                    "parallelism is " + parallelism + "; at least one call must be allowed at a time");
        }
        return parallelism;
    }

    /** How long an order may stay invisible to lookups and lists, for a run with this timeout. */
    public static Duration lag(Duration timeout) {
        Duration share = timeout.dividedBy(SHARE_OF_LAG);
        Duration least = share.compareTo(LEAST_LAG) < 0 ? LEAST_LAG : share;
        return least.compareTo(MOST_LAG) > 0 ? MOST_LAG : least;
    }
}
