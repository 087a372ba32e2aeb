package dev.openvenue.simulator;

import dev.openvenue.simulator.OwnMarket.Level;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The public data of Bitget's version 3: the orders of the first account. */
final class BitgetV3Market {
    static OwnMarket market(OperationContext call, String category, String symbol) {
        return OwnMarket.of(call, order -> BitgetV3Fields.isOf(order, category, symbol));
    }

    Object listSymbols(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        return symbols(fields, category).stream()
                .map(symbol -> row(category, symbol))
                .toList();
    }

    Object listTickers(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        return symbols(fields, category).stream()
                .map(symbol -> ticker(category, symbol, market(call, category, symbol), call.now()))
                .toList();
    }

    Object getOrderBook(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        OwnMarket market = market(call, category, BitgetV3Fields.symbol(fields, category));
        int limit = fields.within("limit", 5, 1, 200);
        return Json.object(
                // Bare numbers, as the sample and live responses have them.
                "a", market.rows(Side.SELL, limit),
                "b", market.rows(Side.BUY, limit),
                "ts", Long.toString(call.now().toEpochMilli()));
    }

    private static List<String> symbols(RequestFields fields, String category) throws VenueRejection {
        return fields.has("symbol")
                ? List.of(BitgetV3Fields.symbol(fields, category))
                : BitgetV3Fields.symbols(category);
    }

    private static Map<String, @Nullable Object> row(String category, String symbol) {
        String quote = symbol.endsWith("USDT") ? "USDT" : symbol.endsWith("USD") ? "USD" : "USDC";
        Map<String, @Nullable Object> row = Json.object(
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
        if (!List.of("SPOT", "MARGIN").contains(category)) {
            row.put("type", "perpetual");
        }
        return row;
    }

    /** Last price and best prices; a price that there is not is empty. */
    private static Map<String, @Nullable Object> ticker(String category, String symbol, OwnMarket market, Instant now) {
        String last = market.lastPrice().map(BigDecimal::toPlainString).orElse("");
        return Json.object(
                "category",
                category,
                "symbol",
                symbol,
                "ts",
                Long.toString(now.toEpochMilli()),
                "lastPrice",
                last,
                "openPrice24h",
                last,
                "highPrice24h",
                last,
                "lowPrice24h",
                last,
                "ask1Price",
                best(market, Side.SELL, Level::price),
                "bid1Price",
                best(market, Side.BUY, Level::price),
                "bid1Size",
                best(market, Side.BUY, Level::quantity),
                "ask1Size",
                best(market, Side.SELL, Level::quantity),
                "price24hPcnt",
                "0",
                "volume24h",
                "0",
                "turnover24h",
                "0");
    }

    private static String best(OwnMarket market, Side side, Function<Level, BigDecimal> number) {
        return market.best(side).map(number).map(BigDecimal::toPlainString).orElse("");
    }
}
