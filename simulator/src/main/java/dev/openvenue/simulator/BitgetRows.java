package dev.openvenue.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Bitget's lists of orders and fills consist of. */
final class BitgetRows {
    private static final String USER = "1000000001";

    private BitgetRows() {}

    static Map<String, @Nullable Object> fill(SimulatedFill fill) {
        SimulatedOrder order = fill.order();
        Pair pair = Pair.of(order.symbol());
        boolean buys = order.side() == SimulatedOrder.Side.BUY;
        return Json.object(
                "userId", USER,
                "symbol", order.symbol(),
                "orderId", order.orderId(),
                "tradeId", fill.id(),
                "orderType", BitgetPlacing.isMarket(order) ? "market" : "limit",
                "side", buys ? "buy" : "sell",
                "priceAvg", order.price().toPlainString(),
                "size", fill.quantity().toPlainString(),
                "amount", fill.value().toPlainString(),
                "feeDetail",
                        Json.object(
                                "deduction", "no",
                                "feeCoin", buys ? pair.base() : pair.quote(),
                                "totalDeductionFee", "",
                                "totalFee", "0"),
                "tradeScope", BitgetPlacing.takes(order) ? "taker" : "maker",
                "cTime", Long.toString(fill.at().toEpochMilli()),
                "uTime", Long.toString(fill.at().toEpochMilli()));
    }

    /** That a cancelled one is so called, and a triggered one executed, is known from the enum only. */
    static String conditionalStatus(SimulatedOrder order) {
        return !order.awaitsTrigger() ? "executed" : order.isOpen() ? "live" : "cancelled";
    }

    static Map<String, @Nullable Object> row(SimulatedOrder order) {
        Map<String, @Nullable Object> row = common(order);
        row.put("price", BitgetPlacing.isMarket(order) ? "0" : order.price().toPlainString());
        row.put("priceAvg", order.filled().signum() == 0 ? "0" : order.price().toPlainString());
        row.put("feeDetail", order.filled().signum() == 0 ? "" : noFee());
        row.put("cancelReason", order.state() == SimulatedOrder.State.CANCELLED ? "normal_cancel" : "");
        return row;
    }

    /** Here {@code priceAvg} is the order's price and {@code basePrice} the price of its fills, as documented. */
    static Map<String, @Nullable Object> unfilled(SimulatedOrder order) {
        Map<String, @Nullable Object> row = common(order);
        row.put("priceAvg", order.price().toPlainString());
        row.put("basePrice", order.filled().signum() == 0 ? "0" : order.price().toPlainString());
        row.put("presetTakeProfitPrice", "");
        row.put("executeTakeProfitPrice", "");
        row.put("presetStopLossPrice", "");
        row.put("executeStopLossPrice", "");
        return withTrigger(row, order);
    }

    static Map<String, @Nullable Object> withTrigger(Map<String, @Nullable Object> row, SimulatedOrder order) {
        row.put("tpslType", order.awaitsTrigger() ? "tpsl" : "normal");
        row.put("triggerPrice", order.awaitsTrigger() ? order.details().get("triggerPrice") : null);
        return row;
    }

    static Map<String, @Nullable Object> conditional(SimulatedOrder order) {
        return Json.object(
                "orderId", order.orderId(),
                "clientOid", order.clientOrderId(),
                "symbol", order.symbol(),
                "size", order.quantity().toPlainString(),
                "executePrice", order.price().toPlainString(),
                "triggerPrice", order.details().get("triggerPrice"),
                "status", conditionalStatus(order),
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
                "size", order.details().getOrDefault("amount", order.quantity().toPlainString()),
                "orderType", BitgetPlacing.isMarket(order) ? "market" : "limit",
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
