package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the responses of Bitget's unified account consist of. */
final class UnifiedAccountRows {
    private UnifiedAccountRows() {}

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

    static Map<String, @Nullable Object> symbol(String category, String symbol) {
        String quote = symbol.endsWith("USDT") ? "USDT" : symbol.endsWith("USD") ? "USD" : "USDC";
        return Json.object(
                "symbol", symbol,
                "category", category,
                "baseCoin", symbol.substring(0, 3),
                "quoteCoin", quote,
                "minOrderQty", "0.00001",
                "maxOrderQty", "",
                "minOrderAmount", "1",
                "pricePrecision", "2",
                "quantityPrecision", "6",
                "quotePrecision", "8",
                "maxSymbolOrderNum", "400",
                "maxProductOrderNum", "400",
                "status", "online");
    }

    /** Best bid and ask; the last price is the best bid, for nobody else trades. */
    static Map<String, @Nullable Object> ticker(String category, String symbol, RestingOrders market, Instant now) {
        String bid = text(market.best(Side.BUY));
        String ask = text(market.best(Side.SELL));
        String last = bid.isEmpty() ? ask : bid;
        return Json.object(
                "category", category,
                "symbol", symbol,
                "ts", millis(now),
                "lastPrice", last,
                "openPrice24h", last,
                "highPrice24h", last,
                "lowPrice24h", last,
                "ask1Price", ask,
                "bid1Price", bid,
                "bid1Size", size(market, Side.BUY),
                "ask1Size", size(market, Side.SELL),
                "price24hPcnt", "0",
                "volume24h", "0",
                "turnover24h", "0");
    }

    /** Bare numbers, as the sample and live responses have them. */
    static List<Object> levels(Map<BigDecimal, BigDecimal> levels, int limit) {
        List<Object> rows = new ArrayList<>();
        levels.forEach((price, size) -> rows.add(List.of(price, size)));
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    static Map<String, @Nullable Object> balances(BigDecimal funds, Map<String, BigDecimal> locked) {
        List<Object> assets = new ArrayList<>();
        locked.forEach((coin, amount) -> assets.add(Json.object(
                "coin", coin,
                "equity", funds.toPlainString(),
                "usdValue", funds.toPlainString(),
                "balance", funds.toPlainString(),
                "available", funds.subtract(amount).toPlainString(),
                "debt", "0",
                "locked", amount.toPlainString())));
        String equity = funds.multiply(BigDecimal.valueOf(assets.size())).toPlainString();
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

    private static String size(RestingOrders market, Side side) {
        return market.levels(side).values().stream()
                .findFirst()
                .map(BigDecimal::toPlainString)
                .orElse("0");
    }

    private static String text(@Nullable BigDecimal price) {
        return price == null ? "" : price.toPlainString();
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
