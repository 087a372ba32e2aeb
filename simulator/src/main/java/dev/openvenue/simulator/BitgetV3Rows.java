package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the responses of Bitget's unified account consist of. */
final class BitgetV3Rows {
    private BitgetV3Rows() {}

    static Map<String, @Nullable Object> order(SimulatedOrder order) {
        boolean untouched = order.filled().signum() == 0;
        String amount = order.details().get("amount");
        boolean market = order.details().getOrDefault("orderType", "limit").equals("market");
        Map<String, @Nullable Object> row = Json.object(
                "orderId",
                order.orderId(),
                "clientOid",
                order.clientOrderId(),
                "category",
                BitgetV3Fields.category(order),
                "symbol",
                order.symbol(),
                "orderType",
                market ? "market" : "limit",
                "side",
                side(order),
                "price",
                market ? "0" : order.price().toPlainString(),
                "qty",
                amount == null ? order.quantity().toPlainString() : "0",
                "amount",
                amount == null ? "0" : amount,
                "cumExecQty",
                order.filled().toPlainString(),
                "cumExecValue",
                order.filledValue().toPlainString(),
                "avgPrice",
                untouched ? "0" : order.price().toPlainString(),
                "timeInForce",
                order.details().getOrDefault("timeInForce", "gtc"),
                "orderStatus",
                status(order),
                "posSide",
                "",
                "holdMode",
                "",
                "reduceOnly",
                "NO",
                "stpMode",
                "none");
        row.putAll(Json.object(
                "feeDetail",
                List.of(Json.object("feeCoin", untouched ? "" : "USDT", "fee", untouched ? "" : "0")),
                "cancelReason",
                order.state() == SimulatedOrder.State.CANCELLED ? "normal_cancel" : "",
                "execType",
                "",
                "createdTime",
                millis(order.createdAt()),
                "updatedTime",
                millis(order.updatedAt())));
        return row;
    }

    static Map<String, @Nullable Object> conditional(SimulatedOrder order) {
        boolean cancelled = order.awaitsTrigger() && !order.isOpen();
        Map<String, @Nullable Object> row = Json.object(
                "orderId", order.orderId(),
                "clientOid", order.clientOrderId(),
                "category", BitgetV3Fields.category(order),
                "symbol", order.symbol(),
                "status", cancelled ? "cancelled" : order.awaitsTrigger() ? "pending" : "success",
                "side", side(order));
        for (String name : List.of(
                "qty",
                "posSide",
                "tpTriggerBy",
                "slTriggerBy",
                "takeProfit",
                "stopLoss",
                "tpOrderType",
                "slOrderType",
                "tpLimitPrice",
                "slLimitPrice",
                "triggerBy",
                "triggerPrice",
                "triggerOrderType",
                "triggerOrderPrice")) {
            row.put(name, order.details().getOrDefault(name, ""));
        }
        row.put("createdTime", millis(order.createdAt()));
        row.put("updatedTime", millis(order.updatedAt()));
        return row;
    }

    static Map<String, @Nullable Object> fill(SimulatedFill fill) {
        SimulatedOrder order = fill.order();
        return Json.object(
                "execId", fill.id(),
                "execLinkId", fill.id(),
                "orderId", order.orderId(),
                "clientOid", order.clientOrderId(),
                "category", BitgetV3Fields.category(order),
                "symbol", order.symbol(),
                "orderType", order.details().getOrDefault("orderType", "limit"),
                "side", side(order),
                "execPrice", order.price().toPlainString(),
                "execQty", fill.quantity().toPlainString(),
                "execValue", fill.quantity().multiply(order.price()).toPlainString(),
                "tradeScope", takes(order) ? "taker" : "maker",
                "tradeSide", "",
                "feeDetail", List.of(Json.object("feeCoin", "USDT", "fee", "0")),
                "createdTime", millis(fill.at()),
                "updatedTime", millis(fill.at()),
                "execPnl", "0");
    }

    static Map<String, @Nullable Object> balances(List<Funds> all) {
        String total = Funds.TOTAL.toPlainString();
        List<Object> assets = new ArrayList<>();
        all.forEach(funds -> assets.add(Json.object(
                "coin",
                funds.coin(),
                "equity",
                total,
                "usdValue",
                total,
                "balance",
                total,
                "available",
                funds.available().toPlainString(),
                "debt",
                "0",
                "locked",
                funds.locked().toPlainString())));
        String equity = Funds.TOTAL.multiply(BigDecimal.valueOf(assets.size())).toPlainString();
        return Json.object(
                "accountEquity", equity,
                "usdtEquity", equity,
                "btcEquity", "",
                "unrealisedPnl", "0",
                "usdtUnrealisedPnl", "0",
                "btcUnrealizedPnl", "0",
                "effEquity", equity,
                "mmr", "0",
                "imr", "0",
                "mgnRatio", "0",
                "positionMgnRatio", "0",
                "assets", assets);
    }

    static Map<String, @Nullable Object> settings() {
        return Json.object(
                "uid", "1000000001",
                "accountMode", "unified",
                "assetMode", "multi_assets",
                "holdMode", "one_way_mode",
                "stpMode", "none",
                "symbolConfigList", List.of(),
                "coinConfigList", List.of());
    }

    private static boolean takes(SimulatedOrder order) {
        return order.details().getOrDefault("orderType", "limit").equals("market")
                || List.of("ioc", "fok").contains(order.details().getOrDefault("timeInForce", "gtc"));
    }

    private static String side(SimulatedOrder order) {
        return order.side() == Side.BUY ? "buy" : "sell";
    }

    private static String status(SimulatedOrder order) {
        return switch (order.state()) {
            case OPEN -> order.filled().signum() == 0 ? "live" : "partially_filled";
            case FILLED -> "filled";
            case CANCELLED -> "cancelled";
        };
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}
