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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Placing at XT's API v4. An order that may not rest (market, IOC, FOK) takes from the {@link OwnMarket}, and what it
 * does not get is cancelled; GTX is cancelled if it would take. A GTC order rests, even if it could trade: only tests
 * fill it.
 *
 * <p>Choices where the documents are silent: a client order id may be used again, and refers to the newest order then;
 * a market order is accepted with every {@code timeInForce}, and rejected with ORDER_F0601 if there is nothing to take;
 * an amended order keeps its id; an item of a batch that is rejected has its reason in words, as in the sample.
 */
final class XtV4Placing {
    static final String MARKET = "MARKET";

    private static final int CAP = 100;
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_]{4,32}");
    private static final Set<String> TYPES = Set.of("LIMIT", MARKET);
    private static final Map<String, Force> FORCES = Map.of(
            "GTC", Force.GOOD_TILL_CANCELLED,
            "IOC", Force.IMMEDIATE_OR_CANCEL,
            "FOK", Force.FILL_OR_KILL,
            "GTX", Force.POST_ONLY);

    private final List<String> symbols;

    XtV4Placing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        SimulatedOrder placed = place(call, XtV4Fields.of(call.request()));
        return Json.object("orderId", placed.orderId(), "ip", "127.0.0.1");
    }

    Object placeOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        List<?> items = fields.list("items");
        if (items.isEmpty() || items.size() > CAP) {
            throw XtV4Fields.failure("items has " + items.size() + " orders; 1 to " + CAP + " are allowed");
        }
        List<Object> rows = new ArrayList<>();
        for (Object item : items) {
            RequestFields order = XtV4Fields.of(item);
            String orderId = null;
            String reason = null;
            try {
                orderId = place(call, order).orderId();
            } catch (VenueRejection rejection) {
                reason = rejection.text().isEmpty() ? "rejected by " + rejection.code() : rejection.text();
            }
            rows.add(Json.object(
                    "index",
                    rows.size(),
                    "clientOrderId",
                    order.optional("clientOrderId"),
                    "orderId",
                    orderId,
                    "rejected",
                    orderId == null,
                    "reason",
                    reason));
        }
        return Json.object("batchId", fields.optional("clientBatchId", "1"), "items", rows);
    }

    /** The order must be open, and a limit order; what is filled already counts towards the new quantity. */
    Object amendOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        BigDecimal price = fields.positive("price");
        BigDecimal quantity = fields.positive("quantity");
        SimulatedOrder order =
                call.find(call.pathId()).filter(SimulatedOrder::isOpen).orElseThrow(XtV4Fields::noSuchOrder);
        if (quantity.compareTo(order.filled()) <= 0) {
            throw fields.wrong("quantity");
        }
        call.amend(order.amended(price, quantity, order.details(), call.now()));
        return Json.object("orderId", order.orderId(), "modifyId", call.habits().takeOrderId());
    }

    private SimulatedOrder place(OperationContext call, RequestFields fields) throws VenueRejection {
        String symbol = XtV4Fields.symbol(fields, symbols);
        Side side = XtV4Fields.side(fields);
        boolean market = fields.oneOf("type", TYPES).equals(MARKET);
        String timeInForce = fields.oneOf("timeInForce", FORCES.keySet());
        Map<String, String> details = new HashMap<>();
        details.put("bizType", fields.oneOf("bizType", XtV4Fields.BUSINESS));
        details.put("timeInForce", timeInForce);
        String clientId = fields.has("clientOrderId") ? fields.matching("clientOrderId", CLIENT_ID) : null;
        OwnMarket own = OwnMarket.of(call, symbol);
        NewOrder draft = new NewOrder(symbol, side, BigDecimal.ZERO, BigDecimal.ZERO, clientId, details);
        if (market) {
            return market(fields, own, draft.with("type", MARKET));
        }
        return own.placeLimit(
                draft.priced(fields.positive("price"), fields.positive("quantity")),
                Objects.requireNonNull(FORCES.get(timeInForce)));
    }

    /** Buys for a value, or sells a quantity. */
    private static SimulatedOrder market(RequestFields fields, OwnMarket own, NewOrder draft) throws VenueRejection {
        boolean buys = draft.side() == Side.BUY;
        String forbidden = buys ? "quantity" : "quoteQty";
        if (fields.has(forbidden)) {
            throw XtV4Fields.failure(forbidden + " does not belong to this order");
        }
        Optional<SimulatedOrder> placed = buys
                ? own.placeForAmount(draft, fields.positive("quoteQty"))
                : own.placeAtAnyPrice(draft.priced(BigDecimal.ZERO, fields.positive("quantity")));
        return placed.orElseThrow(() -> new VenueRejection("ORDER_F0601", "")
                .because(
                        "nothing-to-take",
                        "A market order came, and none of the account's own orders rests on the other side",
                        "Place an order on the other side first, or turn fillsAtOnce on"));
    }

    /** Whether an order took what rested. */
    static boolean takes(SimulatedOrder order) {
        return MARKET.equals(order.details().get("type"))
                || List.of("IOC", "FOK").contains(order.details().getOrDefault("timeInForce", "GTC"));
    }
}
