package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * XT's public data: the orders of the first account. Choices where the documents are silent: a price that there is not
 * is 0, and so are the statistics of a day; a book has fifty levels at most.
 */
final class XtMarket {
    private static final int DEPTH = 50;

    private final List<String> symbols;

    XtMarket(List<String> symbols) {
        this.symbols = symbols;
    }

    /** By the market's name. */
    Object listSymbols(OperationContext call) {
        Map<String, @Nullable Object> markets = new LinkedHashMap<>();
        symbols.forEach(symbol -> markets.put(
                symbol,
                Json.object(
                        "minAmount",
                        new BigDecimal("0.0001"),
                        "minMoney",
                        5,
                        "pricePoint",
                        2,
                        "coinPoint",
                        4,
                        "maker",
                        new BigDecimal("0.001"),
                        "taker",
                        new BigDecimal("0.001"))));
        return markets;
    }

    /** Coins that move on no chain, because the simulator serves no deposits and withdrawals. */
    Object listCurrencies(OperationContext call) {
        return Pair.coins(symbols).stream()
                .map(coin -> Json.object("name", coin, "fullName", coin, "chains", List.of()))
                .toList();
    }

    Object listAccountTypes(OperationContext call) {
        return List.of(
                Json.object("name", "wallet account", "id", 1),
                Json.object("name", "Trading account", "id", 2),
                Json.object("name", "Fiat account", "id", 3));
    }

    Object getTicker(OperationContext call) throws VenueRejection {
        return ticker(OwnMarket.of(call, XtFields.market(XtFields.of(call.request()), symbols)));
    }

    Object listTickers(OperationContext call) {
        Map<String, @Nullable Object> tickers = new LinkedHashMap<>();
        symbols.forEach(symbol -> tickers.put(symbol, ticker(OwnMarket.of(call, symbol))));
        return tickers;
    }

    private static Object ticker(OwnMarket market) {
        BigDecimal last = market.lastPriceOrZero();
        return Json.object(
                "high",
                last,
                "low",
                last,
                "rate",
                0,
                "price",
                last,
                "ask",
                market.bestOrZero(Side.SELL).price(),
                "bid",
                market.bestOrZero(Side.BUY).price(),
                "coinVol",
                0,
                "moneyVol",
                0);
    }

    Object getOrderBook(OperationContext call) throws VenueRejection {
        OwnMarket market = OwnMarket.of(call, XtFields.market(XtFields.of(call.request()), symbols));
        return Json.object(
                "last", market.lastPriceOrZero(),
                "asks", market.rows(Side.SELL, DEPTH),
                "bids", market.rows(Side.BUY, DEPTH));
    }

    Object listTrades(OperationContext call) throws VenueRejection {
        OwnMarket market = OwnMarket.of(call, XtFields.market(XtFields.of(call.request()), symbols));
        return market.fills().stream()
                .map(fill -> List.of(
                        fill.at().toEpochMilli(),
                        fill.order().price(),
                        fill.quantity(),
                        fill.order().side() == Side.BUY ? "bid" : "ask",
                        fill.numericId()))
                .toList();
    }
}
