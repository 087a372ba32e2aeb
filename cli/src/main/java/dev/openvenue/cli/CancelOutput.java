package dev.openvenue.cli;

import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelSummary;
import dev.openvenue.core.cancel.OrderSnapshot;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes outcomes as they arrive and the totals at the end. Several venues may write concurrently. */
interface CancelOutput {
    /** Writes the outcome of one order. */
    void outcome(Session session, CancelOutcome outcome);

    /** Writes how a venue's run ended. */
    void result(Session session, CancelTask.Result result);

    /** Writes the end, once all runs have ended. */
    void end();

    /**
     * Writes to a stream; the progress display makes room for each line.
     *
     * @param quiet whether orders that are resolved are left out
     */
    static CancelOutput of(Output form, boolean quiet, PrintStream out, Progress progress) {
        return switch (form) {
            case TABLE -> new Table(out, quiet, progress);
            case JSON -> new Json(out, quiet, progress);
        };
    }

    /** For people. */
    final class Table implements CancelOutput {
        private static final int STATUS_WIDTH = 14;

        private final PrintStream out;
        private final boolean quiet;
        private final Progress progress;
        private final SummaryTable summaries = new SummaryTable("target");

        Table(PrintStream out, boolean quiet, Progress progress) {
            this.out = out;
            this.quiet = quiet;
            this.progress = progress;
        }

        @Override
        public void outcome(Session session, CancelOutcome outcome) {
            if (quiet && outcome.status().isClosed()) {
                return;
            }
            String status = outcome.status().name();
            String line = session.origin() + "  " + status + " ".repeat(STATUS_WIDTH - status.length()) + "  "
                    + outcome.ref() + ": " + outcome.message();
            String shown = session.redactor().hide(line).replaceAll("\\s*\\R\\s*", " ");
            progress.above(() -> out.println(shown));
        }

        @Override
        public synchronized void result(Session session, CancelTask.Result result) {
            summaries.row(session.origin(), session.client().venueId(), result.summary());
            Stream.concat(Stream.ofNullable(result.incompleteReason()), result.notes().stream())
                    .forEach(note -> {
                        String shown = session.redactor().hide(note);
                        progress.above(() -> out.println(session.origin() + "  " + shown));
                    });
        }

        @Override
        public synchronized void end() {
            summaries.lines().forEach(out::println);
        }
    }

    /** For programs. */
    final class Json implements CancelOutput {
        private final PrintStream out;
        private final boolean quiet;
        private final Progress progress;

        Json(PrintStream out, boolean quiet, Progress progress) {
            this.out = out;
            this.quiet = quiet;
            this.progress = progress;
        }

        @Override
        public void outcome(Session session, CancelOutcome outcome) {
            if (quiet && outcome.status().isClosed()) {
                return;
            }
            Map<String, @Nullable Object> line =
                    session.line("symbol", outcome.ref().symbol());
            if (outcome.ref().category() != null) {
                line.put("category", outcome.ref().category());
            }
            line.put("orderId", outcome.ref().orderId());
            line.put("clientOrderId", outcome.ref().clientOrderId());
            line.put("status", outcome.status().name());
            line.put("code", outcome.code());
            line.put("kind", outcome.kind() == null ? null : outcome.kind().name());
            line.put("message", outcome.message());
            OrderSnapshot order = outcome.order();
            line.put("filled", order == null ? null : text(order.filled()));
            line.put("unfilled", order == null ? null : text(order.unfilled().orElse(null)));
            line.put("averagePrice", order == null ? null : text(order.averagePrice()));
            print(session, line);
        }

        @Override
        public void result(Session session, CancelTask.Result result) {
            CancelSummary summary = result.summary();
            Map<String, @Nullable Object> counts = new LinkedHashMap<>();
            for (Status status : Status.values()) {
                counts.put(
                        status.name().toLowerCase(Locale.ROOT), summary.counts().get(status));
            }
            Map<String, @Nullable Object> line = session.line("summary", counts);
            line.put("resolved", result.exitCode() == ExitCode.DONE);
            line.put("incompleteReason", result.incompleteReason());
            line.put("notes", result.notes());
            line.put("elapsedMillis", summary.elapsed().toMillis());
            line.put("calls", summary.calls());
            line.put("callsByOperation", summary.callsByOperation());
            print(session, line);
        }

        /** Quantities are text, so that no reader makes a binary fraction of them. */
        private static @Nullable String text(@Nullable BigDecimal number) {
            return number == null ? null : number.toPlainString();
        }

        @Override
        public void end() {}

        private void print(Session session, Map<String, @Nullable Object> line) {
            String text = session.redactor().hide(JsonFormat.of(line));
            progress.above(() -> out.println(text));
        }
    }
}
