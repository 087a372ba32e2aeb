package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Placing at XT: {@code placeOrders} is all or nothing. A market order takes from the {@link OwnMarket}. Choices where
 * the documents are silent: its quantity is of the base coin, and one that finds nothing to take is rejected with 111.
 */
final class XtPlacing {
    static final String MARKET = "market";

    private final List<String> symbols;

    XtPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        boolean atAnyPrice = fields.oneOf("entrustType", Set.of("0", "1")).equals("1");
        NewOrder draft = new NewOrder(market, side(fields), BigDecimal.ZERO, fields.positive("number"), null, Map.of());
        SimulatedOrder placed = atAnyPrice
                ? OwnMarket.of(call, market)
                        .placeAtAnyPrice(draft.with(MARKET, "true"))
                        .orElseThrow(() -> new VenueRejection("111", "There is no order to take"))
                : call.place(draft.priced(fields.positive("price"), draft.quantity()));
        return Json.object("id", XtQueries.number(placed));
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
