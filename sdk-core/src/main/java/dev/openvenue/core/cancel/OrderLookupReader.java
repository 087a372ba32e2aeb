package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the states of orders from the response to a lookup. */
final class OrderLookupReader {
    private final VenueContext venue;
    private final States states;
    private final SnapshotReader snapshots;

    OrderLookupReader(VenueContext venue) {
        this.venue = venue;
        this.snapshots = new SnapshotReader(venue);
        this.states = venue.description().states();
    }

    /**
     * What the response shows for each id, in their order.
     *
     * @param categories the categories of the orders, empty where the venue has none
     */
    List<Row> read(
            Query query, IdKind kind, List<String> ids, List<Optional<String>> categories, VenueResponse<?> response) {
        Map<String, Row> found = new HashMap<>();
        Map<String, String> stated = new HashMap<>();
        boolean unexpectedRows = false;
        List<Object> rows = JsonTree.whole(JsonTree.at(response.value(), query.rows()));
        for (Object row : rows == null ? List.of() : rows) {
            String id = JsonTree.text(row, kind == IdKind.ORDER_ID ? query.orderId() : query.clientOrderId());
            unexpectedRows |= id == null || !ids.contains(id);
            String category = JsonTree.text(row, query.fields().category());
            if (id != null && category != null) {
                stated.put(id, category);
            }
            if (id != null) {
                found.merge(id, row(query, row, response), (one, other) -> either(query, one, other, response));
            }
        }
        // Neither a response without rows nor one about other orders proves that the requested orders do not exist.
        OrderLookup missing = rows == null
                ? hidden(query, "responded without an order and without an empty list", response, true)
                : unexpectedRows
                        ? hidden(query, "responded with an order that was not asked for", response, false)
                        : new NotFound(false);
        List<Row> looks = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            String elsewhere = stated.get(id);
            Optional<String> meant = categories.get(i);
            boolean another = elsewhere != null
                    && meant.filter(category -> !category.equalsIgnoreCase(elsewhere))
                            .isPresent();
            String what = "showed the order in the category " + elsewhere + " and not in " + meant.orElse("");
            looks.add(
                    another
                            ? new Row(hidden(query, what, response, true), null)
                            : found.getOrDefault(id, new Row(missing, null)));
        }
        return looks;
    }

    /** What the failure of a lookup says about the requested orders. */
    static OrderLookup failure(VenueException e) {
        if (!(e instanceof RejectedException rejection)) {
            return new Unavailable(
                    e,
                    e instanceof NotSentException unsent && unsent.retryAfter().isEmpty());
        }
        // Including codes that mean "not open or not found": whether the order existed, the list and time must show.
        if (rejection.kind() == ErrorKind.ORDER_NOT_FOUND || rejection.kind() == ErrorKind.ORDER_NOT_OPEN) {
            return new NotFound(false);
        }
        boolean passing = rejection.kind() == ErrorKind.RATE_LIMIT
                || rejection.kind() == ErrorKind.VENUE_UNAVAILABLE
                || rejection.kind() == ErrorKind.UNKNOWN_OUTCOME
                || rejection.remedy() == ErrorCatalogue.Remedy.WAIT;
        return new Unavailable(e, !passing);
    }

    /** The state in a row; empty if the spec does not know it. */
    static Optional<Found> state(States states, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        } else if (states.open().contains(text)) {
            return Optional.of(Found.OPEN);
        } else if (states.cancelled().contains(text)) {
            return Optional.of(Found.CANCELLED);
        }
        return states.filled().contains(text) ? Optional.of(Found.FILLED) : Optional.empty();
    }

    /**
     * Merges two rows with the same id: an order that one of them shows open is open; any other contradiction leaves
     * its state unknown.
     */
    private Row either(Query query, Row one, Row other, VenueResponse<?> response) {
        boolean agree = one.lookup().equals(other.lookup()) && Objects.equals(one.orderId(), other.orderId());
        if (agree || one.lookup() == Found.OPEN) {
            return one;
        } else if (other.lookup() == Found.OPEN) {
            return other;
        }
        return new Row(hidden(query, "told two things of one order", response, true), null);
    }

    private Unavailable hidden(Query query, String what, VenueResponse<?> response, boolean lasting) {
        return new Unavailable(venue.malformed(query.operation(), what, response), lasting);
    }

    /** What one row states. */
    Row row(Query query, Object row, VenueResponse<?> response) {
        String orderId = JsonTree.text(row, query.orderId());
        String text = JsonTree.text(row, query.status());
        Optional<Found> state = state(states, text);
        if (state.isEmpty()) {
            String what = "told a state that the spec does not know: " + Objects.requireNonNullElse(text, "none");
            return new Row(hidden(query, what, response, true), orderId);
        }
        OrderSnapshot snapshot = snapshots.read(query, row, state.get());
        return new Row(Found.valueOf(snapshot.state().name()), orderId, snapshot, View.LOOKUP);
    }
}
