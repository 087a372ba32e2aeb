package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Placing at HTX. A client order id is never rejected as a duplicate: since May 2021 the venue does not check it, and a
 * retried request is a second order. Market, stop and grid orders are rejected, because there is no market; an order
 * that may not rest is cancelled at once.
 */
final class HtxPlacing {
    private static final int CAP = 10;
    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> RESTING = Set.of("buy-limit", "sell-limit", "buy-limit-maker", "sell-limit-maker");
    private static final Set<String> ENDING_AT_ONCE = Set.of("buy-ioc", "sell-ioc", "buy-limit-fok", "sell-limit-fok");
    private static final Pattern KNOWN_TO_THE_VENUE =
            Pattern.compile("(buy|sell)-(market|stop-limit|stop-limit-fok|market-grid|limit-grid)");

    private final List<String> symbols;

    HtxPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    /** The id, as text. */
    Object placeOrder(OperationContext call) throws VenueRejection {
        return call.place(read(call, HtxFields.body(call.request()))).orderId();
    }

    /** One row per order, in order; here ids are numbers. */
    Object placeOrders(OperationContext call) throws VenueRejection {
        if (!(HtxFields.json(call.request()) instanceof List<?> items)) {
            throw HtxFields.gatewayError();
        }
        if (items.isEmpty() || items.size() > CAP) {
            throw new VenueRejection("validation-constraints-error", "The list must have 1 to " + CAP + " orders");
        }
        List<Object> rows = new ArrayList<>();
        for (Object item : items) {
            RequestFields fields = HtxFields.object(item);
            String clientOrderId = fields.optional("client-order-id", "");
            try {
                SimulatedOrder order = call.place(read(call, fields));
                rows.add(Json.object("order-id", new BigDecimal(order.orderId()), "client-order-id", clientOrderId));
            } catch (VenueRejection rejection) {
                rows.add(Json.object(
                        "client-order-id", clientOrderId, "err-code", rejection.code(), "err-msg", rejection.text()));
            }
        }
        return rows;
    }

    /** Limit orders only. The client order id is the only one that such an order has. */
    Object placeConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.numbered(call.request());
        if (!fields.required("accountId").equals(HtxVenue.account(call))) {
            throw fields.wrong("accountId");
        }
        String symbol = fields.required("symbol");
        if (!symbols.contains(symbol)) {
            throw fields.wrong("symbol");
        }
        if (fields.oneOf("orderType", Set.of("limit", "market")).equals("market")) {
            throw VenueRejection.notSimulated("2002", "A market order");
        }
        String side = fields.oneOf("orderSide", Set.of("buy", "sell"));
        String clientOrderId = fields.matching("clientOrderId", CLIENT_ORDER_ID);
        Map<String, String> details = Map.of(
                SimulatedOrder.CONDITIONAL,
                "true",
                "type",
                side + "-limit",
                "stopPrice",
                fields.positive("stopPrice").toPlainString());
        call.place(new NewOrder(
                symbol,
                side.equals("buy") ? Side.BUY : Side.SELL,
                fields.positive("orderPrice"),
                fields.positive("orderSize"),
                clientOrderId,
                details,
                Life.AWAITS_TRIGGER));
        return Json.object("clientOrderId", clientOrderId);
    }

    private NewOrder read(OperationContext call, RequestFields fields) throws VenueRejection {
        if (!fields.required("account-id").equals(HtxVenue.account(call))) {
            throw new VenueRejection("account-get-accounts-inexistent-error", "The account does not exist");
        }
        String symbol = fields.required("symbol");
        if (!symbols.contains(symbol)) {
            throw new VenueRejection("base-symbol-error", "The symbol " + symbol + " is invalid");
        }
        String type = fields.required("type");
        if (KNOWN_TO_THE_VENUE.matcher(type).matches()) {
            throw VenueRejection.notSimulated("order-type-invalid", "The order type " + type);
        }
        if (!RESTING.contains(type) && !ENDING_AT_ONCE.contains(type)) {
            throw new VenueRejection("order-type-invalid", "The order type " + type + " is invalid");
        }
        String clientOrderId =
                fields.has("client-order-id") ? fields.matching("client-order-id", CLIENT_ORDER_ID) : null;
        return new NewOrder(
                symbol,
                type.startsWith("buy") ? Side.BUY : Side.SELL,
                fields.positive("price"),
                fields.positive("amount"),
                clientOrderId,
                Map.of("type", type, "source", fields.optional("source", "spot-api")),
                RESTING.contains(type) ? Life.RESTS : Life.ENDS_AT_ONCE);
    }
}
