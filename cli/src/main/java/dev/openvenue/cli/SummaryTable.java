package dev.openvenue.cli;

import dev.openvenue.core.CancelOutcome.Status;
import dev.openvenue.core.CancelSummary;
import java.util.List;
import java.util.Map;

/** The sums of cancel runs, a row each. */
final class SummaryTable {
    private final TextTable table;

    /**
     * Starts a table.
     *
     * @param where the heading of the column that says where the venues are
     */
    SummaryTable(String where) {
        table = new TextTable(
                where,
                "venue",
                "requested",
                "cancelled",
                "closed",
                "not found",
                "rejected",
                "accepted",
                "unknown",
                "time",
                "calls");
    }

    SummaryTable row(Origin origin, String venue, CancelSummary summary) {
        Map<Status, Long> counts = summary.counts();
        table.row(
                origin,
                venue,
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.get(Status.CANCELLED),
                counts.get(Status.ALREADY_CLOSED),
                counts.get(Status.NOT_FOUND),
                counts.get(Status.REJECTED),
                counts.get(Status.ACCEPTED),
                counts.get(Status.UNKNOWN),
                DurationText.of(summary.elapsed()),
                summary.calls());
        return this;
    }

    List<String> lines() {
        return table.lines();
    }
}
