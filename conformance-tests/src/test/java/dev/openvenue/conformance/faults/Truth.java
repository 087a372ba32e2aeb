package dev.openvenue.conformance.faults;

import dev.openvenue.core.cancel.CancelAllReport;
import dev.openvenue.core.cancel.CancelEverythingReport;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares a report with a venue's book.
 *
 * @param book the orders that a reference means: none, one, or all that share a client id
 * @param cancelled the ids of the orders for which the venue carried out or accepted a cancel
 * @param named the ids, as they were given, that a call named which the venue took without a word about single orders
 * @param concealed whether the venue never showed this order, so that it cannot be told from one that does not exist
 */
record Truth(
        Function<OrderRef, List<SimulatedOrder>> book,
        Set<String> cancelled,
        Set<String> named,
        Predicate<SimulatedOrder> concealed) {

    /** What is wrong with a report, with the orders' true states. */
    List<String> problems(List<OrderRef> refs, List<CancelOutcome> outcomes, boolean resolved) {
        List<String> problems = new ArrayList<>();
        if (!outcomes.stream().map(CancelOutcome::ref).toList().equals(refs)) {
            problems.add("the report names "
                    + outcomes.stream().map(CancelOutcome::ref).toList() + " for " + refs);
        }
        Set<String> shared = shared(refs);
        Map<OrderRef, CancelOutcome> first = new HashMap<>();
        for (CancelOutcome outcome : outcomes) {
            List<SimulatedOrder> orders = book.apply(outcome.ref());
            String lie = lie(outcome, orders, shared);
            if (lie != null) {
                problems.add(lie + ": " + outcome + " for " + orders);
            }
            if (resolved && (orders.isEmpty() || isOpen(orders))) {
                problems.add("called resolved, but is not: " + outcome + " for " + orders);
            }
            CancelOutcome other = first.putIfAbsent(outcome.ref(), outcome);
            if (other != null && !other.equals(outcome)) {
                problems.add("contradicting outcomes of one order: " + other + " and " + outcome);
            }
        }
        return problems;
    }

    /** What is wrong with the claim that a symbol has no open order. */
    static List<String> problems(CancelAllReport report, List<SimulatedOrder> open) {
        List<SimulatedOrder> left = open.stream()
                .filter(order -> order.symbol().equals(report.symbol()) && !order.awaitsTrigger())
                .toList();
        return report.noneOpen() && !left.isEmpty() ? List.of("called empty, but open: " + left) : List.of();
    }

    /** What is wrong with the claim that no order is open. */
    static List<String> problems(CancelEverythingReport report, List<SimulatedOrder> open) {
        return report.noneOpen() && !open.isEmpty() ? List.of("called empty, but open: " + open) : List.of();
    }

    private @Nullable String lie(CancelOutcome outcome, List<SimulatedOrder> orders, Set<String> shared) {
        boolean took = isAnyOf(orders, cancelled);
        boolean dead = orders.stream().anyMatch(order -> order.state() == State.CANCELLED);
        return switch (outcome.status()) {
            case CANCELLED -> dead && !isOpen(orders) ? null : "called cancelled, but is not";
            // The venue took the cancel call that named the order; it is not confirmed that the order is closed.
            case ACCEPTED ->
                took || named.contains(outcome.ref().id()) ? null : "called accepted, but the venue took no cancel";
            case ALREADY_CLOSED ->
                orders.isEmpty()
                        ? "called closed, but never was"
                        : isOpen(orders) ? "called closed, but is open" : null;
            case NOT_FOUND -> orders.stream().allMatch(concealed) ? null : "called not found, but is there";
            case REJECTED ->
                took && dead && !isOpen(orders) && !isAnyOf(orders, shared)
                        ? "called rejected, but was cancelled"
                        : null;
            // A venue may reject without a code; the kind says that it rejected.
            case UNKNOWN ->
                outcome.cause() == null && outcome.code() == null && outcome.kind() == null
                        ? "called unknown without a cause"
                        : null;
        };
    }

    /**
     * The orders that references of different kinds mean; what the venue rejects by one of them it may cancel by the
     * other.
     */
    private Set<String> shared(List<OrderRef> refs) {
        Map<String, OrderRef> first = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (OrderRef ref : refs) {
            for (SimulatedOrder order : book.apply(ref)) {
                OrderRef other = first.putIfAbsent(order.orderId(), ref);
                if (other != null && !other.equals(ref)) {
                    shared.add(order.orderId());
                }
            }
        }
        return shared;
    }

    private static boolean isAnyOf(List<SimulatedOrder> orders, Set<String> orderIds) {
        return orders.stream().anyMatch(order -> orderIds.contains(order.orderId()));
    }

    private static boolean isOpen(List<SimulatedOrder> orders) {
        return orders.stream().anyMatch(SimulatedOrder::isOpen);
    }

    /**
     * The orders that a run left open or in doubt although it could have settled them. If it found no order of a
     * symbol, it cannot tell that it sought them in the right place, and a venue may take the cancel of an order that
     * it does not have.
     */
    static List<String> unsettled(List<CancelOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != Status.CANCELLED
                        && outcome.status() != Status.ALREADY_CLOSED
                        && outcome.status() != Status.NOT_FOUND)
                .filter(outcome -> (outcome.status() != Status.UNKNOWN && outcome.status() != Status.ACCEPTED)
                        || isAnyFound(outcomes, outcome.ref()))
                .map(outcome -> "not settled: " + outcome)
                .toList();
    }

    private static boolean isAnyFound(List<CancelOutcome> outcomes, OrderRef missing) {
        List<CancelOutcome> kin = outcomes.stream()
                .filter(outcome -> Objects.equals(outcome.ref().symbol(), missing.symbol()))
                .toList();
        return kin.stream().map(CancelOutcome::ref).distinct().count() < 2
                || kin.stream()
                        .anyMatch(outcome -> outcome.order() != null
                                || outcome.status().isClosed()
                                || outcome.status() == Status.NOT_FOUND);
    }
}
