package dev.openvenue.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a single call. */
public final class CallOptions {
    /** The longest timeout, which serves those who want none: no call outlasts it. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofDays(365);

    /** The client's own settings. */
    public static final CallOptions DEFAULT = new CallOptions(null, false);

    private final @Nullable Duration timeout;
    private final boolean urgent;

    private CallOptions(@Nullable Duration timeout, boolean urgent) {
        this.timeout = timeout;
        this.urgent = urgent;
    }

    /** How long the call may take in total: waiting for a permit, every attempt, and the pauses between them. */
    public static CallOptions timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The timeout is " + timeout + "; it must be longer than nothing");
        }
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "The timeout is " + timeout + "; it must not be longer than " + LONGEST_TIMEOUT.toDays() + " days");
        }
        return new CallOptions(timeout, false);
    }

    /**
     * The same, for a call that a cancel depends on: made asynchronously, it does not queue behind the client's other
     * asynchronous calls, just as cancels do not. It still respects the venue's rate limits, and while other calls wait
     * for the same limit, urgent ones other than cancels get every second permit at most.
     */
    public CallOptions urgent() {
        return new CallOptions(timeout, true);
    }

    /** The timeout, if it differs from the client's. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** Whether the call is {@link #urgent}. */
    public boolean isUrgent() {
        return urgent;
    }
}
