package dev.openvenue.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cancelling at Bitget: responses have two lists, and a request has one kind of id per symbol. Choices where the
 * documents are silent: a closed order fails with 45031, an unknown one with 43001, and an item with only a
 * {@code clientOid} beside items with {@code orderId} fails with 40020. An untriggered trigger order is unknown unless
 * {@code tpslType} asks for it; then it needs its {@code orderId} and no symbol, as documented.
 */
final class BitgetCancelling {
    private static final int CAP = 50;

    Object cancelOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        SimulatedOrder order = BitgetFields.trigger(fields)
                ? cancel(
                        call,
                        call.find(fields.required("orderId"))
                                .filter(found -> found.awaitsTrigger() && !found.isConditional()))
                : cancel(call, fields.required("symbol"), fields);
        return Json.object("orderId", order.orderId(), "clientOid", order.clientOrderId());
    }

    /** The verdict is a word in the payload, as documented; that a rejection comes as an error is a choice. */
    Object cancelConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        cancel(call, find(call, fields).filter(SimulatedOrder::isConditional));
        return Json.object("result", "success");
    }

    /** All plain orders of a symbol, as the venue does in the background. */
    Object cancelAllOrders(OperationContext call) throws VenueRejection {
        String symbol = BitgetFields.of(call.request()).required("symbol");
        call.open().stream()
                .filter(order -> order.symbol().equals(symbol) && !order.awaitsTrigger())
                .forEach(call::cancel);
        return Json.object("symbol", symbol);
    }

    /** Those of the listed symbols, or all. */
    Object cancelConditionalOrdersBySymbol(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        List<?> symbols = fields.has("symbolList") ? fields.list("symbolList") : List.of();
        List<Object> cancelled = new ArrayList<>();
        for (SimulatedOrder order : call.open()) {
            if (order.isConditional() && (symbols.isEmpty() || symbols.contains(order.symbol()))) {
                call.cancel(order);
                cancelled.add(Json.object("orderId", order.orderId(), "clientOid", order.clientOrderId()));
            }
        }
        return Json.object("successList", cancelled, "failureList", List.of());
    }

    /** The waiting order that a request names. */
    static SimulatedOrder openConditional(OperationContext call, RequestFields fields) throws VenueRejection {
        return open(find(call, fields).filter(SimulatedOrder::isConditional));
    }

    Object cancelOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        boolean single = fields.optional("batchMode", "single").equals("single");
        @Nullable String outer = single ? fields.required("symbol") : null;
        List<?> items = fields.list("orderList");
        if (items.isEmpty()) {
            throw new VenueRejection("40019", "Parameter orderList cannot be empty");
        }
        if (items.size() > CAP) {
            throw new VenueRejection("40912", "Batch processing orders can only process up to " + CAP);
        }
        Set<String> symbolsWithOrderIds = symbolsWithOrderIds(items, outer);
        List<Object> cancelled = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Object item : items) {
            RequestFields id = BitgetFields.of(item);
            try {
                String symbol = outer == null ? id.required("symbol") : outer;
                if (!id.has("orderId") && id.has("clientOid") && symbolsWithOrderIds.contains(symbol)) {
                    throw new VenueRejection("40020", "Parameter orderId error");
                }
                SimulatedOrder order = cancel(call, symbol, id);
                cancelled.add(Json.object("orderId", order.orderId(), "clientOid", order.clientOrderId()));
            } catch (VenueRejection rejection) {
                failed.add(failure(id.optional("orderId", ""), id.optional("clientOid", ""), rejection));
            }
        }
        return Json.object("successList", cancelled, "failureList", failed);
    }

    static Map<String, @Nullable Object> failure(String orderId, String clientOid, VenueRejection rejection) {
        return Json.object(
                "orderId",
                orderId,
                "clientOid",
                clientOid,
                "errorMsg",
                rejection.text(),
                "errorCode",
                rejection.code());
    }

    /** The symbols for which some item has an order id; for these, items without one fail. */
    private static Set<String> symbolsWithOrderIds(List<?> items, @Nullable String outer) throws VenueRejection {
        Set<String> symbols = new HashSet<>();
        for (Object item : items) {
            RequestFields id = BitgetFields.of(item);
            if (id.has("orderId")) {
                symbols.add(outer == null ? id.optional("symbol", "") : outer);
            }
        }
        return symbols;
    }

    static SimulatedOrder cancel(OperationContext call, String symbol, RequestFields id) throws VenueRejection {
        return cancel(call, find(call, id).filter(found -> found.symbol().equals(symbol) && !found.awaitsTrigger()));
    }

    private static SimulatedOrder cancel(OperationContext call, Optional<SimulatedOrder> found) throws VenueRejection {
        SimulatedOrder order = open(found);
        call.cancel(order);
        return order;
    }

    private static SimulatedOrder open(Optional<SimulatedOrder> found) throws VenueRejection {
        SimulatedOrder order = found.orElseThrow(() -> new VenueRejection("43001", "The order does not exist"));
        if (!order.isOpen()) {
            throw new VenueRejection("45031", "The order is finalized");
        }
        return order;
    }

    private static Optional<SimulatedOrder> find(OperationContext call, RequestFields id) throws VenueRejection {
        String orderId = id.optional("orderId");
        String clientOid = id.optional("clientOid");
        if (orderId != null) {
            return call.find(orderId);
        }
        if (clientOid != null) {
            return call.findByClientOrderId(clientOid);
        }
        throw new VenueRejection("40913", "orderId or clientOid must be passed one");
    }
}
