package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Placing at Satori. A client order id may be used any number of times; the venue's own sample does so. Market orders
 * are rejected, because there is no market; an order that may not rest (match types 2 and 3) is cancelled at once. If
 * one order of a batch is illegal, none is placed, which the documents do not say.
 */
final class SatoriPlacing {
    private static final int CAP = 20;
    private static final Set<String> ENDING_AT_ONCE = Set.of("2", "3");

    private final List<String> symbols;

    SatoriPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        return row(call.place(read(SatoriFields.of(call.request()))));
    }

    Object placeOrders(OperationContext call) throws VenueRejection {
        List<?> items = SatoriFields.of(call.request()).list("orders");
        if (items.isEmpty() || items.size() > CAP) {
            throw SatoriFields.illegal("orders");
        }
        List<NewOrder> orders = new ArrayList<>();
        for (Object item : items) {
            orders.add(read(SatoriFields.of(item)));
        }
        List<Object> rows = new ArrayList<>();
        for (NewOrder order : orders) {
            rows.add(row(call.place(order)));
        }
        return rows;
    }

    private NewOrder read(RequestFields fields) throws VenueRejection {
        String pair = fields.required("pairName");
        if (!symbols.contains(pair)) {
            throw SatoriFields.illegal("pairName");
        }
        String clientOrderId = fields.required("clientOrderId");
        BigDecimal price = fields.positive("price");
        BigDecimal quantity = fields.positive("quantity");
        if (SatoriFields.flag(fields, "isMarket")) {
            throw VenueRejection.notSimulated("2001", "A market order");
        }
        Map<String, String> details = Map.of(
                "lever", Integer.toString(lever(fields)),
                "positionType", fields.oneOf("positionType", Set.of("3", "4")),
                "matchType", fields.oneOf("matchType", Set.of("1", "2", "3", "4")));
        Side side = SatoriFields.flag(fields, "isLong") ? Side.BUY : Side.SELL;
        Life life = ENDING_AT_ONCE.contains(details.get("matchType")) ? Life.ENDS_AT_ONCE : Life.RESTS;
        return new NewOrder(pair, side, price, quantity, clientOrderId, details, life);
    }

    private static int lever(RequestFields fields) throws VenueRejection {
        fields.required("lever");
        return fields.within("lever", 1, 1, 200);
    }

    private static Map<String, @Nullable Object> row(SimulatedOrder order) {
        return Json.object(
                "pairName", order.symbol(),
                "orderId", Long.parseLong(order.orderId()),
                "corderId", order.clientOrderId());
    }
}
