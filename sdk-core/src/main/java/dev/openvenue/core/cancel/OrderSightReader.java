package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorCatalogue;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Exchange;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.VenueException;
import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import dev.openvenue.core.cancel.BatchCancelDescription.Query;
import dev.openvenue.core.cancel.BatchCancelDescription.States;
import dev.openvenue.core.cancel.OrderSight.Absent;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the states of orders from the answer to a lookup. */
final class OrderSightReader {
    private final CancelVenue venue;
    private final States states;

    OrderSightReader(CancelVenue venue) {
        this.venue = venue;
        this.states = venue.description().states();
    }

    /** What the answer shows of each id, in their order. */
    List<Row> read(Query query, IdKind kind, List<String> ids, Exchange<?> exchange) {
        Map<String, Row> found = new HashMap<>();
        boolean strangers = false;
        List<Object> rows = JsonTree.whole(JsonTree.at(exchange.value(), query.rows()));
        for (Object row : rows == null ? List.of() : rows) {
            String id = JsonTree.text(row, kind == IdKind.ORDER_ID ? query.orderId() : query.clientOrderId());
            strangers |= id == null || !ids.contains(id);
            if (id != null) {
                Row seen = new Row(sight(query, row, exchange), JsonTree.text(row, query.orderId()));
                found.merge(id, seen, (one, other) -> either(query, one, other, exchange));
            }
        }
        // Neither a response without rows nor one about other orders proves that those asked for are not there.
        OrderSight missing = rows == null
                ? hidden(query, "answered without an order and without an empty list", exchange, true)
                : strangers
                        ? hidden(query, "answered with an order that was not asked for", exchange, false)
                        : new Absent(false);
        return ids.stream()
                .map(id -> found.getOrDefault(id, new Row(missing, null)))
                .toList();
    }

    /** What the failure of a lookup says of the orders that it asked for. */
    static OrderSight failure(VenueException e) {
        if (!(e instanceof RejectedException rejection)) {
            return new Hidden(
                    e,
                    e instanceof NotSentException unsent && unsent.retryAfter().isEmpty());
        }
        // A code that stands for "not open or not there" as well: whether it was there the list and time must tell.
        if (rejection.kind() == ErrorKind.ORDER_NOT_FOUND || rejection.kind() == ErrorKind.ORDER_NOT_OPEN) {
            return new Absent(false);
        }
        boolean passing = rejection.kind() == ErrorKind.RATE_LIMIT
                || rejection.kind() == ErrorKind.VENUE_UNAVAILABLE
                || rejection.kind() == ErrorKind.UNKNOWN_OUTCOME
                || rejection.remedy() == ErrorCatalogue.Remedy.WAIT;
        return new Hidden(e, !passing);
    }

    /** The state that a row tells; empty if it is none that the spec knows. */
    static Optional<State> state(States states, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        } else if (states.open().contains(text)) {
            return Optional.of(State.OPEN);
        } else if (states.cancelled().contains(text)) {
            return Optional.of(State.CANCELLED);
        }
        return states.filled().contains(text) ? Optional.of(State.FILLED) : Optional.empty();
    }

    /** Two rows of one id: an order that one of them shows open is open, and what they contradict each other about is not known. */
    private Row either(Query query, Row one, Row other, Exchange<?> exchange) {
        boolean agree = one.sight().equals(other.sight()) && Objects.equals(one.orderId(), other.orderId());
        if (agree || one.sight() == State.OPEN) {
            return one;
        } else if (other.sight() == State.OPEN) {
            return other;
        }
        return new Row(hidden(query, "told two things of one order", exchange, true), null);
    }

    private Hidden hidden(Query query, String what, Exchange<?> exchange, boolean lasting) {
        return new Hidden(venue.malformed(query.operation(), what, exchange), lasting);
    }

    private OrderSight sight(Query query, Object row, Exchange<?> exchange) {
        String text = JsonTree.text(row, query.status());
        return state(states, text).<OrderSight>map(state -> state).orElseGet(() -> {
            String what = "told a state that the spec does not know: " + Objects.requireNonNullElse(text, "none");
            return hidden(query, what, exchange, true);
        });
    }
}
