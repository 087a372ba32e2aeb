package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.CallResult;
import dev.openvenue.core.engine.OrderListing;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds orders whose placing is in doubt, by their client order ids and by nothing else: an order that merely looks the
 * same is another order.
 */
final class OrderFinder {
    /** The clocks of a venue's machines differ, and a {@code Date} header has a resolution of one second. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final PlaceContext venue;
    private final CallDispatcher dispatcher;
    private final Duration lag;

    OrderFinder(PlaceContext venue, CallDispatcher dispatcher, Duration lag) {
        this.venue = venue;
        this.dispatcher = dispatcher;
        this.lag = lag;
    }

    /** Why an order cannot be looked up; empty if it can. */
    String obstacle(PlaceIntent order) {
        Query query = venue.query();
        if (order.clientOrderId() == null) {
            return venue.name() + " has no client order ids, so that nothing can tell this order from another";
        } else if (query == null) {
            return venue.name() + " finds no order by its client order id";
        }
        return query.symbol() == null || order.symbol() != null
                ? ""
                : query.operation() + " needs a symbol, and the order has none";
    }

    /** Looks up orders that are due, with one call: a single one, or all of one symbol in the list of open orders. */
    void look(List<PlaceIntent> orders) {
        Query query = Objects.requireNonNull(venue.query());
        orders.forEach(PlaceIntent::looking);
        if (isList()) {
            new Reading(query, orders).next();
        } else {
            lookUp(query, orders.get(0));
        }
    }

    /** Whether one call serves all orders of a symbol. */
    boolean isList() {
        Lookup lookup = venue.description().lookup();
        return lookup != null && lookup.open();
    }

    private void lookUp(Query query, PlaceIntent order) {
        Map<String, Object> arguments = arguments(query, order);
        arguments.put(
                Objects.requireNonNull(query.ids().get(IdKind.CLIENT_ORDER_ID)),
                query.many() ? List.of(String.valueOf(order.clientOrderId())) : String.valueOf(order.clientOrderId()));
        long asked = dispatcher.now();
        dispatcher.send(query.operation(), arguments, result -> {
            if (result instanceof CallResult.Succeeded succeeded) {
                responded(query, order, asked, succeeded.response());
            } else {
                failed(order, asked, ((CallResult.Unsuccessful) result).failure());
            }
        });
    }

    private void responded(Query query, PlaceIntent order, long asked, VenueResponse<?> response) {
        List<Object> rows = JsonTree.whole(JsonTree.at(response.value(), query.rows()));
        if (rows == null) {
            unclear(order, query.operation() + " responded neither an order nor an empty list");
        } else if (rows.isEmpty()) {
            order.absent(asked, dispatcher.now(), lag);
        } else if (!judge(query, order, rows, response)) {
            unclear(order, query.operation() + " responded other orders than the one that was asked for");
        }
    }

    private void failed(PlaceIntent order, long asked, VenueException failure) {
        if (failure instanceof RejectedException rejection && rejection.kind() == ErrorKind.ORDER_NOT_FOUND) {
            order.absent(asked, dispatcher.now(), lag);
        } else {
            unclear(order, String.valueOf(failure.getMessage()));
        }
    }

    private static Map<String, Object> arguments(Query query, PlaceIntent order) {
        Map<String, Object> arguments = new LinkedHashMap<>(query.arguments());
        String symbol = order.symbol();
        if (query.symbol() != null && symbol != null) {
            arguments.put(query.symbol(), symbol);
        }
        return arguments;
    }

    private void unclear(PlaceIntent order, String what) {
        order.unclear(what, dispatcher.now(), lag);
    }

    /** Records what rows show of an order; false if none of them has its client order id. */
    private boolean judge(Query query, PlaceIntent order, List<Object> rows, VenueResponse<?> response) {
        List<Object> own = rows.stream()
                .filter(row -> Objects.equals(order.clientOrderId(), JsonTree.text(row, query.clientOrderId())))
                .distinct()
                .toList();
        if (own.isEmpty()) {
            return false;
        }
        String orderId = JsonTree.text(own.get(0), query.orderId());
        long ids = own.stream()
                .map(row -> String.valueOf(JsonTree.text(row, query.orderId())))
                .distinct()
                .count();
        String foreign = foreign(order, own.get(0), response);
        if (ids > 1) {
            unclear(order, "several orders have the client order id " + order.clientOrderId());
        } else if (orderId == null) {
            unclear(order, query.operation() + " responded an order without its id");
        } else if (!foreign.isEmpty()) {
            unclear(order, "the client order id " + order.clientOrderId() + " belongs to another order, " + foreign);
        } else {
            order.found(orderId);
        }
        return true;
    }

    /**
     * Why an order with the same client order id is another one; empty if it is the order. A caller may use an id
     * again, and the venue may still show the earlier order; an id that was made here has no other order.
     */
    private String foreign(PlaceIntent order, Object row, VenueResponse<?> response) {
        if (order.isMade()) {
            return "";
        }
        String created = JsonTree.text(
                row, Objects.requireNonNull(venue.description().lookup()).created());
        if (created == null || !created.matches("\\d{13}")) {
            return "as far as can be told: the venue does not say when it was made";
        }
        Instant made = Instant.ofEpochMilli(Long.parseLong(created));
        Duration sinceSent = Duration.ofNanos(dispatcher.now() - order.firstSent());
        if (made.isBefore(venue.gateway().time(response).minus(sinceSent).minus(SLACK))) {
            return "made at " + made + " and before this run";
        }
        for (String name : order.fields().keySet()) {
            String sent = JsonTree.text(order.fields(), name);
            String shown = JsonTree.text(row, name);
            if (sent != null && shown != null && !Fields.isSame(sent, shown)) {
                return "whose " + name + " is " + shown + " and not " + sent;
            }
        }
        return "";
    }

    /**
     * Reads the list of open orders of a symbol, page by page, until all that is looked for is found. It proves that an
     * order exists; an order that it does not show may have filled, so its end proves nothing.
     */
    private final class Reading {
        private final Query query;
        private final List<PlaceIntent> missing;
        private final OrderListing listing;

        Reading(Query query, List<PlaceIntent> orders) {
            this.query = query;
            this.missing = new ArrayList<>(orders);
            this.listing = OrderListing.partial(venue, query, arguments(query, orders.get(0)), Integer.MAX_VALUE);
        }

        void next() {
            dispatcher.send(query.operation(), listing.next(), result -> {
                if (result instanceof CallResult.Succeeded succeeded) {
                    read(succeeded.response());
                } else {
                    end(String.valueOf(
                            ((CallResult.Unsuccessful) result).failure().getMessage()));
                }
            });
        }

        private void read(VenueResponse<?> response) {
            OrderListing.Progress progress = listing.read(response);
            missing.removeIf(order -> judge(query, order, listing.latest(), response));
            if (progress == OrderListing.Progress.UNUSABLE) {
                end(String.valueOf(listing.problem(response).getMessage()));
            } else if (progress == OrderListing.Progress.MORE && !missing.isEmpty() && !dispatcher.isOver()) {
                next();
            } else {
                end("the open orders do not show it, which does not prove that it was not placed");
            }
        }

        private void end(String why) {
            missing.forEach(order -> unclear(order, why));
        }
    }
}
