package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.State;
import dev.openvenue.simulator.SimulatedOrders;
import java.util.List;
import java.util.Optional;

/** Compares reports with the true state. */
final class GroundTruth {
    private GroundTruth() {}

    /** The outcomes that the venue's book contradicts. */
    static List<CancelOutcome> contradicted(SimulatedOrders book, CancelReport report) {
        return report.outcomes().stream()
                .filter(outcome -> !agrees(outcome, book.find(outcome.ref().id())))
                .toList();
    }

    /** An outcome that claims nothing cannot be contradicted; it counts as unresolved elsewhere. */
    private static boolean agrees(CancelOutcome outcome, Optional<SimulatedOrder> order) {
        State state = order.map(SimulatedOrder::state).orElse(null);
        return switch (outcome.status()) {
            case CANCELLED -> state == State.CANCELLED;
            // Some venues do not distinguish a closed order from one that never existed.
            case ALREADY_CLOSED -> state != State.OPEN;
            case NOT_FOUND -> state == null;
            case REJECTED -> state != State.CANCELLED;
            case ACCEPTED, UNKNOWN -> true;
        };
    }
}
