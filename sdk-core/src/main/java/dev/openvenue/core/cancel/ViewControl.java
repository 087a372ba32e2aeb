package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the orders of a run tell about the views in which they are sought. A list in which an order is missing proves
 * something only if it is the right list: with a wrong key, account, category or symbol every order is missing. So some
 * order of the run, of the same category and symbol, must have been shown, or its cancel taken, by a call for this very
 * symbol, or in a row that names the symbol. And a view that was seen to lag by some time may lag by as much again.
 */
final class ViewControl {
    /** No view is waited for longer than this, however far it lags. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** An order may be hidden for as many times the lag that was seen. */
    private static final int TIMES = 2;

    /** How far the clocks of a venue's servers may differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    private final @Nullable BatchCancelDescription venue;
    private final boolean filtered;
    private final Set<Market> shown = new HashSet<>();
    private final Map<Market, Integer> missed = new HashMap<>();
    private Duration lag = Duration.ZERO;
    private @Nullable Instant startedAfter;

    /** Takes every list for the right one. */
    ViewControl() {
        this.venue = null;
        this.filtered = false;
    }

    /**
     * Begins without any knowledge.
     *
     * @param filtered whether the caller's own arguments decide what is listed: then only the list itself is a control
     */
    ViewControl(BatchCancelDescription venue, boolean filtered) {
        this.venue = venue;
        this.filtered = filtered;
    }

    /** The list of open orders has shown the order before. */
    void listed(OrderRef ref) {
        shown.add(scope(ref));
    }

    /** The order was not found for the first time. */
    void missed(OrderRef ref) {
        missed.merge(scope(ref), 1, Integer::sum);
    }

    /** The venue took a cancel of the order. */
    void accepted(OrderRef ref) {
        if (!filtered && venue != null && venue.symbol() != null) {
            shown.add(scope(ref));
        }
    }

    /** A view told something about the order. */
    void saw(OrderRef ref, Row row) {
        if (row.lookup() instanceof Found && (row.view() == View.OPEN_LIST || (!filtered && isOfSymbol(ref, row)))) {
            shown.add(scope(ref));
        }
    }

    private boolean isOfSymbol(OrderRef ref, Row row) {
        OrderSnapshot order = row.snapshot();
        return isListOfAll()
                || ref.symbol() == null
                || (order != null && ref.symbol().equals(order.symbol()))
                || isAskedBySymbol(ref, row.view());
    }

    private boolean isAskedBySymbol(OrderRef ref, View view) {
        Query query = venue == null
                ? null
                : view == View.HISTORY
                        ? venue.history()
                        : venue.lookup(ref.kind()).orElse(null);
        return query != null && query.symbol() != null;
    }

    /** A view that was asked this long after the venue took a cancel still showed the order open, or did so before. */
    void lagged(Duration by) {
        lag = by.compareTo(lag) > 0 ? by : lag;
    }

    /** How long an order must be missing: longer than the views were seen to lag. */
    Duration absence(Duration least) {
        Duration seen = lag.multipliedBy(TIMES);
        Duration most = seen.compareTo(LONGEST) < 0 ? seen : LONGEST;
        return most.compareTo(least) > 0 ? most : least;
    }

    /**
     * A response tells the venue's time.
     *
     * @param time the venue's time of the response, rounded down
     * @param arrived when it arrived, in nanoseconds since the start of the run
     */
    void told(Instant time, long arrived) {
        Instant start = time.minusNanos(arrived);
        startedAfter = startedAfter == null || start.isAfter(startedAfter) ? start : startedAfter;
    }

    /** Whether an instant of the venue's clock was certainly before a moment of the run. */
    boolean isBefore(@Nullable Instant instant, long moment) {
        Instant start = startedAfter;
        return instant != null
                && start != null
                && instant.isBefore(start.plusNanos(moment).minus(CLOCKS));
    }

    /** Whether it is certain that an order that is missing from the list of open ones was sought in the right list. */
    boolean isControlled(OrderRef ref) {
        return venue == null || shown.contains(scope(ref));
    }

    /**
     * Whether no other order of the symbol was missed. One id may be mistyped; if several are missed and none is shown,
     * it is more likely that all were sought in the wrong place.
     */
    boolean isOnlyOneMissed(OrderRef ref) {
        return missed.getOrDefault(scope(ref), 0) <= 1;
    }

    private boolean isListOfAll() {
        Query open = venue == null ? null : venue.open();
        return open == null || open.symbol() == null;
    }

    /** What the list is about in which an order is sought. */
    private Market scope(OrderRef ref) {
        Query open = venue == null ? null : venue.open();
        String category =
                venue == null || open == null || open.category() == null ? null : venue.categoryOf(ref.category());
        return new Market(category, isListOfAll() ? null : ref.symbol());
    }
}
