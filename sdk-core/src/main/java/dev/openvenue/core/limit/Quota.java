package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.error.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A number of requests per period, as stated by the venue.
 *
 * @param name what counts against it: a group, an operation, or {@code *} for every request
 * @param permits how many requests any period may hold
 * @param period the period
 * @param scope what the venue counts by
 */
public record Quota(String name, int permits, Duration period, RateLimit.Scope scope) {
    /** The name of a limit that every request counts against. */
    public static final String EVERYTHING = "*";

    /** The slack if obtaining permits takes no time. */
    static final long FIRST_STEP = 1;

    /**
     * The maximum slack, with which a limit still gives more than half of its permits. A store that needs more is
     * unusable.
     */
    static final long LAST_STEP = 16;

    /**
     * How many of the permits are available to requests that are not cancels: at least one, however small the limit is.
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

    /** The period extended by the given number of steps of slack; {@link SlidingWindow} explains what they are for. */
    Duration stretch(long steps) {
        return period.plus(slack().multipliedBy(steps));
    }

    /** For how many nanoseconds a permit may be in transit if the period has the given number of steps of slack. */
    long goodFor(long steps) {
        return slack().multipliedBy(steps).toNanos();
    }

    /** The minimum distance, in nanoseconds, of two permits of a bucket with the given share. */
    long interval(int share, long steps) {
        return stretch(steps).toNanos() / share;
    }

    /**
     * How many steps of slack a store needs that takes the given time to return a permit, with a margin of a quarter.
     */
    long steps(long nanos) {
        long slack = Math.max(1, slack().toNanos());
        return Math.max(FIRST_STEP, (nanos + nanos / 4 + slack - 1) / slack);
    }

    /** Divides the permits into even parts, at most the given number. */
    List<Integer> parts(int most) {
        int count = Math.min(permits, most);
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(permits / count + (i < permits % count ? 1 : 0));
        }
        return parts;
    }

    /** For keys: two quotas of the same name share a count only if their figures agree. */
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
