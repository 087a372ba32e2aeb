package dev.openvenue.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the API calls actually did, whatever response their callers got. A request that is rejected as a whole does not
 * count; one that was partly executed does. Writing requires the {@link RequestPipeline}'s lock.
 */
public final class CompletedActions {
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> placedClientOrderIds = new ArrayList<>();
    private final List<String> placedOrderIds = new ArrayList<>();
    private final List<String> cancelledOrderIds = new ArrayList<>();
    private final List<String> idsInTakenCancels = new ArrayList<>();

    private final RequestPipeline pipeline;

    CompletedActions(RequestPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** How often the operation took effect. */
    public int count(String operationId) {
        return settled(() -> counts.getOrDefault(operationId, 0));
    }

    /** The client order ids of the orders that calls placed, in order; an id that appears twice was placed twice. */
    public List<String> placedClientOrderIds() {
        return settled(() -> List.copyOf(placedClientOrderIds));
    }

    /** The ids of the orders that calls placed, in order. */
    public List<String> placedOrderIds() {
        return settled(() -> List.copyOf(placedOrderIds));
    }

    /** The ids of the orders whose cancel the venue carried out or accepted, in order. */
    public List<String> cancelledOrderIds() {
        return settled(() -> List.copyOf(cancelledOrderIds));
    }

    /**
     * The ids in cancel calls that the venue took without a word about single orders, as the caller named them and in
     * order; also those of orders that were closed, or do not exist.
     */
    public List<String> idsInTakenCancels() {
        return settled(() -> List.copyOf(idsInTakenCancels));
    }

    private <T> T settled(Supplier<T> question) {
        return pipeline.settled(question);
    }

    void clear() {
        counts.clear();
        placedClientOrderIds.clear();
        placedOrderIds.clear();
        cancelledOrderIds.clear();
        idsInTakenCancels.clear();
    }

    void tookEffect(String operationId) {
        counts.merge(operationId, 1, Integer::sum);
    }

    void placed(SimulatedOrder order) {
        placedOrderIds.add(order.orderId());
        if (order.clientOrderId() != null) {
            placedClientOrderIds.add(order.clientOrderId());
        }
    }

    void cancelled(String orderId) {
        cancelledOrderIds.add(orderId);
    }

    void tookCancelOf(String id) {
        idsInTakenCancels.add(id);
    }

    /** How many orders have been placed or cancelled so far; grows when a call changes something. */
    int changes() {
        return placedOrderIds.size() + cancelledOrderIds.size();
    }
}
