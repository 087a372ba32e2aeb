package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import dev.openvenue.core.cancel.BatchCancelDescription.Query;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists a symbol's open orders and cancels them, again and again, until a whole list shows none or only such as the venue refuses. */
final class CancelAllLoop {
    private final CancelVenue venue;
    private final CancelOptions options;
    private final CancelSession session;
    private final Query open;
    private final String symbol;
    private final Map<OrderRef, CancelOutcome> outcomes = new LinkedHashMap<>();
    private @Nullable OpenListing listing;
    private @Nullable VenueException failure;
    private boolean lasting;

    CancelAllLoop(CancelVenue venue, CancelOptions options, CancelSession session, Query open, String symbol) {
        this.venue = venue;
        this.options = options;
        this.session = session;
        this.open = open;
        this.symbol = symbol;
    }

    CancelAllReport run() {
        int fruitless = 0;
        while (!session.isOver()) {
            OpenListing whole = list();
            if (whole == null) {
                if (lasting || session.isOver()) {
                    break;
                }
                pause(++fruitless);
                continue;
            }
            List<OrderRef> found = refs(whole);
            if (found.isEmpty()) {
                return report(true);
            }
            List<OrderRef> todo = found.stream().filter(ref -> !isRefused(ref)).toList();
            if (todo.isEmpty()) {
                return report(false);
            }
            // The same orders again: the venue needs a moment, or nothing was verified.
            fruitless = outcomes.keySet().containsAll(todo) ? fruitless + 1 : 0;
            pause(fruitless);
            cancel(todo);
        }
        failure = Objects.requireNonNullElseGet(failure, session::ended);
        return report(false);
    }

    private void cancel(List<OrderRef> refs) {
        CancelWindow window = new CancelWindow(
                refs.iterator(),
                Integer.MAX_VALUE,
                options.verify(),
                outcome -> outcomes.merge(outcome.ref(), outcome, CancelAllLoop::later));
        new CancelLoop(venue, options, session, window).run(List.of());
    }

    /** A list may lag: an order that is known to be closed does not become less so by a second cancel. */
    private static CancelOutcome later(CancelOutcome before, CancelOutcome now) {
        return before.status().isClosed() && now.status().isClosed() ? before : now;
    }

    private boolean isRefused(OrderRef ref) {
        CancelOutcome outcome = outcomes.get(ref);
        return outcome != null && outcome.status() == Status.REJECTED;
    }

    /** Reads the list to its end; null if that failed. */
    private @Nullable OpenListing list() {
        listing = null;
        failure = null;
        Map<String, Object> arguments = new CancelPlan(venue, options.arguments()).listArguments(open, symbol);
        readPage(new OpenListing(venue, open, arguments));
        while (session.running() > 0 && !session.isOver()) {
            session.await(Long.MAX_VALUE);
        }
        return listing;
    }

    private void readPage(OpenListing reading) {
        session.send(reading.operation(), reading.next(), reply -> {
            if (reply instanceof CancelReply.Answered answered) {
                switch (reading.read(answered.exchange())) {
                    case WHOLE -> listing = reading;
                    case UNUSABLE -> failed(reading.problem(answered.exchange()), false);
                    case MORE -> {
                        if (!session.isOver()) {
                            readPage(reading);
                        }
                    }
                }
            } else if (reply instanceof CancelReply.Failed failed) {
                boolean passing =
                        OrderSightReader.failure(failed.failure()) instanceof Hidden hidden && !hidden.lasting();
                failed(failed.failure(), !passing);
            } else if (reply instanceof CancelReply.Invalid invalid) {
                failed(invalid.failure(), true);
            }
        });
    }

    private void failed(VenueException why, boolean forGood) {
        failure = why;
        lasting = forGood;
    }

    private List<OrderRef> refs(OpenListing whole) {
        boolean byOrder = venue.description().ids().containsKey(IdKind.ORDER_ID);
        List<OrderRef> refs = new ArrayList<>();
        whole.rows().forEach((orderId, row) -> {
            String clientId = JsonTree.text(row, open.clientOrderId());
            if (whole.state(row) == State.OPEN && (byOrder || clientId != null)) {
                refs.add(byOrder ? OrderRef.order(symbol, orderId) : new OrderRef(symbol, null, clientId));
            }
        });
        return refs;
    }

    private void pause(int tries) {
        long until = session.after(tries, Duration.ZERO);
        while (session.now() < until && !session.isOver()) {
            session.await(until);
        }
    }

    private CancelAllReport report(boolean empty) {
        CancelReport report = new CancelReport(List.copyOf(outcomes.values()), session.elapsed(), session.calls());
        return new CancelAllReport(report, empty, failure);
    }
}
