package dev.openvenue.simulator;

import dev.openvenue.simulator.OwnMarket.Level;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTX's public data: the orders of the first account. Choices where the documents are silent: a price that there is not
 * is 0, and so are the statistics of a day; the trades of one moment are one trade here.
 */
final class HtxMarket {
    private static final String SYMBOL = "symbol";

    private final List<String> symbols;

    HtxMarket(List<String> symbols) {
        this.symbols = symbols;
    }

    Object listSymbols(OperationContext call) {
        return symbols.stream()
                .map(symbol -> {
                    Pair pair = Pair.of(symbol);
                    return Json.object(
                            "sc",
                            symbol,
                            "state",
                            "online",
                            "bc",
                            pair.base(),
                            "qc",
                            pair.quote(),
                            "tpp",
                            2,
                            "tap",
                            6,
                            "te",
                            true);
                })
                .toList();
    }

    /** Coins that move on no chain, because the simulator serves no deposits and withdrawals. */
    Object listCurrencies(OperationContext call) {
        return Pair.coins(symbols).stream()
                .map(coin -> Json.object("currency", coin, "instStatus", "normal", "chains", List.of()))
                .toList();
    }

    Object getTicker(OperationContext call) throws VenueRejection {
        String symbol = symbol(call);
        OwnMarket market = OwnMarket.of(call, symbol);
        Map<String, @Nullable Object> tick = statistics(market);
        tick.put("id", call.now().toEpochMilli());
        tick.put("bid", row(market.bestOrZero(Side.BUY)));
        tick.put("ask", row(market.bestOrZero(Side.SELL)));
        return Json.object("ch", "market." + symbol + ".detail.merged", "tick", tick);
    }

    Object listTickers(OperationContext call) {
        return Json.object(
                "data", symbols.stream().map(symbol -> ticker(call, symbol)).toList());
    }

    private static Object ticker(OperationContext call, String symbol) {
        OwnMarket market = OwnMarket.of(call, symbol);
        Map<String, @Nullable Object> row = statistics(market);
        row.put(SYMBOL, symbol);
        row.put("bid", market.bestOrZero(Side.BUY).price());
        row.put("bidSize", market.bestOrZero(Side.BUY).quantity());
        row.put("ask", market.bestOrZero(Side.SELL).price());
        row.put("askSize", market.bestOrZero(Side.SELL).quantity());
        return row;
    }

    private static Map<String, @Nullable Object> statistics(OwnMarket market) {
        BigDecimal last = market.lastPriceOrZero();
        return Json.object("open", last, "high", last, "low", last, "close", last, "amount", 0, "vol", 0, "count", 0);
    }

    private static List<BigDecimal> row(Level level) {
        return List.of(level.price(), level.quantity());
    }

    /** Not merged, whatever {@code type} asks for. */
    Object getOrderBook(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.query(call.request());
        String symbol = symbol(call);
        OwnMarket market = OwnMarket.of(call, symbol);
        int depth = fields.within("depth", 150, 5, 150);
        return Json.object(
                "ch",
                "market." + symbol + ".depth." + fields.required("type"),
                "tick",
                Json.object(
                        "ts", call.now().toEpochMilli(),
                        "version", call.account().book().count(),
                        "bids", market.rows(Side.BUY, depth),
                        "asks", market.rows(Side.SELL, depth)));
    }

    Object listTrades(OperationContext call) throws VenueRejection {
        String symbol = symbol(call);
        int size = HtxFields.query(call.request()).within("size", 1, 1, 2000);
        return Json.object(
                "ch",
                "market." + symbol + ".trade.detail",
                "data",
                OwnMarket.of(call, symbol).fills().stream()
                        .limit(size)
                        .map(HtxMarket::trade)
                        .toList());
    }

    private static Object trade(SimulatedFill fill) {
        Object trade = Json.object(
                "id", fill.numericId(),
                "ts", fill.at().toEpochMilli(),
                "trade-id", fill.numericId(),
                "amount", fill.quantity(),
                "price", fill.order().price(),
                "direction", fill.order().side() == Side.BUY ? "buy" : "sell");
        return Json.object("id", fill.numericId(), "ts", fill.at().toEpochMilli(), "data", List.of(trade));
    }

    private String symbol(OperationContext call) throws VenueRejection {
        return HtxFields.symbol(HtxFields.query(call.request()), symbols);
    }
}
