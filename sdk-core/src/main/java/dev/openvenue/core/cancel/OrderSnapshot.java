package dev.openvenue.core.cancel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a venue last stated about an order. A component is null if the venue did not state it.
 *
 * @param state the state, by the quantities if they contradict the venue's word for it
 * @param symbol the symbol
 * @param side the side
 * @param price the limit price
 * @param quantity the ordered quantity
 * @param filled the filled quantity
 * @param averagePrice the average price of the fills
 * @param cancelledAt when it was cancelled, by the venue's clock
 */
public record OrderSnapshot(
        State state,
        @Nullable String symbol,
        @Nullable Side side,
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal filled,
        @Nullable BigDecimal averagePrice,
        @Nullable Instant cancelledAt) {
    /** What a venue stated that does not say when an order was cancelled. */
    public OrderSnapshot(
            State state,
            @Nullable String symbol,
            @Nullable Side side,
            @Nullable BigDecimal price,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal filled,
            @Nullable BigDecimal averagePrice) {
        this(state, symbol, side, price, quantity, filled, averagePrice, null);
    }

    /** The state of an order. */
    public enum State {
        /** Open; it may be partly filled. */
        OPEN,
        /** Cancelled; it may be partly filled. */
        CANCELLED,
        /** Filled entirely. */
        FILLED
    }

    /** The side of an order. */
    public enum Side {
        /** Buys. */
        BUY,
        /** Sells. */
        SELL
    }

    /**
     * Whether the ordered quantity is what is filled and what is not. Of a market order, or if a quantity is not
     * stated, nothing can be said, and it is true.
     */
    public boolean addsUp() {
        if (price == null || quantity == null || filled == null) {
            return true;
        }
        int difference = filled.compareTo(quantity);
        return state == State.FILLED ? difference == 0 : difference <= 0;
    }

    /** The quantity that is not filled: still open if the order is open, cancelled if it is cancelled. */
    public Optional<BigDecimal> unfilled() {
        return quantity == null || filled == null
                ? Optional.empty()
                : Optional.of(quantity.subtract(filled).max(BigDecimal.ZERO));
    }
}
