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
        // The id last, and only if it is needed: a page of a long list comes after many orders.
        return holds(order.createdAt()) && (before == null || new BigDecimal(order.orderId()).compareTo(before) < 0);
    }

    boolean holds(SimulatedFill fill) {
        return holds(fill.at()) && (before == null || fill.numericId().compareTo(before) < 0);
    }

    private boolean holds(Instant at) {
        return !at.isBefore(start) && !at.isAfter(end);
    }
}
