package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a successful cancel call says about each of its orders. Only a row that names an order says anything about
 * it: an id without a row, or with rows that contradict each other, counts as lost and must be looked up.
 */
final class OrderResultReader {
    private final VenueContext venue;
    private final Response form;

    OrderResultReader(VenueContext venue) {
        this.venue = venue;
        this.form = venue.description().response();
    }

    /** One verdict for each id, in their order. */
    List<OrderResult> read(IdKind kind, List<String> ids, VenueResponse<?> response) {
        if (form.shape() == Shape.ACKNOWLEDGED) {
            OrderResult taken = new Accepted(null, false);
            return ids.stream().map(id -> taken).toList();
        } else if (form.shape() == Shape.STOPS_AT_FIRST_FAILURE) {
            OrderResult result = oneForAll(ids.size(), response);
            return ids.stream().map(id -> result).toList();
        } else if (form.shape() == Shape.SINGLE) {
            return List.of(one(response));
        }
        Rows rows = new Rows(kind, response);
        if (form.shape() == Shape.PER_ITEM) {
            perItem(rows, response);
        } else {
            partitioned(rows, response);
        }
        return rows.of(ids);
    }

    private OrderResult oneForAll(int size, VenueResponse<?> response) {
        String text = JsonTree.text(response.value());
        if ("true".equalsIgnoreCase(text)) {
            return new Accepted(null);
        }
        String what = "responded " + (text == null ? "nothing" : text)
                + " and not true, so orders of the call may not have been tried";
        Unknown lost = lost(response, what);
        return size > 1
                ? lost
                : new Rejected(
                        null,
                        ErrorKind.OTHER,
                        Effect.UNKNOWN,
                        Remedy.LOOK_UP_ORDER,
                        "the venue responded " + Printable.line(String.valueOf(text)),
                        lost.cause());
    }

    private OrderResult one(VenueResponse<?> response) {
        Object row = response.value();
        String code = code(row);
        if (form.code() == null || (row != null && form.cancelled().contains(code))) {
            return accepted(row);
        }
        return row == null || code.isEmpty()
                ? lost(response, "did not say whether the order was cancelled")
                : rejected(code, row);
    }

    private void perItem(Rows rows, VenueResponse<?> response) {
        for (Object row : rowsAt(response.value(), form.rows())) {
            String code = code(row);
            if (form.cancelled().contains(code)) {
                rows.put(row, accepted(row));
            } else if (!code.isEmpty()) {
                rows.put(row, rejected(code, row));
            }
        }
    }

    /** The code of a row; empty if it has none. */
    private String code(@Nullable Object row) {
        return Objects.requireNonNullElse(JsonTree.text(row, form.code()), "");
    }

    private void partitioned(Rows rows, VenueResponse<?> response) {
        for (Object row : rowsAt(response.value(), form.success())) {
            rows.put(row, accepted(row));
        }
        for (Object row : rowsAt(response.value(), form.failure())) {
            rows.put(row, rejected(JsonTree.text(row, form.code()), row));
        }
    }

    private static List<Object> rowsAt(@Nullable Object payload, @Nullable String where) {
        return where == null ? List.of() : JsonTree.rows(JsonTree.at(payload, where));
    }

    private Accepted accepted(@Nullable Object row) {
        return new Accepted(row instanceof Map ? JsonTree.text(row, form.orderId()) : null);
    }

    private Rejected rejected(@Nullable String code, Object row) {
        String message = Printable.line(Objects.requireNonNullElse(JsonTree.text(row, form.message()), ""));
        return Optional.ofNullable(code)
                .flatMap(venue.errors()::find)
                .map(entry -> new Rejected(code, entry.kind(), entry.effect(), entry.remedy(), message, null))
                .orElseGet(
                        () -> new Rejected(code, ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER, message, null));
    }

    private Unknown lost(VenueResponse<?> response, String what) {
        return new Unknown(venue.malformed(venue.description().operation(), what, response), true);
    }

    /** The verdicts found so far, by id. */
    private final class Rows {
        private final IdKind kind;
        private final VenueResponse<?> response;
        private final Map<String, OrderResult> results = new HashMap<>();
        private final Map<String, OrderResult> lost = new HashMap<>();

        Rows(IdKind kind, VenueResponse<?> response) {
            this.kind = kind;
            this.response = response;
        }

        /** The verdict on each of the orders. */
        List<OrderResult> of(List<String> ids) {
            return ids.stream()
                    .map(id -> results.computeIfAbsent(
                            id, missing -> lostOnce("left orders of the call out of its response")))
                    .toList();
        }

        /** One failure for all orders that it concerns; made when it is needed, since it costs more than a row. */
        private OrderResult lostOnce(String what) {
            return lost.computeIfAbsent(what, words -> lost(response, words));
        }

        void put(Object row, OrderResult result) {
            String id = id(row);
            if (id != null) {
                results.merge(
                        id,
                        result,
                        (one, other) -> one.getClass() == other.getClass()
                                ? one
                                : lostOnce("named an order as cancelled and as rejected at once"));
            }
        }

        /** The row's id of the kind that the call used; a row that is not an object is the id itself. */
        private @Nullable String id(Object row) {
            if (row instanceof Map) {
                return JsonTree.text(row, kind == IdKind.ORDER_ID ? form.orderId() : form.clientOrderId());
            }
            return JsonTree.text(row);
        }
    }
}
