package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrders.NewOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An operation being carried out: the request, and what it may do to the book. What is done here is counted as executed.
 *
 * @param pathId the id in the path; empty text if the path has none
 * @param now when the request arrived, by the simulator's clock
 */
record Call(VenueRequest request, String pathId, Instant now, SimulatedOrders orders, Executions executions) {
    SimulatedOrder place(NewOrder order) {
        SimulatedOrder placed = orders.accept(order);
        executions.placed(placed);
        return placed;
    }

    void cancel(SimulatedOrder open) {
        orders.cancel(open.orderId());
        executions.cancelled(open.orderId());
    }

    /** Finds an order in order to act on it. */
    Optional<SimulatedOrder> find(String orderId) {
        return orders.find(orderId);
    }

    Optional<SimulatedOrder> findByClientOrderId(String clientOrderId) {
        return orders.findByClientOrderId(clientOrderId);
    }

    /** Shows an order to the caller, which is what a cancel under way waits for. */
    SimulatedOrder look(SimulatedOrder order) {
        return orders.look(order);
    }

    List<SimulatedOrder> newestFirst() {
        return orders.newestFirst();
    }
}
