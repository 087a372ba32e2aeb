package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrders.NewOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Placing at Bitget. A client order id is refused while an open order has it, and may be used again afterwards. Market orders are
 * refused, because there is no market.
 */
final class BitgetPlacing {
    private static final int CAP = 50;
    private static final Pattern CLIENT_OID = Pattern.compile("[0-9A-Za-z_:#\\-+\\s]{1,64}");
    private static final Set<String> FORCE = Set.of("gtc", "post_only", "fok", "ioc");

    private final List<String> symbols;

    BitgetPlacing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(Call call) throws Refusal {
        Fields fields = BitgetFields.of(call.request());
        return ids(call.place(read(call, fields.required("symbol"), fields)));
    }

    Object batchOrders(Call call) throws Refusal {
        Fields fields = BitgetFields.of(call.request());
        boolean single = fields.optional("batchMode", "single").equals("single");
        @Nullable String symbol = single ? fields.required("symbol") : null;
        List<?> items = fields.list("orderList");
        if (items.isEmpty()) {
            throw new Refusal("40019", "Parameter orderList cannot be empty");
        }
        if (items.size() > CAP) {
            throw new Refusal("40306", "Batch processing orders can only process up to " + CAP);
        }
        List<Object> placed = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (Object item : items) {
            Fields order = BitgetFields.of(item);
            try {
                placed.add(ids(call.place(read(call, symbol == null ? order.required("symbol") : symbol, order))));
            } catch (Refusal refusal) {
                failed.add(BitgetCancelling.failure("", order.optional("clientOid", ""), refusal));
            }
        }
        return Json.object("successList", placed, "failureList", failed);
    }

    private NewOrder read(Call call, String symbol, Fields order) throws Refusal {
        if (!symbols.contains(symbol)) {
            throw new Refusal("40034", "Parameter " + symbol + " does not exist");
        }
        Side side = order.oneOf("side", Set.of("buy", "sell")).equals("buy") ? Side.BUY : Side.SELL;
        if (order.oneOf("orderType", Set.of("limit", "market")).equals("market")) {
            throw new Refusal("40721", "Market orders are not allowed at the moment");
        }
        String force = order.oneOf("force", FORCE);
        return new NewOrder(
                symbol,
                side,
                order.positive("price"),
                order.positive("size"),
                clientOid(call, order),
                Map.of("force", force));
    }

    /** The client's id, or one of the venue's making. */
    private static String clientOid(Call call, Fields order) throws Refusal {
        String clientOid = order.optional("clientOid");
        if (clientOid == null) {
            return "v2-" + (call.orders().count() + 1);
        }
        if (!CLIENT_OID.matcher(clientOid).matches()) {
            throw new Refusal("40305", "client_oid length is not greater than 64, and cannot be Martian characters");
        }
        if (call.findByClientOrderId(clientOid).filter(SimulatedOrder::isOpen).isPresent()) {
            throw new Refusal("43118", "clientOrderId duplicate");
        }
        return clientOid;
    }

    private static Map<String, @Nullable Object> ids(SimulatedOrder order) {
        return Json.object("orderId", order.orderId(), "clientOid", order.clientOrderId());
    }
}
