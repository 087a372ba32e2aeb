package dev.openvenue.core;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may differ from call to call. */
public final class CallOptions {
    /** The client's own settings. */
    public static final CallOptions DEFAULT = new CallOptions(null);

    private final @Nullable Duration deadline;

    private CallOptions(@Nullable Duration deadline) {
        this.deadline = deadline;
    }

    /** How long the call may take in all: waiting for a permit, every attempt, and the pauses between them. */
    public static CallOptions deadline(Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline is " + deadline + "; it must be longer than nothing");
        }
        return new CallOptions(deadline);
    }

    /** The deadline, if it differs from the client's. */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }
}
