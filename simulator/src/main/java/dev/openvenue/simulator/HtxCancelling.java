package dev.openvenue.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cancelling at HTX: success means submitted. Whether the order is closed by then depends on
 * {@link VenueSimulator#cancelLatency(int)}. Choices where the documents are silent: {@code order-state} in a failed
 * row is a number, as in the older documents and in three of the venue's own clients, though an example has text; a
 * single cancel of an unknown order is {@code base-record-invalid}, in a batch it is {@code base-not-found}.
 */
final class HtxCancelling {
    private static final int CAP = 50;
    private static final int NOT_FOUND = 0;
    private static final int LEAST_SWITCH_SECONDS = 5;
    private static final int MOST_SWITCHED_OFF = 500;

    Object cancelOrder(OperationContext call) throws VenueRejection {
        // The body may repeat id and symbol; it is parsed because malformed JSON is rejected.
        RequestFields unused = HtxFields.body(call.request());
        SimulatedOrder order =
                call.find(call.pathId()).filter(found -> !found.isConditional()).orElseThrow(HtxQueries::unknown);
        if (!cancellable(order)) {
            throw new VenueRejection("order-orderstate-error", "Incorrect order state")
                    .with("order-state", HtxQueries.stateNumber(order, call.now()));
        }
        call.cancel(order);
        return order.orderId();
    }

    /** Always responds with a state number: 10 while the order is being cancelled, 0 if there is none. */
    Object cancelOrderByClientOrderId(OperationContext call) throws VenueRejection {
        String clientOrderId = HtxFields.body(call.request()).required("client-order-id");
        Optional<SimulatedOrder> found = byClientId(call, clientOrderId);
        if (found.isEmpty()) {
            return NOT_FOUND;
        }
        if (!cancellable(found.get())) {
            return HtxQueries.stateNumber(found.get(), call.now());
        }
        call.cancel(found.get());
        return HtxQueries.CANCELLING;
    }

    Object cancelOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.body(call.request());
        boolean byOrderId = fields.has("order-ids");
        if (byOrderId == fields.has("client-order-ids")) {
            throw new VenueRejection(
                    "validation-constraints-error", "Exactly one of order-ids and client-order-ids must be given");
        }
        List<?> ids = fields.list(byOrderId ? "order-ids" : "client-order-ids");
        if (ids.isEmpty()) {
            throw new VenueRejection("batchcancel-order-id-list-empty", "The list of order ids is empty");
        }
        if (ids.size() > CAP) {
            throw new VenueRejection("validation-constraints-error", "The list must have 1 to " + CAP + " ids");
        }
        List<Object> success = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Object element : ids) {
            if (!(element instanceof String id)) {
                throw new VenueRejection("validation-constraints-error", "An id is not text");
            }
            Optional<SimulatedOrder> found =
                    (byOrderId ? call.find(id) : byClientId(call, id)).filter(order -> !order.isConditional());
            if (found.isPresent() && cancellable(found.get())) {
                call.cancel(found.get());
                success.add(id);
            } else {
                failed.add(failure(call, byOrderId ? id : "", byOrderId ? "" : id, found.orElse(null)));
            }
        }
        return Json.object("success", success, "failed", failed);
    }

    /** Every waiting order with one of the ids. */
    Object cancelConditionalOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.numbered(call.request());
        List<?> ids = fields.list("clientOrderIds");
        if (ids.isEmpty() || ids.size() > CAP) {
            throw fields.wrong("clientOrderIds");
        }
        List<Object> accepted = new ArrayList<>();
        List<Object> rejected = new ArrayList<>();
        for (Object id : ids) {
            List<SimulatedOrder> waiting = call.open().stream()
                    .filter(order -> order.isConditional() && id.equals(order.clientOrderId()))
                    .toList();
            waiting.forEach(call::cancel);
            (waiting.isEmpty() ? rejected : accepted).add(id);
        }
        return Json.object("accepted", accepted, "rejected", rejected);
    }

    /**
     * Sets the dead man's switch anew, or turns it off. Choices: the trigger time of a switch that is off is 0, and the
     * oldest orders are the ones that it cancels.
     */
    Object cancelAllOrdersAfter(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.numbered(call.request());
        String text = fields.required("timeout");
        int seconds = fields.within("timeout", 0, 0, 999_999_999);
        if (!text.equals("0") && seconds < LEAST_SWITCH_SECONDS) {
            throw fields.wrong("timeout");
        }
        Instant due = seconds == 0 ? null : call.now().plusSeconds(seconds);
        call.account().deadMansSwitch().set(due, MOST_SWITCHED_OFF);
        return Json.object(
                "currentTime", call.now().toEpochMilli(), "triggerTime", due == null ? 0 : due.toEpochMilli());
    }

    /** Oldest first, up to {@code size}; {@code next-id} is the first remaining order, -1 if there is none. */
    Object cancelOrdersByFilter(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.body(call.request());
        int size = fields.within("size", 100, 1, 100);
        List<String> symbols = split(fields.optional("symbol"));
        if (symbols.size() > 10) {
            throw new VenueRejection("validation-constraints-error", "At most 10 symbols can be given");
        }
        String account = fields.optional("account-id", HtxVenue.account(call));
        List<SimulatedOrder> matching = call.open().stream()
                .filter(order -> account.equals(HtxVenue.account(call)) && cancellable(order))
                .filter(order -> symbols.isEmpty() || symbols.contains(order.symbol()))
                .filter(order -> HtxQueries.hasSideAndType(order, fields))
                .toList();
        List<SimulatedOrder> chosen = matching.subList(0, Math.min(size, matching.size()));
        chosen.forEach(call::cancel);
        long next = matching.size() > size ? Long.parseLong(matching.get(size).orderId()) : -1;
        return Json.object("success-count", chosen.size(), "failed-count", 0, "next-id", next);
    }

    /** Responds without {@code data}. */
    @Nullable
    Object cancelAllOrders(OperationContext call) {
        List<String> symbols = split(HtxFields.query(call.request()).optional("symbol"));
        call.open().stream()
                .filter(order -> cancellable(order) && (symbols.isEmpty() || symbols.contains(order.symbol())))
                .forEach(call::cancel);
        return null;
    }

    private static Map<String, @Nullable Object> failure(
            OperationContext call, String orderId, String clientOrderId, @Nullable SimulatedOrder order) {
        if (order == null) {
            return Json.object(
                    "err-msg",
                    "The record is not found",
                    "order-id",
                    orderId,
                    "err-code",
                    "base-not-found",
                    "client-order-id",
                    clientOrderId);
        }
        return Json.object(
                "err-msg",
                "Incorrect order state",
                "order-state",
                HtxQueries.stateNumber(order, call.now()),
                "order-id",
                order.orderId(),
                "err-code",
                "order-orderstate-error",
                "client-order-id",
                order.clientOrderId() == null ? "" : order.clientOrderId());
    }

    private static Optional<SimulatedOrder> byClientId(OperationContext call, String clientOrderId) {
        return call.findByClientOrderId(clientOrderId).filter(order -> HtxQueries.isFoundByItsClientId(order, call));
    }

    private static boolean cancellable(SimulatedOrder order) {
        return order.isOpen() && !order.cancelRequested() && !order.isConditional();
    }

    private static List<String> split(@Nullable String list) {
        return list == null ? List.of() : Arrays.asList(list.split(","));
    }
}
