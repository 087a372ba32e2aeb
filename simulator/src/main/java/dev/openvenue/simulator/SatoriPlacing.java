package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.OwnMarket.Force;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Placing at Satori. A client order id may be used any number of times; the venue's own sample does so. Choices where
 * the documents are silent: an order that may not rest (market, match types 2 and 3) takes from the {@link OwnMarket};
 * a market order that finds nothing is rejected with 2001; if one order of a batch is illegal, none is placed.
 */
final class SatoriPlacing {
    private static final int CAP = 20;
    private static final String MATCH_TYPE = "matchType";
    private static final String MARKET = "isMarket";
    private static final Map<String, Force> FORCES = Map.of(
            "1", Force.GOOD_TILL_CANCELLED,
            "2", Force.IMMEDIATE_OR_CANCEL,
            "3", Force.FILL_OR_KILL,
            "4", Force.POST_ONLY);

    private final List<String> symbols;

    SatoriPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        return row(place(call, read(SatoriFields.of(call.request()))));
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
            rows.add(row(place(call, order)));
        }
        return rows;
    }

    /** Responds with the envelope alone, because its payload was never published. */
    @Nullable
    Object placeOrdersWithResults(OperationContext call) throws VenueRejection {
        Object unused = placeOrders(call);
        return null;
    }

    private NewOrder read(RequestFields fields) throws VenueRejection {
        Map<String, String> details = new HashMap<>(Map.of(
                "lever",
                Integer.toString(lever(fields)),
                "positionType",
                fields.oneOf("positionType", Set.of("3", "4")),
                MATCH_TYPE,
                fields.oneOf(MATCH_TYPE, FORCES.keySet())));
        boolean market = SatoriFields.flag(fields, MARKET);
        if (market) {
            details.put(MARKET, "true");
        }
        return new NewOrder(
                SatoriFields.pair(fields, symbols),
                SatoriFields.flag(fields, "isLong") ? Side.BUY : Side.SELL,
                market ? BigDecimal.ZERO : fields.positive("price"),
                fields.positive("quantity"),
                fields.required("clientOrderId"),
                details);
    }

    private static SimulatedOrder place(OperationContext call, NewOrder order) throws VenueRejection {
        OwnMarket own = OwnMarket.of(call, order.symbol());
        if (order.details().containsKey(MARKET)) {
            return own.placeAtAnyPrice(order).orElseThrow(() -> SatoriFields.illegal("quantity (nothing to take)"));
        }
        return own.placeLimit(
                order, Objects.requireNonNull(FORCES.get(order.details().get(MATCH_TYPE))));
    }

    static boolean isMarket(SimulatedOrder order) {
        return order.details().containsKey(MARKET);
    }

    /** Whether an order took what rested. */
    static boolean takes(SimulatedOrder order) {
        return isMarket(order) || Set.of("2", "3").contains(order.details().getOrDefault(MATCH_TYPE, "1"));
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
