package dev.openvenue.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the API calls really did, whatever their callers were told. A request that is refused as a whole does not count; one that
 * did part of its work does.
 */
public final class Executions {
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> placedClientOrderIds = new ArrayList<>();
    private final List<String> placedOrderIds = new ArrayList<>();
    private final List<String> cancelledOrderIds = new ArrayList<>();

    Executions() {}

    /** How often the operation took effect. */
    public synchronized int count(String operationId) {
        return counts.getOrDefault(operationId, 0);
    }

    /** The client order ids of the orders that calls placed, in order; one that stands here twice was placed twice. */
    public synchronized List<String> placedClientOrderIds() {
        return List.copyOf(placedClientOrderIds);
    }

    /** The ids of the orders that calls placed, in order. */
    public synchronized List<String> placedOrderIds() {
        return List.copyOf(placedOrderIds);
    }

    /** The ids of the orders whose cancel the venue carried out or accepted, in order. */
    public synchronized List<String> cancelledOrderIds() {
        return List.copyOf(cancelledOrderIds);
    }

    synchronized void tookEffect(String operationId) {
        counts.merge(operationId, 1, Integer::sum);
    }

    synchronized void placed(SimulatedOrder order) {
        placedOrderIds.add(order.orderId());
        if (order.clientOrderId() != null) {
            placedClientOrderIds.add(order.clientOrderId());
        }
    }

    synchronized void cancelled(String orderId) {
        cancelledOrderIds.add(orderId);
    }

    /** How many orders were placed or cancelled so far; grows when a call changes something. */
    synchronized int changes() {
        return placedOrderIds.size() + cancelledOrderIds.size();
    }
}
