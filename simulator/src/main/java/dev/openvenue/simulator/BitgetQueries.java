package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Order queries at Bitget. Lists are newest first, paginated by {@code idLessThan}. Choices where the documents are
 * silent: an unknown order is 43001 (40020 was seen too), a symbol in lower case matches nothing, and until it is
 * triggered, a trigger order appears in lists only, when {@code tpslType} asks for it.
 */
final class BitgetQueries {
    private static final Duration FINDABLE_BY_CLIENT_OID = Duration.ofHours(2);
    private static final String USER = "1000000001";

    private final List<String> symbols;

    BitgetQueries(List<String> symbols) {
        this.symbols = symbols;
    }

    /** Returns a list of one order; by {@code clientOid} only orders of the last two hours are found. */
    Object getOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        SimulatedOrder order =
                find(call, fields).orElseThrow(() -> new VenueRejection("43001", "The order does not exist"));
        return List.of(row(order));
    }

    Object listSymbols(OperationContext call) throws VenueRejection {
        String only = BitgetFields.of(call.request()).optional("symbol");
        return symbols.stream()
                .filter(symbol -> only == null || only.equals(symbol))
                .map(symbol -> Json.object("symbol", symbol, "status", "online"))
                .toList();
    }

    Object listOpenOrders(OperationContext call) throws VenueRejection {
        return rows(call, plainOr(call, SimulatedOrder::isOpen), BitgetQueries::unfilledRow);
    }

    Object listOrders(OperationContext call) throws VenueRejection {
        return rows(call, plainOr(call, order -> !order.isOpen()), order -> withTrigger(row(order), order));
    }

    /** The cursor of the next page is the last id, as the documents say; that of the last page is too. */
    Object listOpenConditionalOrders(OperationContext call) throws VenueRejection {
        int limit = call.pageSize(BitgetFields.of(call.request()).within("limit", 20, 1, 100));
        List<SimulatedOrder> found = page(call, order -> order.isOpen() && order.isConditional(), limit + 1);
        List<SimulatedOrder> page = found.subList(0, Math.min(limit, found.size()));
        return Json.object(
                "nextFlag",
                found.size() > limit,
                "idLessThan",
                page.isEmpty() ? "" : page.get(page.size() - 1).orderId(),
                "orderList",
                call.inRowOrder(page).stream()
                        .map(BitgetQueries::conditionalRow)
                        .toList());
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
        BigDecimal start = number(fields, "startTime");
        BigDecimal end = number(fields, "endTime");
        BigDecimal idLessThan = number(fields, "idLessThan");
        List<SimulatedOrder> page = new ArrayList<>();
        for (SimulatedOrder order : call.list()) {
            BigDecimal created = BigDecimal.valueOf(order.createdAt().toEpochMilli());
            boolean asked = wanted.test(order)
                    && (symbol == null || symbol.equals(order.symbol()))
                    && (orderId == null || orderId.equals(order.orderId()))
                    && (start == null || created.compareTo(start) >= 0)
                    && (end == null || created.compareTo(end) <= 0)
                    && (idLessThan == null || new BigDecimal(order.orderId()).compareTo(idLessThan) < 0);
            if (asked && page.size() < limit) {
                SimulatedOrder seen = call.row(order);
                if (wanted.test(seen)) {
                    page.add(seen);
                }
            }
        }
        return page;
    }

    private static @Nullable BigDecimal number(RequestFields fields, String name) throws VenueRejection {
        return fields.has(name) ? fields.positive(name) : null;
    }

    private static Map<String, @Nullable Object> row(SimulatedOrder order) {
        Map<String, @Nullable Object> row = common(order);
        row.put("price", order.price().toPlainString());
        row.put("priceAvg", order.filled().signum() == 0 ? "0" : order.price().toPlainString());
        row.put("feeDetail", order.filled().signum() == 0 ? "" : noFee());
        row.put("cancelReason", order.state() == SimulatedOrder.State.CANCELLED ? "normal_cancel" : "");
        return row;
    }

    /** Here {@code priceAvg} is the order's price and {@code basePrice} the price of its fills, as documented. */
    private static Map<String, @Nullable Object> unfilledRow(SimulatedOrder order) {
        Map<String, @Nullable Object> row = common(order);
        row.put("priceAvg", order.price().toPlainString());
        row.put("basePrice", order.filled().signum() == 0 ? "0" : order.price().toPlainString());
        row.put("presetTakeProfitPrice", "");
        row.put("executeTakeProfitPrice", "");
        row.put("presetStopLossPrice", "");
        row.put("executeStopLossPrice", "");
        return withTrigger(row, order);
    }

    private static Map<String, @Nullable Object> withTrigger(Map<String, @Nullable Object> row, SimulatedOrder order) {
        row.put("tpslType", order.awaitsTrigger() ? "tpsl" : "normal");
        row.put("triggerPrice", order.awaitsTrigger() ? order.details().get("triggerPrice") : null);
        return row;
    }

    private static Map<String, @Nullable Object> conditionalRow(SimulatedOrder order) {
        return Json.object(
                "orderId", order.orderId(),
                "clientOid", order.clientOrderId(),
                "symbol", order.symbol(),
                "size", order.quantity().toPlainString(),
                "executePrice", order.price().toPlainString(),
                "triggerPrice", order.details().get("triggerPrice"),
                "status", "live",
                "orderType", "limit",
                "side", order.side() == SimulatedOrder.Side.BUY ? "buy" : "sell",
                "planType", "amount",
                "triggerType", order.details().get("triggerType"),
                "enterPointSource", "API",
                "uTime", Long.toString(order.updatedAt().toEpochMilli()),
                "cTime", Long.toString(order.createdAt().toEpochMilli()));
    }

    private static Map<String, @Nullable Object> common(SimulatedOrder order) {
        return Json.object(
                "userId", USER,
                "symbol", order.symbol(),
                "orderId", order.orderId(),
                "clientOid", order.clientOrderId(),
                "size", order.quantity().toPlainString(),
                "orderType", "limit",
                "side", order.side() == SimulatedOrder.Side.BUY ? "buy" : "sell",
                "status", status(order),
                "baseVolume", order.filled().toPlainString(),
                "quoteVolume", order.filledValue().toPlainString(),
                "enterPointSource", "API",
                "orderSource", "normal",
                "cTime", Long.toString(order.createdAt().toEpochMilli()),
                "uTime", Long.toString(order.updatedAt().toEpochMilli()));
    }

    private static String status(SimulatedOrder order) {
        return switch (order.state()) {
            case OPEN -> order.filled().signum() == 0 ? "live" : "partially_filled";
            case FILLED -> "filled";
            case CANCELLED -> "cancelled";
        };
    }

    /** JSON text inside a string, as the venue sends it. */
    private static String noFee() {
        return Json.write(Json.object(
                "newFees", Json.object("c", 0, "d", 0, "deduction", false, "r", 0, "t", 0, "totalDeductionFee", 0)));
    }
}
