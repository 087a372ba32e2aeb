package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cancelling at Satori. A batch runs until one order fails, and then returns only that failure: the orders before it
 * are cancelled, those after it are untouched. An order that does not exist is "expired" (2103).
 */
final class SatoriCancelling {
    private static final Pattern IDS = Pattern.compile("\\d{1,18}(,\\d{1,18})*");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    Object cancelOrder(OperationContext call) throws VenueRejection {
        cancel(call, SatoriFields.of(call.request()).matching("entrustId", ID));
        return true;
    }

    Object cancelOrderByClientOrderId(OperationContext call) throws VenueRejection {
        String clientOrderId = SatoriFields.of(call.request()).required("clientOrderId");
        SimulatedOrder order =
                call.findByClientOrderId(clientOrderId).orElseThrow(() -> new VenueRejection("2103", "Order expired"));
        cancel(call, order.orderId());
        return true;
    }

    Object cancelOrders(OperationContext call) throws VenueRejection {
        String ids = SatoriFields.of(call.request()).matching("entrustIds", IDS);
        for (String id : ids.split(",")) {
            cancel(call, id);
        }
        return true;
    }

    /** One row per matching open order; no match is not an error. */
    Object cancelAllOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = SatoriFields.of(call.request());
        String pair = fields.optional("pairName");
        boolean eitherSide = !fields.has("isLong");
        boolean isLong = !eitherSide && SatoriFields.flag(fields, "isLong");
        List<Object> rows = new ArrayList<>();
        for (SimulatedOrder order : call.open()) {
            boolean ordersSide = order.side() == Side.BUY;
            if ((pair == null || pair.equals(order.symbol())) && (eitherSide || ordersSide == isLong)) {
                call.cancel(order);
                rows.add(row(order, 1, "canceled: cancel success from book"));
            }
        }
        return rows;
    }

    /** A row per order; that a filled one has code 4 is how a connector for a sibling deployment reads it. */
    Object cancelOrdersWithResults(OperationContext call) throws VenueRejection {
        String ids = SatoriFields.of(call.request()).matching("entrustIds", IDS);
        List<Object> rows = new ArrayList<>();
        for (String id : ids.split(",")) {
            SimulatedOrder order = call.find(id).orElseThrow(() -> new VenueRejection("2103", "Order expired"));
            if (order.isOpen()) {
                call.cancel(order);
            }
            boolean filled = order.state() == SimulatedOrder.State.FILLED;
            rows.add(row(order, filled ? 4 : 1, filled ? "filled" : "canceled: cancel success from book"));
        }
        return rows;
    }

    private static Object row(SimulatedOrder order, int code, String message) {
        return Json.object(
                "orderId",
                Long.parseLong(order.orderId()),
                "clientOrderId",
                order.clientOrderId(),
                "pairName",
                order.symbol(),
                "isLong",
                order.side() == Side.BUY,
                "resultCode",
                code,
                "resultMsg",
                message);
    }

    private static void cancel(OperationContext call, String orderId) throws VenueRejection {
        SimulatedOrder order = call.find(orderId).orElseThrow(() -> new VenueRejection("2103", "Order expired"));
        switch (order.state()) {
            case CANCELLED -> throw new VenueRejection("2125", "The order has been revoked");
            case FILLED -> throw new VenueRejection("2126", "The order has been completely filled");
            case OPEN -> call.cancel(order);
        }
    }
}
