package dev.openvenue.simulator;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Queries at Bitget's version 3. Lists are newest first; the cursor of a page is its smallest id, as was seen. Choices
 * where the documents are silent: an unknown order is 25204, a closed one is found by its {@code clientOid} for ever,
 * and until it is triggered a conditional order appears in the lists of its own only.
 */
final class BitgetV3Queries {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

    Object getOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String orderId = fields.optional("orderId");
        return (orderId == null ? call.lookUpByClientOrderId(fields.required("clientOid")) : call.lookUp(orderId))
                .filter(order -> !order.awaitsTrigger())
                .map(BitgetV3Rows::order)
                .orElseThrow(() -> BitgetV3Cancelling.unknown("25204"));
    }

    Object listOpenOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        return page(
                call,
                fields,
                order -> order.isOpen() && !order.awaitsTrigger(),
                BitgetV3Fields.categoryIfAny(fields),
                BitgetV3Rows::order);
    }

    Object listOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        return page(
                call,
                fields,
                order -> !order.isOpen() && !order.awaitsTrigger(),
                BitgetV3Fields.category(fields),
                BitgetV3Rows::order);
    }

    /** All in one list, without pages, as documented; those of the kind that the other calls take for granted. */
    Object listOpenConditionalOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        String type = fields.optional("type", "tpsl");
        List<SimulatedOrder> waiting = call.list().stream()
                .filter(order -> order.isOpen() && order.isConditional() && type.equals(type(order)))
                .filter(order -> BitgetV3Fields.isOf(order, category, null))
                .map(call::row)
                .filter(SimulatedOrder::isOpen)
                .toList();
        return call.inRowOrder(waiting).stream().map(BitgetV3Rows::conditional).toList();
    }

    /** The cancelled ones, and the triggered ones, whose orders have the same id here. */
    Object listConditionalOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String type = fields.optional("type", "tpsl");
        return page(
                call,
                fields,
                order -> order.details().containsKey(SimulatedOrder.CONDITIONAL)
                        && type.equals(type(order))
                        && !(order.isOpen() && order.awaitsTrigger()),
                BitgetV3Fields.category(fields),
                BitgetV3Rows::conditional);
    }

    /** Newest first; without any the list is null, as was seen. */
    Object listFills(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        @Nullable String category = BitgetV3Fields.categoryIfAny(fields);
        @Nullable String orderId = fields.optional("orderId");
        Window window = window(fields);
        List<SimulatedFill> found = call
                .fills(order -> BitgetV3Fields.isOf(order, category, null)
                        && (orderId == null || orderId.equals(order.orderId())))
                .stream()
                .filter(window::holds)
                .limit(call.pageSize(fields.within("limit", 100, 1, 100)))
                .toList();
        return Json.object(
                "list",
                found.isEmpty() ? null : found.stream().map(BitgetV3Rows::fill).toList(),
                "cursor",
                found.isEmpty() ? null : found.get(found.size() - 1).id());
    }

    /** What open orders on spot lock, and the rest. */
    Object getBalances(OperationContext call) {
        return BitgetV3Rows.balances(Pair.coins(BitgetV3Fields.symbols("SPOT")).stream()
                .map(coin -> Funds.of(
                        call, coin, order -> BitgetV3Fields.category(order).equals("SPOT") && !order.awaitsTrigger()))
                .toList());
    }

    private static String type(SimulatedOrder order) {
        return String.valueOf(order.details().get("type"));
    }

    private static Object page(
            OperationContext call,
            RequestFields fields,
            Predicate<SimulatedOrder> wanted,
            @Nullable String category,
            Function<SimulatedOrder, Object> row)
            throws VenueRejection {
        String symbol = fields.optional("symbol");
        Window window = window(fields);
        List<SimulatedOrder> page = call.newest(
                order -> wanted.test(order) && BitgetV3Fields.isOf(order, category, symbol) && window.holds(order),
                call.pageSize(fields.within("limit", 100, 1, 100)));
        return Json.object(
                "list",
                call.inRowOrder(page).stream().map(row).toList(),
                "cursor",
                page.isEmpty() ? null : page.get(page.size() - 1).orderId());
    }

    private static Window window(RequestFields fields) throws VenueRejection {
        Window window = Window.of(fields, "startTime", "endTime", "cursor");
        boolean closed = fields.has("startTime") && fields.has("endTime");
        if (closed && window.start().plus(LONGEST_WINDOW).isBefore(window.end())) {
            throw new VenueRejection("00001", "startTime and endTime lie more than 30 days apart");
        }
        return window;
    }
}
