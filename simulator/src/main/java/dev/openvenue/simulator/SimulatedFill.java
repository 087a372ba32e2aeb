package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A fill of an order.
 *
 * @param order the order as it is now
 * @param number its number among the fills of the order, from 1 on
 */
record SimulatedFill(SimulatedOrder order, int number, BigDecimal quantity, Instant at) {
    private static final int MOST_OF_ONE_ORDER = 1000;

    /** An id of its own, which is larger than those of the fills of older orders. */
    BigDecimal numericId() {
        return new BigDecimal(order.orderId())
                .multiply(BigDecimal.valueOf(MOST_OF_ONE_ORDER))
                .add(BigDecimal.valueOf(number));
    }

    /** The id as text. */
    String id() {
        return numericId().toPlainString();
    }

    BigDecimal value() {
        return quantity.multiply(order.price());
    }
}
