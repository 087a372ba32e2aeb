package dev.openvenue.conformance.faults;

import dev.openvenue.core.place.PlaceOutcome;
import dev.openvenue.core.place.PlaceOutcome.Status;
import dev.openvenue.core.place.PlaceReport;
import dev.openvenue.simulator.SimulatedOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares the report of a batch of orders with what its calls really placed. */
final class BatchPlaceTruth {
    private final List<SimulatedOrder> placed;
    private final List<String> problems = new ArrayList<>();

    /** @param placed the orders that the calls of the run placed */
    private BatchPlaceTruth(List<SimulatedOrder> placed) {
        this.placed = placed;
    }

    /** What is wrong with a report. */
    static List<String> problems(
            List<SimulatedOrder> placed, List<Map<String, ?>> orders, PlaceReport<Map<String, ?>> report) {
        BatchPlaceTruth truth = new BatchPlaceTruth(placed);
        List<Map<String, ?>> reported = report.outcomes().stream()
                .<Map<String, ?>>map(PlaceOutcome::order)
                .toList();
        if (!reported.equals(orders)) {
            truth.problems.add("reported " + reported + " in place of " + orders);
        }
        truth.numbers(report);
        truth.ids(report);
        if (report.outcomes().stream().anyMatch(outcome -> outcome.clientOrderId() != null)) {
            truth.clientIds(report);
        }
        return truth.problems;
    }

    /** Neither fewer orders exist than are reported, nor more than may exist. */
    private void numbers(PlaceReport<Map<String, ?>> report) {
        long least = report.with(Status.PLACED).size();
        long most = report.outcomes().stream()
                .filter(outcome -> outcome.status().mayExist())
                .count();
        if (placed.size() < least || placed.size() > most) {
            problems.add(placed.size() + " orders were placed, but the report has " + report.counts());
        }
    }

    /** Every id in the report is that of another order, which this run placed. */
    private void ids(PlaceReport<Map<String, ?>> report) {
        Set<String> known = new HashSet<>();
        placed.forEach(order -> known.add(order.orderId()));
        report.with(Status.PLACED).forEach(outcome -> {
            if (!known.remove(String.valueOf(outcome.orderId()))) {
                problems.add("no order or twice the same: " + outcome);
            }
        });
    }

    /** Every order exists as often as its outcome says, under its own client order id. */
    private void clientIds(PlaceReport<Map<String, ?>> report) {
        Map<String, List<String>> byClientId = new HashMap<>();
        placed.forEach(order -> byClientId
                .computeIfAbsent(String.valueOf(order.clientOrderId()), id -> new ArrayList<>())
                .add(order.orderId()));
        for (PlaceOutcome<Map<String, ?>> outcome : report.outcomes()) {
            List<String> own = byClientId.getOrDefault(String.valueOf(outcome.clientOrderId()), List.of());
            if (own.size() > 1) {
                problems.add("placed " + own.size() + " times: " + outcome);
            }
            boolean lie = outcome.status() == Status.PLACED
                    ? !own.equals(Collections.singletonList(outcome.orderId()))
                    : !outcome.status().mayExist() && !own.isEmpty();
            if (lie) {
                problems.add("it is really " + own + ": " + outcome);
            }
        }
        byClientId
                .keySet()
                .removeIf(id ->
                        report.outcomes().stream().anyMatch(outcome -> Objects.equals(id, outcome.clientOrderId())));
        if (!byClientId.isEmpty()) {
            problems.add("placed and not reported: " + byClientId);
        }
    }
}
