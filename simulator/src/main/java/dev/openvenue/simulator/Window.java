package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a query asks for; both ends belong to it.
 *
 * @param before the id that the page before ended with; null for the first page
 */
record Window(Instant start, Instant end, @Nullable BigDecimal before) {
    /** Reads the parameters of these names, times in epoch milliseconds; what is absent limits nothing. */
    static Window of(RequestFields fields, String start, String end, String cursor) throws VenueRejection {
        return new Window(
                fields.time(start, Instant.MIN),
                fields.time(end, Instant.MAX),
                fields.has(cursor) ? fields.positive(cursor) : null);
    }

    /** Whether an order, by the time when it was placed, lies inside. */
    boolean holds(SimulatedOrder order) {
        return holds(order.createdAt(), new BigDecimal(order.orderId()));
    }

    boolean holds(SimulatedFill fill) {
        return holds(fill.at(), fill.numericId());
    }

    private boolean holds(Instant at, BigDecimal id) {
        return !at.isBefore(start) && !at.isAfter(end) && (before == null || id.compareTo(before) < 0);
    }
}
