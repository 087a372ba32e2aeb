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
    /** An id that is made of the order's id and the number. */
    String id() {
        return order.orderId() + number;
    }
}
