package dev.openvenue.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may differ from call to call. */
public final class CallOptions {
    /** No deadline is longer; whoever wants none means something that will not outlast it. */
    public static final Duration LONGEST_DEADLINE = Duration.ofDays(365);

    /** The client's own settings. */
    public static final CallOptions DEFAULT = new CallOptions(null, false);

    private final @Nullable Duration deadline;
    private final boolean urgent;

    private CallOptions(@Nullable Duration deadline, boolean urgent) {
        this.deadline = deadline;
        this.urgent = urgent;
    }

    /** How long the call may take in all: waiting for a permit, every attempt, and the pauses between them. */
    public static CallOptions deadline(Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline is " + deadline + "; it must be longer than nothing");
        }
        if (deadline.compareTo(LONGEST_DEADLINE) > 0) {
            throw new IllegalArgumentException("The deadline is " + deadline + "; it must not be longer than "
                    + LONGEST_DEADLINE.toDays() + " days");
        }
        return new CallOptions(deadline, false);
    }

    /**
     * The same, for a call that a cancel depends on: made asynchronously, it waits for none of the client's other asynchronous calls,
     * just as cancels do by themselves. It still keeps the venue's limits.
     */
    public CallOptions urgent() {
        return new CallOptions(deadline, true);
    }

    /** The deadline, if it differs from the client's. */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** Whether the call is {@link #urgent}. */
    public boolean isUrgent() {
        return urgent;
    }
}
