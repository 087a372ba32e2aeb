package dev.openvenue.core.limit;

/** Counts what the process-wide limits hold; in this package because nobody else has a use for the number. */
public final class LimitCount {
    private LimitCount() {}

    /** How many limits are kept in memory for all clients of this process. */
    public static int inMemory() {
        return RateLimits.inMemory().book().size();
    }
}
