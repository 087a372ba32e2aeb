package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.OwnMarket.Force;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Placing and amending at Bitget's version 3. A client order id is rejected while an open order has it, and may be used
 * again afterwards, as documented.
 *
 * <p>Choices: a limit order that may rest does, even if it crosses another one. What may not rest (market, {@code ioc},
 * {@code fok}) takes from the orders of the other side, and the rest of it is cancelled; a market order that finds
 * nothing is rejected with 25209. A post-only order that would take is cancelled at once. There are no positions, so
 * attached take-profits and reduce-only orders are rejected.
 */
final class BitgetV3Placing {
    private static final int CAP = 20;
    private static final Pattern CLIENT_OID = Pattern.compile("[.A-Z:/a-z0-9_-]{1,32}");
    private static final Map<String, Force> FORCES = Map.of(
            "gtc", Force.GOOD_TILL_CANCELLED,
            "post_only", Force.POST_ONLY,
            "fok", Force.FILL_OR_KILL,
            "ioc", Force.IMMEDIATE_OR_CANCEL);
    private static final Set<String> LIMIT_OR_MARKET = Set.of("limit", "market");
    private static final List<String> LEGS = List.of(
            "takeProfit",
            "stopLoss",
            "tpTriggerBy",
            "slTriggerBy",
            "tpOrderType",
            "slOrderType",
            "tpLimitPrice",
            "slLimitPrice");
    private static final List<String> CONDITIONS =
            List.of("tpslMode", "posSide", "triggerBy", "triggerPrice", "triggerOrderType", "triggerOrderPrice", "qty");

    Object placeOrder(OperationContext call) throws VenueRejection {
        return ids(place(call, BitgetV3Fields.of(call.request())));
    }

    Object placeOrders(OperationContext call) throws VenueRejection {
        List<RequestFields> items = BitgetV3Fields.elements(call.request(), CAP);
        List<Object> rows = new ArrayList<>();
        for (RequestFields item : items) {
            sameCategory(items.get(0), item);
        }
        for (RequestFields item : items) {
            try {
                rows.add(ids(place(call, item)));
            } catch (VenueRejection rejection) {
                rows.add(BitgetV3Cancelling.failure("", item.optional("clientOid", ""), rejection));
            }
        }
        return rows;
    }

    /** The new state is stored at once. */
    Object amendOrder(OperationContext call) throws VenueRejection {
        return ids(amend(call, BitgetV3Fields.of(call.request())));
    }

    Object amendOrders(OperationContext call) throws VenueRejection {
        List<Object> rows = new ArrayList<>();
        for (RequestFields item : BitgetV3Fields.elements(call.request(), CAP)) {
            try {
                rows.add(ids(amend(call, item)));
            } catch (VenueRejection rejection) {
                rows.add(BitgetV3Cancelling.failure(
                        item.optional("orderId", ""), item.optional("clientOid", ""), rejection));
            }
        }
        return rows;
    }

    /** With {@code tpslMode} full there is no quantity, and one unit stands for it in the book. */
    Object placeConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        String symbol = BitgetV3Fields.symbol(fields, category);
        boolean trigger = fields.optional("type", "tpsl").equals("trigger");
        Map<String, String> details = new HashMap<>(Map.of(
                SimulatedOrder.CONDITIONAL,
                "true",
                BitgetV3Fields.CATEGORY,
                category,
                "type",
                trigger ? "trigger" : "tpsl"));
        remember(fields, LEGS, details);
        remember(fields, CONDITIONS, details);
        if (!trigger && !fields.has("takeProfit") && !fields.has("stopLoss")) {
            throw fields.wrong("takeProfit");
        }
        Side side = trigger ? side(fields) : fields.optional("posSide", "long").equals("long") ? Side.SELL : Side.BUY;
        return ids(call.place(new NewOrder(
                symbol,
                side,
                conditionalPrice(fields, trigger),
                trigger || fields.has("qty") ? fields.positive("qty") : BigDecimal.ONE,
                clientOid(call, fields),
                details,
                Life.AWAITS_TRIGGER)));
    }

    Object amendConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        SimulatedOrder order = BitgetV3Cancelling.open(
                BitgetV3Cancelling.find(call, fields).filter(SimulatedOrder::isConditional), "25597");
        Map<String, String> details = new HashMap<>(order.details());
        remember(fields, LEGS, details);
        remember(fields, CONDITIONS, details);
        RequestFields changed = BitgetV3Fields.of(details);
        call.amend(order.amended(
                conditionalPrice(changed, changed.optional("type", "tpsl").equals("trigger")),
                fields.has("qty") ? fields.positive("qty") : order.quantity(),
                details,
                call.now()));
        return ids(order);
    }

    /** The price at which the order rests once it is triggered. */
    private static BigDecimal conditionalPrice(RequestFields fields, boolean trigger) throws VenueRejection {
        if (trigger) {
            boolean limit = fields.optional("triggerOrderType", "market").equals("limit");
            BigDecimal at = fields.positive("triggerPrice");
            return limit ? fields.positive("triggerOrderPrice") : at;
        }
        return fields.positive(fields.has("takeProfit") ? "takeProfit" : "stopLoss");
    }

    private static void remember(RequestFields fields, List<String> names, Map<String, String> details) {
        for (String name : names) {
            String value = fields.optional(name);
            if (value != null) {
                details.put(name, value);
            }
        }
    }

    private static SimulatedOrder place(OperationContext call, RequestFields order) throws VenueRejection {
        String category = BitgetV3Fields.category(order);
        String symbol = BitgetV3Fields.symbol(order, category);
        Side side = side(order);
        String type = order.oneOf("orderType", LIMIT_OR_MARKET);
        reject(order);
        OwnMarket own = BitgetV3Market.market(call, category, symbol);
        Map<String, String> details =
                new HashMap<>(Map.of(BitgetV3Fields.CATEGORY, category, "orderType", type, "timeInForce", "gtc"));
        if (type.equals("market")) {
            BigDecimal asked = order.positive("qty");
            NewOrder draft = new NewOrder(symbol, side, BigDecimal.ZERO, asked, clientOid(call, order), details);
            return atAnyPrice(own, draft, category)
                    .orElseThrow(
                            () -> new VenueRejection("25209", "Insufficient market liquidity, please try again later"));
        }
        String force = order.has("timeInForce") ? order.oneOf("timeInForce", FORCES.keySet()) : "gtc";
        details.put("timeInForce", force);
        return own.placeLimit(
                new NewOrder(
                        symbol, side, order.positive("price"), order.positive("qty"), clientOid(call, order), details),
                Objects.requireNonNull(FORCES.get(force)));
    }

    /** A buy on spot and margin says what it spends, every other order what it trades. */
    private static Optional<SimulatedOrder> atAnyPrice(OwnMarket own, NewOrder draft, String category) {
        boolean spends = draft.side() == Side.BUY && Set.of("SPOT", "MARGIN").contains(category);
        return spends
                ? own.placeForAmount(draft.with("amount", draft.quantity().toPlainString()), draft.quantity())
                : own.placeAtAnyPrice(draft);
    }

    private static SimulatedOrder amend(OperationContext call, RequestFields change) throws VenueRejection {
        if (change.optional("autoCancel", "no").equals("yes")) {
            throw VenueRejection.notSimulated("25568", "autoCancel");
        }
        SimulatedOrder order = BitgetV3Cancelling.open(BitgetV3Cancelling.plain(call, change), "25204");
        BigDecimal price = change.has("price") ? change.positive("price") : order.price();
        BigDecimal quantity = change.has("qty") ? change.positive("qty") : order.quantity();
        if (quantity.compareTo(order.filled()) < 0) {
            throw new VenueRejection("25568", "The order does not meet the modification requirements.");
        }
        if (price.compareTo(order.price()) == 0 && quantity.compareTo(order.quantity()) == 0) {
            throw new VenueRejection(
                    "25571",
                    "The modification price and qty is the same as the original value. Please adjust and try again.");
        }
        call.amend(order.amended(price, quantity, order.details(), call.now()));
        return order;
    }

    private static void reject(RequestFields order) throws VenueRejection {
        for (String name : LEGS) {
            if (order.has(name)) {
                throw VenueRejection.notSimulated("25593", "Parameter " + name);
            }
        }
        for (String name : List.of("reduceOnly", "autoBorrow", "pxAmendType")) {
            if (order.optional(name, "no").equals("yes")) {
                throw VenueRejection.notSimulated("25593", "Parameter " + name);
            }
        }
    }

    private static void sameCategory(RequestFields first, RequestFields item) throws VenueRejection {
        if (!BitgetV3Fields.category(first).equals(BitgetV3Fields.category(item))) {
            throw BitgetV3Fields.rejected("the orders are not of one category");
        }
    }

    private static Side side(RequestFields order) throws VenueRejection {
        return order.oneOf("side", Set.of("buy", "sell")).equals("buy") ? Side.BUY : Side.SELL;
    }

    /** The client's id, or one that the venue generates. */
    private static String clientOid(OperationContext call, RequestFields order) throws VenueRejection {
        if (!order.has("clientOid")) {
            return "v3-" + (call.account().book().count() + 1);
        }
        String clientOid = order.matching("clientOid", CLIENT_OID);
        boolean taken = call.findByClientOrderId(clientOid)
                .filter(SimulatedOrder::isOpen)
                .isPresent();
        if (taken && !call.habits().clientIdsMayRepeat()) {
            throw new VenueRejection("25212", "Duplicate clientOid");
        }
        return clientOid;
    }

    private static Map<String, @Nullable Object> ids(SimulatedOrder order) {
        return Json.object("orderId", order.orderId(), "clientOid", order.clientOrderId());
    }
}
