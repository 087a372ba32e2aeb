package dev.openvenue.cli;

import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelAllReport;
import dev.openvenue.core.cancel.CancelEverythingReport;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.CancelSummary;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.cancel.PlannedCall;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The orders to cancel at one venue.
 *
 * @param session the venue
 * @param batchCancel the configured batch cancel
 * @param symbol the symbol; null where the venue needs none
 * @param orders the orders that are known from the beginning; null if they are read, or listed
 * @param input the orders that are read; null for all open orders: of the symbol, or everything if there is no symbol
 */
record CancelTask(
        Session session,
        BatchCancel batchCancel,
        @Nullable String symbol,
        @Nullable List<OrderRef> orders,
        @Nullable Iterator<OrderRef> input) {
    /** Detects all usage errors, so that they are reported before anything is sent. */
    static CancelTask of(Session session, BatchCancel batchCancel, CancelGroup group, InputStream in) {
        CancelSelection selection = group.selection;
        String symbol = group.symbol;
        check(session, symbol, selection);
        if (selection.allOpen || selection.everything) {
            return new CancelTask(session, batchCancel, symbol, null, null);
        } else if (selection.idsFile != null) {
            return new CancelTask(
                    session,
                    batchCancel,
                    symbol,
                    null,
                    IdLines.open(selection.idsFile, in, id -> new OrderRef(symbol, id, null, group.category)));
        }
        boolean client = selection.kind() == IdKind.CLIENT_ORDER_ID;
        List<OrderRef> orders = selection.idsInPlace().stream()
                .map(id -> new OrderRef(symbol, client ? null : id, client ? id : null, group.category))
                .toList();
        return new CancelTask(session, batchCancel, symbol, orders, null);
    }

    private static void check(Session session, @Nullable String symbol, CancelSelection selection) {
        BatchCancelDescription description = session.client().description().batchCancel();
        String name = session.client().venueName();
        if (description == null) {
            throw CommandException.usage(name + " has no batch cancel; see: openvenue venues");
        }
        boolean listed = selection.allOpen || selection.everything;
        if (listed && description.open() == null) {
            throw CommandException.usage(name + " cannot list open orders; name them with --ids");
        } else if (selection.everything) {
            if (symbol != null) {
                throw CommandException.usage("--everything is of all symbols; leave out --symbol, or use --all-open");
            }
        } else if (symbol == null
                ? selection.allOpen || needsSymbol(description, selection.kind())
                : symbol.isBlank()) {
            throw CommandException.usage(name + " needs --symbol");
        } else if (!selection.allOpen && !description.ids().containsKey(selection.kind())) {
            throw CommandException.usage(name + " cancels in batches by "
                    + (selection.kind() == IdKind.ORDER_ID
                            ? "client order id only; name the orders with --client-ids"
                            : "order id only; name the orders with --ids"));
        }
    }

    /** Whether a cancel needs the symbol: of the call, or of each of its elements. */
    private static boolean needsSymbol(BatchCancelDescription description, IdKind kind) {
        IdArgument argument = description.ids().get(kind);
        return description.symbol() != null || (argument != null && argument.symbol() != null);
    }

    /** Cancels, and passes on an outcome for each order. */
    Result run(Consumer<CancelOutcome> outcomes) {
        if (orders != null) {
            CancelReport report = batchCancel.cancel(orders);
            report.outcomes().forEach(outcomes);
            return Result.of(report.summary());
        }
        if (input != null) {
            return Result.of(batchCancel.cancelStream(input, outcomes));
        }
        if (symbol == null) {
            CancelEverythingReport report = batchCancel.cancelEverything();
            report.orders().outcomes().forEach(outcomes);
            return Result.of(report.orders(), report.noneOpen(), report.message(), report.notListed());
        }
        CancelAllReport report = batchCancel.cancelAllOpen(symbol);
        report.orders().outcomes().forEach(outcomes);
        return Result.of(report.orders(), report.noneOpen(), report.message(), report.notListed());
    }

    /** Plans the first calls of the run. */
    void plan(Consumer<PlannedCall> calls) {
        Iterator<OrderRef> known = orders == null ? input : orders.iterator();
        if (known != null) {
            batchCancel.plan(known, calls);
        } else if (symbol == null) {
            batchCancel.planEverything().forEach(calls);
        } else {
            batchCancel.planAllOpen(symbol).forEach(calls);
        }
    }

    /**
     * How a task ended.
     *
     * @param summary the totals
     * @param incompleteReason why orders may be open that the totals do not include; null if none are
     * @param notes further remarks, as text
     */
    record Result(CancelSummary summary, @Nullable String incompleteReason, List<String> notes) {
        static Result of(CancelSummary summary) {
            long notFound = summary.counts().getOrDefault(Status.NOT_FOUND, 0L);
            List<String> notes = notFound == 0
                    ? List.of()
                    : List.of(notFound
                            + " orders were not found and may be open elsewhere; check ids, symbol, key and account");
            return new Result(summary, null, notes);
        }

        static Result of(CancelReport orders, boolean noneOpen, String message, List<String> notListed) {
            List<String> notes = new ArrayList<>();
            if (noneOpen) {
                notes.add(message);
            }
            if (!notListed.isEmpty()) {
                notes.add("not covered: " + String.join(", ", notListed));
            }
            return new Result(orders.summary(), noneOpen ? null : message, notes);
        }

        int exitCode() {
            int code = ExitCode.of(summary.counts());
            return incompleteReason == null || code == ExitCode.REJECTED ? code : ExitCode.UNKNOWN;
        }
    }
}
