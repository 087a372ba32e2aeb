package dev.openvenue.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cancelling at Bitget's version 3: a batch is answered with a row per order, in the order of the request. Choices
 * where the documents are silent: an unknown and a closed order are both 25204, a list of several categories is
 * rejected, and the countdown leaves conditional orders alone.
 */
final class BitgetV3Cancelling {
    private static final int CAP = 20;
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 60;

    Object cancelOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        @Nullable String category = BitgetV3Fields.categoryIfAny(fields);
        return row(cancel(call, plain(call, fields).filter(order -> BitgetV3Fields.isOf(order, category, null))));
    }

    Object cancelOrders(OperationContext call) throws VenueRejection {
        List<RequestFields> items = BitgetV3Fields.elements(call.request(), CAP);
        String category = BitgetV3Fields.category(items.get(0));
        for (RequestFields item : items) {
            if (!BitgetV3Fields.category(item).equals(category)) {
                throw BitgetV3Fields.rejected("the orders are not of one category");
            }
        }
        List<Object> rows = new ArrayList<>();
        for (RequestFields item : items) {
            try {
                String symbol = item.required("symbol");
                rows.add(row(
                        cancel(call, plain(call, item).filter(order -> BitgetV3Fields.isOf(order, category, symbol)))));
            } catch (VenueRejection rejection) {
                rows.add(failure(item.optional("orderId", ""), item.optional("clientOid", ""), rejection));
            }
        }
        return rows;
    }

    /** Where nothing is open it is rejected with 25204, as was seen; conditional orders stay. */
    Object cancelAllOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        String symbol = fields.optional("symbol");
        List<SimulatedOrder> open = call.open().stream()
                .filter(order -> !order.awaitsTrigger() && BitgetV3Fields.isOf(order, category, symbol))
                .toList();
        if (open.isEmpty()) {
            throw unknown("25204");
        }
        open.forEach(call::cancel);
        return Json.object("list", open.stream().map(BitgetV3Cancelling::row).toList());
    }

    /** The payload is null, as documented. */
    @Nullable
    Object cancelConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        call.cancel(open(find(call, fields).filter(SimulatedOrder::isConditional), "25597"));
        return null;
    }

    Object cancelAllOrdersAfter(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        fields.required("countdown");
        int seconds = fields.within("countdown", 0, 0, MOST_SECONDS);
        if (seconds != 0 && seconds < LEAST_SECONDS) {
            throw fields.wrong("countdown");
        }
        Instant due = seconds == 0 ? null : call.now().plusSeconds(seconds);
        call.account().deadMansSwitch().set(due, Integer.MAX_VALUE);
        return "success";
    }

    /** The plain order that a request names; where both ids are given, the order id counts. */
    static Optional<SimulatedOrder> plain(OperationContext call, RequestFields id) throws VenueRejection {
        return find(call, id).filter(order -> !order.awaitsTrigger());
    }

    static Optional<SimulatedOrder> find(OperationContext call, RequestFields id) throws VenueRejection {
        String orderId = id.optional("orderId");
        return orderId == null ? call.findByClientOrderId(id.required("clientOid")) : call.find(orderId);
    }

    /** The order if it is open, and no cancel of it is under way. */
    static SimulatedOrder open(Optional<SimulatedOrder> found, String code) throws VenueRejection {
        SimulatedOrder order = found.filter(SimulatedOrder::isOpen).orElseThrow(() -> unknown(code));
        if (order.cancelRequested()) {
            throw new VenueRejection("25113", "There are cancellation orders in progress.");
        }
        return order;
    }

    static VenueRejection unknown(String code) {
        return new VenueRejection(
                code,
                code.equals("25597") ? "Strategy does not exist or has already been stopped" : "Order does not exist");
    }

    static Map<String, @Nullable Object> failure(String orderId, String clientOid, VenueRejection rejection) {
        return Json.object(
                "orderId", orderId, "clientOid", clientOid, "code", rejection.code(), "msg", rejection.text());
    }

    private static SimulatedOrder cancel(OperationContext call, Optional<SimulatedOrder> found) throws VenueRejection {
        SimulatedOrder order = open(found, "25204");
        call.cancel(order);
        return order;
    }

    /** A row of success has no code. */
    private static Map<String, @Nullable Object> row(SimulatedOrder order) {
        return Json.object("orderId", order.orderId(), "clientOid", order.clientOrderId());
    }
}
