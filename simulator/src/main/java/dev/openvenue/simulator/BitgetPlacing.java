package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Placing at Bitget. A client order id is rejected while an open order has it, and may be used again afterwards.
 * {@code force} is accepted in either case, because live orders with {@code GTC} were seen (ccxt issues 22828 and
 * 25176), and is required, as documented. Market orders and attached take-profits are rejected, because there is no
 * market; an order that may not rest is cancelled at once.
 *
 * <p>A trigger order ({@code tpslType} {@code tpsl}) ignores its {@code clientOid}, as documented; that the venue
 * generates one instead is a choice.
 */
final class BitgetPlacing {
    private static final int CAP = 50;
    private static final Pattern CLIENT_OID = Pattern.compile("[0-9A-Za-z_:#\\-+\\s]{1,64}");
    private static final Set<String> FORCE = Set.of("gtc", "post_only", "fok", "ioc");
    private static final List<String> PRESETS =
            List.of("presetTakeProfitPrice", "executeTakeProfitPrice", "presetStopLossPrice", "executeStopLossPrice");

    private final List<String> symbols;

    BitgetPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        return ids(call.place(read(call, fields.required("symbol"), fields)));
    }

    /** Limit orders only; {@code clientOid} is taken as it is. */
    Object placeConditionalOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        String symbol = known(fields.required("symbol"));
        if (fields.oneOf("orderType", Set.of("limit", "market")).equals("market")) {
            throw VenueRejection.notSimulated("40721", "A market order");
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
                placed.add(ids(call.place(read(call, symbol == null ? order.required("symbol") : symbol, order))));
            } catch (VenueRejection rejection) {
                failed.add(BitgetCancelling.failure("", order.optional("clientOid", ""), rejection));
            }
        }
        return Json.object("successList", placed, "failureList", failed);
    }

    private NewOrder read(OperationContext call, String symbol, RequestFields order) throws VenueRejection {
        known(symbol);
        Side side = side(order);
        if (order.oneOf("orderType", Set.of("limit", "market")).equals("market")) {
            throw VenueRejection.notSimulated("40721", "A market order");
        }
        String force = order.required("force").toLowerCase(Locale.ROOT);
        if (!FORCE.contains(force)) {
            throw order.wrong("force");
        }
        BigDecimal price = order.positive("price");
        BigDecimal size = order.positive("size");
        if (BitgetFields.trigger(order)) {
            String trigger = order.positive("triggerPrice").toPlainString();
            Map<String, String> details = Map.of("force", force, "triggerPrice", trigger);
            return new NewOrder(symbol, side, price, size, madeUp(call), details, Life.AWAITS_TRIGGER);
        }
        reject(order, PRESETS);
        Life life = force.equals("ioc") || force.equals("fok") ? Life.ENDS_AT_ONCE : Life.RESTS;
        return new NewOrder(symbol, side, price, size, clientOid(call, order), Map.of("force", force), life);
    }

    private String known(String symbol) throws VenueRejection {
        if (!symbols.contains(symbol)) {
            throw new VenueRejection("40034", "Parameter " + symbol + " does not exist");
        }
        return symbol;
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
