package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelSummary;
import dev.openvenue.core.error.Seconds;
import java.util.List;
import java.util.Map;

/** The totals of cancel runs, one row each. */
final class SummaryTable {
    private final TextTable table;

    /**
     * Starts a table.
     *
     * @param where the heading of the column with the venues' origins
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
                counts.getOrDefault(Status.CANCELLED, 0L),
                counts.getOrDefault(Status.ALREADY_CLOSED, 0L),
                counts.getOrDefault(Status.NOT_FOUND, 0L),
                counts.getOrDefault(Status.REJECTED, 0L),
                counts.getOrDefault(Status.ACCEPTED, 0L),
                counts.getOrDefault(Status.UNKNOWN, 0L),
                Seconds.text(summary.elapsed()),
                summary.calls());
        return this;
    }

    List<String> lines() {
        return table.lines();
    }
}
