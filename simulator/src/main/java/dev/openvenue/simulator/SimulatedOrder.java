package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The true state of an order at one moment, whatever the API reported.
 *
 * @param orderId the venue's id, as text
 * @param clientOrderId the client's id; null where neither the client nor the venue gave one
 * @param symbol the symbol in the venue's spelling
 * @param price the limit price
 * @param quantity the ordered quantity, in the base currency
 * @param filled how much of it is filled
 * @param state its state
 * @param cancelRequested whether the venue has accepted a cancel that has not taken effect yet; only with
 *     {@link VenueSimulator#cancelLatency(int)}
 * @param createdAt when it was placed, by the simulator's clock
 * @param updatedAt when it last changed, by the simulator's clock
 * @param details further data that the venue keeps, under the venue's own names
 */
public record SimulatedOrder(
        String orderId,
        @Nullable String clientOrderId,
        String symbol,
        Side side,
        BigDecimal price,
        BigDecimal quantity,
        BigDecimal filled,
        State state,
        boolean cancelRequested,
        Instant createdAt,
        Instant updatedAt,
        Map<String, String> details) {
    /** The side of an order. */
    public enum Side {
        /** Buys the base currency, or opens a long position. */
        BUY,
        /** Sells the base currency, or opens a short position. */
        SELL
    }

    /** The state of an order. */
    public enum State {
        /** Rests in the book, perhaps partly filled. */
        OPEN,
        /** Filled to the last unit. */
        FILLED,
        /** Cancelled, perhaps partly filled before. */
        CANCELLED
    }

    /** The detail that marks a trigger order as not yet triggered. */
    static final String AWAITS_TRIGGER = "awaitsTrigger";

    /** The detail that marks an order of the venue's conditional orders, which have operations of their own. */
    static final String CONDITIONAL = "conditional";

    /** Copies the details. */
    public SimulatedOrder {
        details = Map.copyOf(details);
    }

    /** Whether it still rests in the book, or waits for its trigger. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether it is a trigger order that was never triggered; also true if it was cancelled before. */
    public boolean awaitsTrigger() {
        return details.containsKey(AWAITS_TRIGGER);
    }

    /** Whether it waits among the venue's conditional orders. */
    boolean isConditional() {
        return awaitsTrigger() && details.containsKey(CONDITIONAL);
    }

    /** What was paid or received so far: the filled quantity at the limit price. */
    BigDecimal filledValue() {
        return filled.signum() == 0 ? BigDecimal.ZERO : filled.multiply(price);
    }

    SimulatedOrder withFill(BigDecimal total, Instant now) {
        State next = total.compareTo(quantity) == 0 ? State.FILLED : state;
        return changed(total, next, cancelRequested && next == State.OPEN, now, details);
    }

    SimulatedOrder triggered(Instant now) {
        Map<String, String> rest = new HashMap<>(details);
        rest.remove(AWAITS_TRIGGER);
        return changed(filled, state, cancelRequested, now, rest);
    }

    SimulatedOrder withCancelRequested(Instant now) {
        return changed(filled, state, true, now, details);
    }

    SimulatedOrder cancelled(Instant now) {
        return changed(filled, State.CANCELLED, false, now, details);
    }

    /** The same order at another price or of another quantity; one that is as large as what is filled is filled. */
    SimulatedOrder amended(BigDecimal newPrice, BigDecimal newQuantity, Map<String, String> newDetails, Instant now) {
        return new SimulatedOrder(
                orderId,
                clientOrderId,
                symbol,
                side,
                newPrice,
                newQuantity,
                filled,
                filled.compareTo(newQuantity) == 0 ? State.FILLED : state,
                cancelRequested,
                createdAt,
                now,
                newDetails);
    }

    private SimulatedOrder changed(
            BigDecimal total, State next, boolean requested, Instant now, Map<String, String> changedDetails) {
        return new SimulatedOrder(
                orderId,
                clientOrderId,
                symbol,
                side,
                price,
                quantity,
                total,
                next,
                requested,
                createdAt,
                now,
                changedDetails);
    }
}
