package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Placing at XT: {@code placeOrders} is all or nothing. Market orders are rejected with 109, because there is no
 * market.
 */
final class XtPlacing {
    private final List<String> symbols;

    XtPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        if (fields.oneOf("entrustType", Set.of("0", "1")).equals("1")) {
            throw VenueRejection.notSimulated("109", "A market order");
        }
        NewOrder order =
                new NewOrder(market, side(fields), fields.positive("price"), fields.positive("number"), null, Map.of());
        return Json.object("id", XtQueries.number(call.place(order)));
    }

    Object placeOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        List<NewOrder> orders = new ArrayList<>();
        for (Object element : XtFields.data(fields)) {
            RequestFields order = XtFields.of(element);
            orders.add(new NewOrder(
                    market, side(order), order.positive("price"), order.positive("amount"), null, Map.of()));
        }
        List<Object> rows = new ArrayList<>();
        for (NewOrder order : orders) {
            SimulatedOrder placed = call.place(order);
            rows.add(Json.object(
                    "amount",
                    placed.quantity(),
                    "price",
                    placed.price(),
                    "id",
                    XtQueries.number(placed),
                    "type",
                    XtQueries.type(placed)));
        }
        return rows;
    }

    private static Side side(RequestFields fields) throws VenueRejection {
        return fields.oneOf("type", Set.of("0", "1")).equals("1") ? Side.BUY : Side.SELL;
    }
}
