package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrders.NewOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Placing at HTX. A client order id is never refused as a duplicate: since May 2021 the venue does not look, and a repeated request is a
 * second order. Only limit orders that can rest are taken, because there is no market.
 */
final class HtxPlacing {
    private static final int CAP = 10;
    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> TYPES = Set.of("buy-limit", "sell-limit", "buy-limit-maker", "sell-limit-maker");

    private final List<String> symbols;

    HtxPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    /** The id, as text. */
    Object placeOrder(Call call) throws Refusal {
        return call.place(read(HtxFields.body(call.request()))).orderId();
    }

    /** A row per order, in order; here ids are numbers. */
    Object placeBatchOrders(Call call) throws Refusal {
        if (!(HtxFields.json(call.request()) instanceof List<?> items)) {
            throw HtxFields.gatewayError();
        }
        if (items.isEmpty() || items.size() > CAP) {
            throw new Refusal("validation-constraints-error", "The list must have 1 to " + CAP + " orders");
        }
        List<Object> rows = new ArrayList<>();
        for (Object item : items) {
            Fields fields = HtxFields.object(item);
            String clientOrderId = fields.optional("client-order-id", "");
            try {
                SimulatedOrder order = call.place(read(fields));
                rows.add(Json.object("order-id", new BigDecimal(order.orderId()), "client-order-id", clientOrderId));
            } catch (Refusal refusal) {
                rows.add(Json.object(
                        "client-order-id", clientOrderId, "err-code", refusal.code(), "err-msg", refusal.text()));
            }
        }
        return rows;
    }

    private NewOrder read(Fields fields) throws Refusal {
        if (!fields.required("account-id").equals(HtxVenue.ACCOUNT)) {
            throw new Refusal("account-get-accounts-inexistent-error", "The account does not exist");
        }
        String symbol = fields.required("symbol");
        if (!symbols.contains(symbol)) {
            throw new Refusal("base-symbol-error", "The symbol " + symbol + " is invalid");
        }
        String type = fields.required("type");
        if (!TYPES.contains(type)) {
            throw new Refusal("order-type-invalid", "The order type " + type + " is invalid");
        }
        String clientOrderId =
                fields.has("client-order-id") ? fields.matching("client-order-id", CLIENT_ORDER_ID) : null;
        return new NewOrder(
                symbol,
                type.startsWith("buy") ? Side.BUY : Side.SELL,
                fields.positive("price"),
                fields.positive("amount"),
                clientOrderId,
                Map.of("type", type, "source", fields.optional("source", "spot-api")));
    }
}
