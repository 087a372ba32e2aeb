package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.OwnMarket.Force;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placing at HTX. A client order id is never rejected as a duplicate: since May 2021 the venue does not check it, and a
 * retried request is a second order. An order that may not rest takes from the {@link OwnMarket}; a stop order waits
 * until the test triggers it. Grid orders are rejected. A choice: a market order that finds nothing to take is
 * cancelled at once, at the price 0.
 */
final class HtxPlacing {
    private static final int CAP = 10;
    private static final Pattern CLIENT_ORDER_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** What stands behind {@code buy-} and {@code sell-}. */
    private static final Map<String, Force> LIMITS = Map.of(
            "limit", Force.GOOD_TILL_CANCELLED,
            "limit-maker", Force.POST_ONLY,
            "ioc", Force.IMMEDIATE_OR_CANCEL,
            "limit-fok", Force.FILL_OR_KILL);

    private static final Pattern TYPE = Pattern.compile("(buy|sell)-([a-z-]+)");
    private static final Set<String> STOPS = Set.of("stop-limit", "stop-limit-fok");
    private static final Set<String> NOT_SIMULATED = Set.of("market-grid", "limit-grid");
    private static final String MARKET = "market";

    private final List<String> symbols;

    HtxPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    /** The id, as text. */
    Object placeOrder(OperationContext call) throws VenueRejection {
        return place(call, HtxFields.body(call.request())).orderId();
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
                SimulatedOrder order = place(call, fields);
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

    private SimulatedOrder place(OperationContext call, RequestFields fields) throws VenueRejection {
        if (!fields.required("account-id").equals(HtxVenue.account(call))) {
            throw new VenueRejection("account-get-accounts-inexistent-error", "The account does not exist");
        }
        String symbol = HtxFields.symbol(fields, symbols);
        String type = fields.required("type");
        Matcher parts = TYPE.matcher(type);
        String kind = parts.matches() ? parts.group(2) : "";
        if (NOT_SIMULATED.contains(kind)) {
            throw VenueRejection.notSimulated("order-type-invalid", "The order type " + type);
        }
        if (!LIMITS.containsKey(kind) && !STOPS.contains(kind) && !kind.equals(MARKET)) {
            throw new VenueRejection("order-type-invalid", "The order type " + type + " is invalid");
        }
        NewOrder draft = new NewOrder(
                symbol,
                type.startsWith("buy") ? Side.BUY : Side.SELL,
                kind.equals(MARKET) ? BigDecimal.ZERO : fields.positive("price"),
                fields.positive("amount"),
                fields.has("client-order-id") ? fields.matching("client-order-id", CLIENT_ORDER_ID) : null,
                Map.of("type", type, "source", fields.optional("source", "spot-api")));
        if (STOPS.contains(kind)) {
            return call.place(
                    draft.with("stop-price", fields.positive("stop-price").toPlainString())
                            .with("operator", fields.oneOf("operator", Set.of("gte", "lte")))
                            .living(Life.AWAITS_TRIGGER));
        }
        OwnMarket own = OwnMarket.of(call, symbol);
        return kind.equals(MARKET)
                ? atAnyPrice(own, draft).orElseGet(() -> call.place(draft.living(Life.ENDS_AT_ONCE)))
                : own.placeLimit(draft, Objects.requireNonNull(LIMITS.get(kind)));
    }

    /** The amount of a buy is what it spends. */
    private static Optional<SimulatedOrder> atAnyPrice(OwnMarket own, NewOrder draft) {
        return draft.side() == Side.BUY
                ? own.placeForAmount(draft.with("amount", draft.quantity().toPlainString()), draft.quantity())
                : own.placeAtAnyPrice(draft);
    }

    /** Whether an order took what rested. */
    static boolean takes(SimulatedOrder order) {
        String type = order.details().getOrDefault("type", "");
        return type.endsWith("-market") || type.endsWith("-ioc") || type.endsWith("-limit-fok");
    }
}
