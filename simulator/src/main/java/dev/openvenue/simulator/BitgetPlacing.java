package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.OwnMarket.Force;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Placing at Bitget. A client order id is rejected while an open order has it, and may be used again afterwards.
 * {@code force} is accepted in either case, because live orders with {@code GTC} were seen (ccxt issues 22828 and
 * 25176), and is required, as documented. An order that may not rest takes from the {@link OwnMarket}. Attached
 * take-profits are rejected. A choice: a market order that finds nothing to take is cancelled at once, at the price 0.
 *
 * <p>A trigger order ({@code tpslType} {@code tpsl}) ignores its {@code clientOid}, as documented; that the venue
 * generates one instead is a choice.
 */
final class BitgetPlacing {
    private static final int CAP = 50;
    private static final Pattern CLIENT_OID = Pattern.compile("[0-9A-Za-z_:#\\-+\\s]{1,64}");
    private static final String ORDER_TYPE = "orderType";
    private static final String MARKET = "market";
    private static final Set<String> LIMIT_OR_MARKET = Set.of("limit", MARKET);
    private static final Map<String, Force> FORCES = Map.of(
            "gtc", Force.GOOD_TILL_CANCELLED,
            "post_only", Force.POST_ONLY,
            "ioc", Force.IMMEDIATE_OR_CANCEL,
            "fok", Force.FILL_OR_KILL);
    private static final List<String> PRESETS =
            List.of("presetTakeProfitPrice", "executeTakeProfitPrice", "presetStopLossPrice", "executeStopLossPrice");

    private final List<String> symbols;

    BitgetPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        return ids(place(call, fields.required("symbol"), fields));
    }

    /** Limit orders only; {@code clientOid} is taken as it is. */
    Object placeConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        String symbol = BitgetFields.symbol(fields, symbols);
        if (fields.oneOf(ORDER_TYPE, LIMIT_OR_MARKET).equals(MARKET)) {
            throw VenueRejection.notSimulated("40721", "A market order that waits for a trigger");
        }
        Map<String, String> details = Map.of(
                SimulatedOrder.CONDITIONAL,
                "true",
                "force",
                "gtc",
                "triggerPrice",
                fields.positive("triggerPrice").toPlainString(),
                "triggerType",
                fields.oneOf("triggerType", Set.of("fill_price", "mark_price")));
        return ids(call.place(new NewOrder(
                symbol,
                side(fields),
                fields.positive("executePrice"),
                fields.positive("size"),
                fields.has("clientOid") ? fields.required("clientOid") : madeUp(call),
                details,
                Life.AWAITS_TRIGGER)));
    }

    Object placeOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        boolean single = fields.optional("batchMode", "single").equals("single");
        @Nullable String symbol = single ? fields.required("symbol") : null;
        List<?> items = fields.list("orderList");
        if (items.isEmpty()) {
            throw new VenueRejection("40019", "Parameter orderList cannot be empty");
        }
        if (items.size() > CAP) {
            throw new VenueRejection("40306", "Batch processing orders can only process up to " + CAP);
        }
        List<Object> placed = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Object item : items) {
            RequestFields order = BitgetFields.of(item);
            try {
                reject(order, List.of("tpslType", "triggerPrice"));
                placed.add(ids(place(call, symbol == null ? order.required("symbol") : symbol, order)));
            } catch (VenueRejection rejection) {
                failed.add(BitgetCancelling.failure("", order.optional("clientOid", ""), rejection));
            }
        }
        return Json.object("successList", placed, "failureList", failed);
    }

    private SimulatedOrder place(OperationContext call, String symbol, RequestFields order) throws VenueRejection {
        BitgetFields.known(symbol, symbols);
        Side side = side(order);
        boolean market = order.oneOf(ORDER_TYPE, LIMIT_OR_MARKET).equals(MARKET);
        String force = order.required("force").toLowerCase(Locale.ROOT);
        if (!FORCES.containsKey(force)) {
            throw order.wrong("force");
        }
        BigDecimal price = market ? BigDecimal.ZERO : order.positive("price");
        BigDecimal size = order.positive("size");
        NewOrder draft = new NewOrder(
                symbol,
                side,
                price,
                size,
                BitgetFields.trigger(order) ? madeUp(call) : clientOid(call, order),
                Map.of("force", force));
        if (BitgetFields.trigger(order)) {
            if (market) {
                throw VenueRejection.notSimulated("40721", "A market order that waits for a trigger");
            }
            return call.place(
                    draft.with("triggerPrice", order.positive("triggerPrice").toPlainString())
                            .living(Life.AWAITS_TRIGGER));
        }
        reject(order, PRESETS);
        OwnMarket own = OwnMarket.of(call, symbol);
        return market
                ? atAnyPrice(own, draft.with(ORDER_TYPE, MARKET))
                        .orElseGet(
                                () -> call.place(draft.with(ORDER_TYPE, MARKET).living(Life.ENDS_AT_ONCE)))
                : own.placeLimit(draft, Objects.requireNonNull(FORCES.get(force)));
    }

    /** The size of a buy is what it spends. */
    private static Optional<SimulatedOrder> atAnyPrice(OwnMarket own, NewOrder draft) {
        return draft.side() == Side.BUY
                ? own.placeForAmount(draft.with("amount", draft.quantity().toPlainString()), draft.quantity())
                : own.placeAtAnyPrice(draft);
    }

    static boolean isMarket(SimulatedOrder order) {
        return MARKET.equals(order.details().get(ORDER_TYPE));
    }

    /** Whether an order took what rested. */
    static boolean takes(SimulatedOrder order) {
        return isMarket(order) || Set.of("ioc", "fok").contains(order.details().getOrDefault("force", "gtc"));
    }

    /**
     * Cancels an order and places another; if the cancel fails, nothing is placed, and if the placing fails, the order
     * is cancelled all the same, as documented. Either failure is a word in the payload.
     */
    Object replaceOrder(OperationContext call) throws VenueRejection {
        return replaced(call, BitgetFields.of(call.request()));
    }

    Object replaceOrders(OperationContext call) throws VenueRejection {
        List<?> items = BitgetFields.of(call.request()).list("orderList");
        if (items.isEmpty() || items.size() > CAP) {
            throw new VenueRejection("40306", "Batch processing orders can only process up to " + CAP);
        }
        List<Object> rows = new ArrayList<>();
        for (Object item : items) {
            rows.add(replaced(call, BitgetFields.of(item)));
        }
        return rows;
    }

    private Object replaced(OperationContext call, RequestFields fields) {
        try {
            SimulatedOrder old = BitgetCancelling.cancel(call, BitgetFields.symbol(fields, symbols), fields);
            Map<String, Object> order = new HashMap<>(Map.of(
                    "side",
                    old.side() == Side.BUY ? "buy" : "sell",
                    ORDER_TYPE,
                    "limit",
                    "force",
                    old.details().getOrDefault("force", "gtc"),
                    "price",
                    fields.positive("price"),
                    "size",
                    fields.positive("size")));
            if (fields.has("newClientOid")) {
                order.put("clientOid", fields.required("newClientOid"));
            }
            SimulatedOrder placed = place(call, old.symbol(), BitgetFields.of(order));
            return Json.object(
                    "orderId",
                    placed.orderId(),
                    "clientOid",
                    placed.clientOrderId(),
                    "success",
                    "success",
                    "msg",
                    null);
        } catch (VenueRejection rejection) {
            return Json.object(
                    "orderId",
                    fields.optional("orderId", ""),
                    "clientOid",
                    fields.optional("clientOid"),
                    "success",
                    "failure",
                    "msg",
                    rejection.text());
        }
    }

    /** Limit orders only. */
    Object amendConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        SimulatedOrder order = BitgetCancelling.openConditional(call, fields);
        if (fields.oneOf(ORDER_TYPE, LIMIT_OR_MARKET).equals(MARKET)) {
            throw VenueRejection.notSimulated("40721", "A market order that waits for a trigger");
        }
        Map<String, String> details = new HashMap<>(order.details());
        details.put("triggerPrice", fields.positive("triggerPrice").toPlainString());
        call.amend(order.amended(fields.positive("executePrice"), fields.positive("size"), details, call.now()));
        return ids(order);
    }

    private static Side side(RequestFields order) throws VenueRejection {
        return order.oneOf("side", Set.of("buy", "sell")).equals("buy") ? Side.BUY : Side.SELL;
    }

    private static void reject(RequestFields order, List<String> notSimulated) throws VenueRejection {
        for (String name : notSimulated) {
            if (order.has(name)) {
                throw VenueRejection.notSimulated("40020", "Parameter " + name);
            }
        }
    }

    /** The client's id, or one that the venue generates. */
    private static String clientOid(OperationContext call, RequestFields order) throws VenueRejection {
        String clientOid = order.optional("clientOid");
        if (clientOid == null) {
            return madeUp(call);
        }
        if (!CLIENT_OID.matcher(clientOid).matches()) {
            throw new VenueRejection(
                    "40305", "client_oid length is not greater than 64, and cannot be Martian characters");
        }
        if (!call.habits().clientIdsMayRepeat()
                && call.findByClientOrderId(clientOid)
                        .filter(SimulatedOrder::isOpen)
                        .isPresent()) {
            throw new VenueRejection("43118", "clientOrderId duplicate");
        }
        return clientOid;
    }

    private static String madeUp(OperationContext call) {
        return "v2-" + (call.account().book().count() + 1);
    }

    private static Map<String, @Nullable Object> ids(SimulatedOrder order) {
        return Json.object("orderId", order.orderId(), "clientOid", order.clientOrderId());
    }
}
