package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds a report against a venue's book.
 *
 * @param book the order that a reference means; null if there is none
 * @param cancelled the ids of the orders for which the venue carried out or accepted a cancel
 */
record Truth(Function<OrderRef, @Nullable SimulatedOrder> book, Set<String> cancelled) {

    /** What is wrong with a report, each with the order's true state. */
    List<String> problems(List<OrderRef> refs, List<CancelOutcome> outcomes) {
        List<String> problems = new ArrayList<>();
        if (!outcomes.stream().map(CancelOutcome::ref).toList().equals(refs)) {
            problems.add("the report names "
                    + outcomes.stream().map(CancelOutcome::ref).toList() + " for " + refs);
        }
        Map<OrderRef, CancelOutcome> first = new HashMap<>();
        for (CancelOutcome outcome : outcomes) {
            SimulatedOrder order = book.apply(outcome.ref());
            String lie = lie(outcome, order);
            if (lie != null) {
                problems.add(lie + ": " + outcome + " for " + (order == null ? "no order" : order));
            }
            CancelOutcome other = first.putIfAbsent(outcome.ref(), outcome);
            if (other != null && !other.equals(outcome)) {
                problems.add("two words on one order: " + other + " and " + outcome);
            }
        }
        return problems;
    }

    private @Nullable String lie(CancelOutcome outcome, @Nullable SimulatedOrder order) {
        State state = order == null ? null : order.state();
        boolean took = order != null && cancelled.contains(order.orderId());
        return switch (outcome.status()) {
            case CANCELLED -> state == State.CANCELLED ? null : "called cancelled, but is not";
            case ACCEPTED -> took ? null : "called accepted, but the venue took no cancel";
            // Some venues do not tell an order that is gone from one that never was.
            case ALREADY_CLOSED -> state == State.OPEN ? "called closed, but is open" : null;
            case NOT_FOUND -> state == null ? null : "called not found, but is there";
            case REJECTED -> took && state == State.CANCELLED ? "called rejected, but was cancelled" : null;
            case UNKNOWN -> outcome.cause() == null && outcome.code() == null ? "called unknown without a cause" : null;
        };
    }

    /** The orders that a run left open or in doubt though it had all it takes. */
    static List<String> unsettled(List<CancelOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != Status.CANCELLED
                        && outcome.status() != Status.ALREADY_CLOSED
                        && outcome.status() != Status.NOT_FOUND)
                .map(outcome -> "not settled: " + outcome)
                .toList();
    }
}
