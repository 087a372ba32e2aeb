package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallResult.Unsuccessful;
import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.error.VenueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of closed orders, the newest first, for as long as that is cheaper than looking the rest of the orders
 * up one by one. An order on it is closed, in the state that the list states. An order that is not on it may be open,
 * or too old, or not listed yet: that proves nothing.
 */
final class HistorySweep {
    private final CallDispatcher dispatcher;
    private final Query history;
    private final OpenListing listing;
    /** The orders by their id; an order that was given in two ways is there twice. */
    private final Map<String, List<OrderCancelState>> pending = new LinkedHashMap<>();

    private final @Nullable String id;
    private final Listener listener;
    private final OrderLookupReader rows;
    private int pages;
    private int found;

    /** Receives what a sweep finds. */
    interface Listener {
        /** A response, before it is read. */
        void replied(CallResult reply);

        /** An order is on the list. */
        void found(OrderCancelState order, Row row, long asked);

        /** The sweep ended; these orders are not on the list as far as it was read. */
        void ended(List<OrderCancelState> unseen);

        /** The list could not be read on; these orders were not seen before that. */
        void failed(VenueException failure, List<OrderCancelState> unseen);
    }

    HistorySweep(
            VenueContext venue,
            CallPlanner plan,
            CallDispatcher dispatcher,
            Query history,
            CallBatch batch,
            Listener listener) {
        this.dispatcher = dispatcher;
        this.history = history;
        this.listener = listener;
        this.rows = new OrderLookupReader(venue);
        Group group = batch.group();
        this.listing = new OpenListing(
                venue,
                history,
                plan.listArguments(history, group.symbol(), group.category()),
                plan.rows(history, batch.orders().size()));
        this.id = group.kind() == IdKind.ORDER_ID ? history.orderId() : history.clientOrderId();
        batch.orders()
                .forEach(order -> pending.computeIfAbsent(CallBatch.id(order, group.kind()), id -> new ArrayList<>())
                        .add(order));
    }

    /** Requests the next page. */
    void read() {
        pages++;
        long asked = dispatcher.now();
        dispatcher.send(history.operation(), listing.next(), reply -> {
            listener.replied(reply);
            if (reply instanceof CallResult.Succeeded succeeded) {
                take(succeeded.response(), asked);
            } else {
                listener.failed(((Unsuccessful) reply).failure(), unseen());
            }
        });
    }

    private void take(VenueResponse<?> response, long asked) {
        OpenListing.Progress progress = listing.read(response);
        for (Object row : listing.latest()) {
            String name = Objects.requireNonNullElse(JsonTree.text(row, id), "");
            if (pending.containsKey(name)) {
                show(name, rows.row(history, row, response), asked);
            }
        }
        if (progress == OpenListing.Progress.UNUSABLE) {
            listener.failed(listing.problem(response), unseen());
        } else if (progress == OpenListing.Progress.MORE && isWorthwhile()) {
            read();
        } else {
            listener.ended(unseen());
        }
    }

    /** Only a closed order is settled: this list says less of the others than a lookup would. */
    private void show(String name, Row shown, long asked) {
        if (shown.lookup() == Found.CANCELLED || shown.lookup() == Found.FILLED) {
            found++;
            Row row = new Row(shown.lookup(), shown.orderId(), shown.snapshot(), View.HISTORY);
            Objects.requireNonNull(pending.remove(name)).forEach(order -> listener.found(order, row, asked));
        }
    }

    /** Each page must settle an order, as a lookup would. */
    private boolean isWorthwhile() {
        return !pending.isEmpty() && pages <= found && !dispatcher.isOver();
    }

    private List<OrderCancelState> unseen() {
        return pending.values().stream().flatMap(List::stream).toList();
    }
}
