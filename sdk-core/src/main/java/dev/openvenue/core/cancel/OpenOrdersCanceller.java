package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists a symbol's open orders and cancels them, repeatedly, until complete lists show none, for long enough that a new
 * order would have become visible, or only those that the venue rejects. Orders on a list that cannot be read
 * completely are cancelled too.
 */
final class OpenOrdersCanceller {
    private final VenueContext venue;
    private final RunOptions options;
    private final CallDispatcher dispatcher;
    private final Query open;
    private final String symbol;
    private final Map<OrderRef, CancelOutcome> outcomes = new LinkedHashMap<>();
    private final Set<OrderRef> rejected = new HashSet<>();
    private boolean whole;
    private boolean lasting;
    private @Nullable VenueException failure;
    private long emptySince = Long.MAX_VALUE;

    OpenOrdersCanceller(VenueContext venue, RunOptions options, CallDispatcher dispatcher, Query open, String symbol) {
        this.venue = venue;
        this.options = options;
        this.dispatcher = dispatcher;
        this.open = open;
        this.symbol = symbol;
    }

    CancelAllReport run() {
        try {
            return report(cancelAll());
        } catch (RuntimeException | Error e) {
            // What was done so far must be reported, whatever went wrong.
            dispatcher.fail(e);
            failure = dispatcher.ended();
            return report(false);
        }
    }

    /** Returns whether the list was empty for long enough. */
    private boolean cancelAll() {
        int fruitless = 0;
        while (!dispatcher.isOver()) {
            long asked = dispatcher.now();
            List<OrderRef> found = refs(list());
            List<OrderRef> todo = found.stream().filter(ref -> !isRejected(ref)).toList();
            if (whole && found.isEmpty()) {
                if (isEmptyForLong(asked)) {
                    return true;
                }
                continue;
            }
            emptySince = Long.MAX_VALUE;
            if (todo.isEmpty() && (whole || lasting)) {
                return false;
            }
            // The same orders again: the venue needs a moment, or verification is off.
            fruitless = outcomes.keySet().containsAll(todo) ? fruitless + 1 : 0;
            pause(dispatcher.after(fruitless, Duration.ZERO));
            cancel(todo);
        }
        failure = Objects.requireNonNullElseGet(failure, dispatcher::ended);
        return false;
    }

    /**
     * Whether all lists were empty over the time that a new order may take to become visible. There are several,
     * because a single one may be wrong.
     */
    private boolean isEmptyForLong(long asked) {
        emptySince = Math.min(emptySince, asked);
        long needed = options.absence().toNanos();
        if (asked - emptySince >= needed) {
            return true;
        }
        pause(Math.min(emptySince + needed, asked + needed / AbsenceProof.LISTS));
        return false;
    }

    private void cancel(List<OrderRef> refs) {
        RunRules rules = RunRules.of(venue, options);
        InputBuffer buffer = new InputBuffer(
                OrderInput.ready(refs.iterator()),
                Integer.MAX_VALUE,
                venue.cap(),
                ref -> new OrderCancelState(ref, rules, true),
                this::take);
        new RunLoop(venue, options, dispatcher, buffer).run(List.of());
    }

    private void take(CancelOutcome outcome) {
        outcomes.merge(outcome.ref(), outcome, OpenOrdersCanceller::later);
        if (outcome.status() == Status.REJECTED) {
            rejected.add(outcome.ref());
        }
    }

    /**
     * Combines the outcomes of two cancels of one order. A list may lag, so the second outcome does not revoke the
     * first. But an order that merely could not be found is not closed if it is listed again.
     */
    static CancelOutcome later(CancelOutcome before, CancelOutcome now) {
        boolean closed = now.status().isClosed();
        if (before.status() == Status.CANCELLED
                || (before.status().isClosed() && closed)
                || (before.status() == Status.ACCEPTED && !closed)) {
            return before;
        } else if (before.status().isClosed() && now.status() == Status.REJECTED) {
            String words = "It was closed, by what the venue showed, and then listed as open again: " + now.message();
            return new CancelOutcome(
                    now.ref(), Status.UNKNOWN, now.code(), now.kind(), words, now.cause(), now.order(), now.proof());
        }
        return now;
    }

    private boolean isRejected(OrderRef ref) {
        CancelOutcome outcome = outcomes.get(ref);
        return rejected.contains(ref) && outcome != null && !outcome.status().isClosed();
    }

    /** Reads the list, completely if possible. */
    private OpenListing list() {
        whole = false;
        lasting = false;
        failure = null;
        Map<String, Object> arguments = new CallPlanner(venue, options.arguments()).listArguments(open, symbol);
        OpenListing reading = new OpenListing(venue, open, arguments);
        readPage(reading);
        while (dispatcher.running() > 0 && !dispatcher.isOver()) {
            dispatcher.await(Long.MAX_VALUE);
        }
        return reading;
    }

    private void readPage(OpenListing reading) {
        dispatcher.send(reading.operation(), reading.next(), reply -> {
            if (reply instanceof CallResult.Succeeded succeeded) {
                switch (reading.read(succeeded.response())) {
                    case WHOLE -> whole = true;
                    case UNUSABLE -> failed(reading.problem(succeeded.response()), false);
                    case MORE -> {
                        if (!dispatcher.isOver()) {
                            readPage(reading);
                        }
                    }
                }
            } else if (reply instanceof CallResult.Failed failed) {
                boolean passing =
                        OrderLookupReader.failure(failed.failure()) instanceof Unavailable hidden && !hidden.lasting();
                failed(failed.failure(), !passing);
            } else if (reply instanceof CallResult.Invalid invalid) {
                failed(invalid.failure(), true);
            }
        });
    }

    private void failed(VenueException why, boolean forGood) {
        failure = why;
        lasting = forGood;
    }

    private List<OrderRef> refs(OpenListing list) {
        boolean byOrder = venue.description().ids().containsKey(IdKind.ORDER_ID);
        List<OrderRef> refs = new ArrayList<>();
        list.rows().forEach((orderId, row) -> {
            String clientId = JsonTree.text(row, open.clientOrderId());
            if (list.state(row) == Found.OPEN && (byOrder || clientId != null)) {
                refs.add(byOrder ? OrderRef.byOrderId(symbol, orderId) : new OrderRef(symbol, null, clientId));
            }
        });
        return refs;
    }

    private void pause(long until) {
        while (dispatcher.now() < until && !dispatcher.isOver()) {
            dispatcher.await(until);
        }
    }

    private CancelAllReport report(boolean empty) {
        CancelReport report =
                new CancelReport(List.copyOf(outcomes.values()), dispatcher.elapsed(), dispatcher.callsByOperation());
        return new CancelAllReport(symbol, report, empty, venue.description().notListed(), failure);
    }
}
