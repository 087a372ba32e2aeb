package dev.openvenue.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Order queries at Bitget. Lists are newest first, paginated by {@code idLessThan}. Choices where the documents are
 * silent: an unknown order is 43001 (40020 was seen too), a symbol in lower case matches nothing, and until it is
 * triggered, a trigger order appears in lists only, when {@code tpslType} asks for it.
 */
final class BitgetQueries {
    private static final Duration FINDABLE_BY_CLIENT_OID = Duration.ofHours(2);

    private final List<String> symbols;

    BitgetQueries(List<String> symbols) {
        this.symbols = symbols;
    }

    /** Returns a list of one order; by {@code clientOid} only orders of the last two hours are found. */
    Object getOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        SimulatedOrder order =
                find(call, fields).orElseThrow(() -> new VenueRejection("43001", "The order does not exist"));
        return List.of(BitgetRows.row(order));
    }

    Object listOpenOrders(OperationContext call) throws VenueRejection {
        return rows(call, plainOr(call, SimulatedOrder::isOpen), BitgetRows::unfilled);
    }

    Object listOrders(OperationContext call) throws VenueRejection {
        return rows(
                call,
                plainOr(call, order -> !order.isOpen()),
                order -> BitgetRows.withTrigger(BitgetRows.row(order), order));
    }

    Object listOpenConditionalOrders(OperationContext call) throws VenueRejection {
        return conditional(call, order -> order.isOpen() && order.isConditional());
    }

    /** The cancelled ones, and the triggered ones, whose orders have the same id here. */
    Object listConditionalOrders(OperationContext call) throws VenueRejection {
        return conditional(
                call,
                order -> order.details().containsKey(SimulatedOrder.CONDITIONAL)
                        && !(order.isOpen() && order.awaitsTrigger()));
    }

    /** The cursor of the next page is the last id, as the documents say; that of the last page is too. */
    private static Object conditional(OperationContext call, Predicate<SimulatedOrder> wanted) throws VenueRejection {
        int limit = call.pageSize(BitgetFields.of(call.request()).within("limit", 20, 1, 100));
        List<SimulatedOrder> found = page(call, wanted, limit + 1);
        List<SimulatedOrder> page = found.subList(0, Math.min(limit, found.size()));
        return Json.object(
                "nextFlag",
                found.size() > limit,
                "idLessThan",
                page.isEmpty() ? "" : page.get(page.size() - 1).orderId(),
                "orderList",
                call.inRowOrder(page).stream().map(BitgetRows::conditional).toList());
    }

    Object listFills(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        String symbol = fields.optional("symbol");
        String orderId = fields.optional("orderId");
        Window window = Window.of(fields, "startTime", "endTime", "idLessThan");
        return call
                .fills(order -> (symbol == null || symbol.equals(order.symbol()))
                        && (orderId == null || orderId.equals(order.orderId())))
                .stream()
                .filter(window::holds)
                .limit(call.pageSize(fields.within("limit", 100, 1, 100)))
                .map(BitgetRows::fill)
                .toList();
    }

    /** What open orders lock is frozen. */
    Object getBalances(OperationContext call) throws VenueRejection {
        String only = BitgetFields.of(call.request()).optional("coin");
        return Pair.coins(symbols).stream()
                .filter(coin -> only == null || only.equalsIgnoreCase(coin))
                .map(coin -> Funds.of(call, coin, order -> !order.awaitsTrigger()))
                .map(funds -> Json.object(
                        "coin", funds.coin(),
                        "available", funds.available().toPlainString(),
                        "frozen", funds.locked().toPlainString(),
                        "locked", "0",
                        "limitAvailable", "0",
                        "uTime", Long.toString(call.now().toEpochMilli())))
                .toList();
    }

    /** Plain orders, or trigger orders if they are asked for. */
    private static Predicate<SimulatedOrder> plainOr(OperationContext call, Predicate<SimulatedOrder> wanted)
            throws VenueRejection {
        boolean trigger = BitgetFields.trigger(BitgetFields.of(call.request()));
        return order -> wanted.test(order) && trigger == order.awaitsTrigger() && !order.isConditional();
    }

    private static Optional<SimulatedOrder> find(OperationContext call, RequestFields fields) throws VenueRejection {
        String orderId = fields.optional("orderId");
        if (orderId != null) {
            return call.lookUp(orderId).filter(order -> !order.awaitsTrigger());
        }
        String clientOid = fields.optional("clientOid");
        if (clientOid == null) {
            throw new VenueRejection("40913", "orderId or clientOid must be passed one");
        }
        return call.lookUpByClientOrderId(clientOid)
                .filter(order -> !order.awaitsTrigger())
                .filter(order ->
                        Duration.between(order.createdAt(), call.now()).compareTo(FINDABLE_BY_CLIENT_OID) <= 0);
    }

    private static Object rows(
            OperationContext call, Predicate<SimulatedOrder> wanted, Function<SimulatedOrder, Object> row)
            throws VenueRejection {
        int limit = call.pageSize(BitgetFields.of(call.request()).within("limit", 100, 1, 100));
        return call.inRowOrder(page(call, wanted, limit)).stream().map(row).toList();
    }

    /** Newest first. */
    private static List<SimulatedOrder> page(OperationContext call, Predicate<SimulatedOrder> wanted, int limit)
            throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        String symbol = fields.optional("symbol");
        String orderId = fields.optional("orderId");
        Window window = Window.of(fields, "startTime", "endTime", "idLessThan");
        return call.newest(
                order -> wanted.test(order)
                        && window.holds(order)
                        && (symbol == null || symbol.equals(order.symbol()))
                        && (orderId == null || orderId.equals(order.orderId())),
                limit);
    }
}
