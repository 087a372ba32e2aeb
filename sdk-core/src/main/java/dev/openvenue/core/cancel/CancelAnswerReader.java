package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Exchange;
import dev.openvenue.core.Execution;
import dev.openvenue.core.cancel.BatchCancelDescription.Answer;
import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import dev.openvenue.core.cancel.CancelVerdict.Accepted;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.codegen.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a successful cancel call says about each of its orders. Only a row that names an order says anything about it: an id
 * without a row, or with rows that contradict each other, is lost and must be looked up.
 */
final class CancelAnswerReader {
    private final CancelVenue venue;
    private final Answer answer;

    CancelAnswerReader(CancelVenue venue) {
        this.venue = venue;
        this.answer = venue.description().answer();
    }

    /** One verdict for each id, in their order. */
    List<CancelVerdict> read(IdKind kind, List<String> ids, Exchange<?> exchange) {
        if (answer.shape() == Shape.STOPS_AT_FIRST_FAILURE) {
            CancelVerdict verdict = oneForAll(ids.size(), exchange);
            return ids.stream().map(id -> verdict).toList();
        }
        Rows rows = new Rows(kind, lost(exchange, "named an order as cancelled and as refused at once"));
        if (answer.shape() == Shape.PER_ITEM) {
            perItem(rows, exchange);
        } else {
            partitioned(rows, exchange);
        }
        CancelVerdict missing = lost(exchange, "left orders of the call out of its answer");
        return ids.stream().map(id -> rows.verdicts.getOrDefault(id, missing)).toList();
    }

    private CancelVerdict oneForAll(int size, Exchange<?> exchange) {
        String text = JsonTree.text(exchange.value());
        if ("true".equalsIgnoreCase(text)) {
            return new Accepted(null);
        }
        String what = "answered " + (text == null ? "nothing" : text)
                + " and not true, so orders of the call may not have been tried";
        Lost lost = lost(exchange, what);
        return size > 1
                ? lost
                : new Refused(
                        null,
                        ErrorKind.OTHER,
                        Execution.UNKNOWN,
                        Remedy.LOOKUP,
                        "the venue answered " + Printable.line(String.valueOf(text)),
                        lost.cause());
    }

    private void perItem(Rows rows, Exchange<?> exchange) {
        for (Object row : rowsAt(exchange.value(), answer.rows())) {
            String code = JsonTree.text(row, answer.code());
            if (code != null) {
                rows.put(row, answer.cancelled().contains(code) ? accepted(row) : refused(code, row));
            }
        }
    }

    private void partitioned(Rows rows, Exchange<?> exchange) {
        for (Object row : rowsAt(exchange.value(), answer.success())) {
            rows.put(row, accepted(row));
        }
        for (Object row : rowsAt(exchange.value(), answer.failure())) {
            rows.put(row, refused(JsonTree.text(row, answer.code()), row));
        }
    }

    private static List<Object> rowsAt(@Nullable Object payload, @Nullable String where) {
        return where == null ? List.of() : JsonTree.rows(JsonTree.at(payload, where));
    }

    private Accepted accepted(Object row) {
        return new Accepted(row instanceof Map ? JsonTree.text(row, answer.orderId()) : null);
    }

    private Refused refused(@Nullable String code, Object row) {
        String message = Printable.line(Objects.requireNonNullElse(JsonTree.text(row, answer.message()), ""));
        return Optional.ofNullable(code)
                .flatMap(venue.errors()::find)
                .map(entry -> new Refused(code, entry.kind(), entry.execution(), entry.remedy(), message, null))
                .orElseGet(() -> new Refused(code, ErrorKind.OTHER, Execution.UNKNOWN, Remedy.LOOKUP, message, null));
    }

    private Lost lost(Exchange<?> exchange, String what) {
        return new Lost(venue.malformed(venue.description().operation(), what, exchange), true);
    }

    /** The verdicts found so far, by id. */
    private final class Rows {
        private final IdKind kind;
        private final CancelVerdict contradiction;
        private final Map<String, CancelVerdict> verdicts = new HashMap<>();

        Rows(IdKind kind, CancelVerdict contradiction) {
            this.kind = kind;
            this.contradiction = contradiction;
        }

        void put(Object row, CancelVerdict verdict) {
            String id = id(row);
            if (id != null) {
                verdicts.merge(id, verdict, (one, other) -> one.getClass() == other.getClass() ? one : contradiction);
            }
        }

        /** The row's id of the kind that the call used; a row that is no object is the id itself. */
        private @Nullable String id(Object row) {
            if (row instanceof Map) {
                return JsonTree.text(row, kind == IdKind.ORDER_ID ? answer.orderId() : answer.clientOrderId());
            }
            return JsonTree.text(row);
        }
    }
}
