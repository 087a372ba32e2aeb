package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.error.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * So many requests per period, as a venue states it.
 *
 * @param name what counts against it: a group, an operation, or {@code *} for every request
 * @param permits how many requests any period may hold
 * @param period the period
 * @param scope what the venue counts by
 */
record Quota(String name, int permits, Duration period, RateLimit.Scope scope) {
    /** The name of a limit that every request counts against. */
    static final String EVERYTHING = "*";

    /** The slack where permits take no time. */
    static final long FIRST_STEP = 1;

    /**
     * The most slack: with it a limit still gives more than half of its permits. A store that needs more is of no use.
     */
    static final long LAST_STEP = 16;

    /**
     * How many of the permits requests may use that are no cancels. One permit is theirs, however small the limit is.
     */
    int withoutReserve(int percent) {
        int reserve = percent == 0 ? 0 : Math.max(1, (permits * percent + 99) / 100);
        return Math.max(1, permits - reserve);
    }

    Quota withPermits(int permits) {
        return new Quota(name, permits, period, scope);
    }

    /** By how much one step stretches the period. */
    private Duration slack() {
        return period.dividedBy(20);
    }

    /** The period with so many steps of slack; {@link SlidingWindow} says what they are for. */
    Duration stretch(long steps) {
        return period.plus(slack().multipliedBy(steps));
    }

    /** For how many nanoseconds a permit of a period with so many steps of slack may be under way. */
    long goodFor(long steps) {
        return slack().multipliedBy(steps).toNanos();
    }

    /** How many nanoseconds two permits of a bucket with this share are apart at least. */
    long interval(int share, long steps) {
        return stretch(steps).toNanos() / share;
    }

    /**
     * How many steps of slack a store needs that takes so long to give a permit, a quarter more for its bad moments.
     */
    long steps(long nanos) {
        long slack = Math.max(1, slack().toNanos());
        return Math.max(FIRST_STEP, (nanos + nanos / 4 + slack - 1) / slack);
    }

    /** Cuts the permits into at most so many even parts. */
    List<Integer> parts(int most) {
        int count = Math.min(permits, most);
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(permits / count + (i < permits % count ? 1 : 0));
        }
        return parts;
    }

    /** For keys: two quotas of one name share a count only if their figures agree. */
    String id() {
        return name + "/" + permits + "-" + period.toMillis() + "ms";
    }

    /** For messages. */
    @Override
    public String toString() {
        String unit = scope == RateLimit.Scope.IP ? "IP address" : scope.name().toLowerCase(Locale.ROOT);
        return permits + (permits == 1 ? " request" : " requests") + " per " + Seconds.text(period) + " and " + unit
                + (name.equals(EVERYTHING) ? " over all operations" : " for " + name);
    }
}
