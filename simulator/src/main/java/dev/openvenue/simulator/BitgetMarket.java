package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.time.Instant;
import java.util.List;

/**
 * Bitget's public data: the orders of the first account. Choices where the documents are silent: a price that there is
 * not is 0, and so are the statistics of a day.
 */
final class BitgetMarket {
    private static final String SYMBOL = "symbol";

    private final List<String> symbols;

    BitgetMarket(List<String> symbols) {
        this.symbols = symbols;
    }

    Object listSymbols(OperationContext call) throws VenueRejection {
        String only = BitgetFields.of(call.request()).optional(SYMBOL);
        return symbols.stream()
                .filter(symbol -> only == null || only.equals(symbol))
                .map(BitgetMarket::row)
                .toList();
    }

    private static Object row(String symbol) {
        Pair pair = Pair.of(symbol);
        return Json.object(
                SYMBOL,
                symbol,
                "baseCoin",
                pair.base(),
                "quoteCoin",
                pair.quote(),
                "minTradeAmount",
                "0",
                "maxTradeAmount",
                "900000000000000000000",
                "takerFeeRate",
                "0.002",
                "makerFeeRate",
                "0.002",
                "pricePrecision",
                "2",
                "quantityPrecision",
                "6",
                "quotePrecision",
                "8",
                "status",
                "online",
                "minTradeUSDT",
                "1",
                "buyLimitPriceRatio",
                "0.05",
                "sellLimitPriceRatio",
                "0.05",
                "areaSymbol",
                "no",
                "orderQuantity",
                "200");
    }

    /** Coins that move on no chain, because the simulator serves no deposits and withdrawals. */
    Object listCurrencies(OperationContext call) throws VenueRejection {
        String only = BitgetFields.of(call.request()).optional("coin");
        List<String> coins = Pair.coins(symbols);
        return coins.stream()
                .filter(coin -> only == null || only.equals(coin))
                .map(coin -> Json.object(
                        "coinId",
                        Integer.toString(1 + coins.indexOf(coin)),
                        "coin",
                        coin,
                        "transfer",
                        "true",
                        "chains",
                        List.of()))
                .toList();
    }

    Object listTickers(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        List<String> asked = fields.has(SYMBOL) ? List.of(BitgetFields.symbol(fields, symbols)) : symbols;
        return asked.stream()
                .map(symbol -> ticker(symbol, OwnMarket.of(call, symbol), call.now()))
                .toList();
    }

    private static Object ticker(String symbol, OwnMarket market, Instant now) {
        String last = market.lastPriceOrZero().toPlainString();
        return Json.object(
                SYMBOL,
                symbol,
                "high24h",
                last,
                "open",
                last,
                "low24h",
                last,
                "lastPr",
                last,
                "quoteVolume",
                "0",
                "baseVolume",
                "0",
                "usdtVolume",
                "0",
                "bidPr",
                market.bestOrZero(Side.BUY).price().toPlainString(),
                "askPr",
                market.bestOrZero(Side.SELL).price().toPlainString(),
                "bidSz",
                market.bestOrZero(Side.BUY).quantity().toPlainString(),
                "askSz",
                market.bestOrZero(Side.SELL).quantity().toPlainString(),
                "openUtc",
                last,
                "ts",
                Long.toString(now.toEpochMilli()),
                "changeUtc24h",
                "0",
                "change24h",
                "0");
    }

    /** Not merged, whatever {@code type} asks for. */
    Object getOrderBook(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        OwnMarket market = OwnMarket.of(call, BitgetFields.symbol(fields, symbols));
        int limit = fields.within("limit", 150, 1, 150);
        return Json.object(
                "asks", market.textRows(Side.SELL, limit),
                "bids", market.textRows(Side.BUY, limit),
                "ts", Long.toString(call.now().toEpochMilli()));
    }

    Object listTrades(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetFields.of(call.request());
        return OwnMarket.of(call, BitgetFields.symbol(fields, symbols)).fills().stream()
                .limit(fields.within("limit", 100, 1, 500))
                .map(fill -> Json.object(
                        SYMBOL,
                        fill.order().symbol(),
                        "tradeId",
                        fill.id(),
                        "side",
                        fill.order().side() == Side.BUY ? "buy" : "sell",
                        "price",
                        fill.order().price().toPlainString(),
                        "size",
                        fill.quantity().toPlainString(),
                        "ts",
                        Long.toString(fill.at().toEpochMilli())))
                .toList();
    }
}
