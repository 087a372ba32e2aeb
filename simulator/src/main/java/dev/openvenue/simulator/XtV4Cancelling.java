package dev.openvenue.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cancelling at XT's API v4. The cancels of several orders respond with null and say nothing of any order. Choices
 * where the documents are silent: unknown and closed orders of a batch are passed over, and a single cancel of one is
 * rejected with ORDER_005.
 */
final class XtV4Cancelling {
    private static final int CAP = 299;

    private final List<String> symbols;

    XtV4Cancelling(List<String> symbols) {
        this.symbols = symbols;
    }

    Object cancelOrder(OperationContext call) throws VenueRejection {
        SimulatedOrder order =
                call.find(call.pathId()).filter(SimulatedOrder::isOpen).orElseThrow(XtV4Fields::noSuchOrder);
        call.cancel(order);
        return Json.object("cancelId", "9" + order.orderId());
    }

    @Nullable
    Object cancelOrders(OperationContext call) throws VenueRejection {
        List<?> elements = XtV4Fields.of(call.request()).list("orderIds");
        if (elements.isEmpty() || elements.size() > CAP) {
            throw XtV4Fields.failure("orderIds has " + elements.size() + " ids; 1 to " + CAP + " are allowed");
        }
        List<String> ids = new ArrayList<>();
        for (Object element : elements) {
            ids.add(XtV4Fields.id(element));
        }
        ids.forEach(call::takeCancelOf);
        ids.forEach(id -> call.find(id).filter(SimulatedOrder::isOpen).ifPresent(call::cancel));
        return null;
    }

    @Nullable
    Object cancelAllOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        String unused = fields.oneOf("bizType", XtV4Fields.BUSINESS);
        if (fields.has("symbol")) {
            XtV4Fields.symbol(fields, symbols);
        }
        call.open().stream()
                .filter(order -> XtV4Fields.wanted(fields, "side", order))
                .forEach(call::cancel);
        return null;
    }
}
