package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The public data of XT's API v4: the orders of the first account. */
final class XtV4Market {
    private static final int DECIMALS = 8;

    private final List<String> symbols;

    XtV4Market(List<String> symbols) {
        this.symbols = symbols;
    }

    Object listSymbols(OperationContext call) throws VenueRejection {
        List<Object> rows = new ArrayList<>();
        for (String symbol : XtV4Fields.symbols(XtV4Fields.of(call.request()), symbols)) {
            String[] coins = symbol.split("_");
            rows.add(Json.object(
                    "symbol",
                    symbol,
                    "state",
                    "ONLINE",
                    "tradingEnabled",
                    true,
                    "openapiEnabled",
                    true,
                    "baseCurrency",
                    coins[0],
                    "baseCurrencyPrecision",
                    DECIMALS,
                    "quoteCurrency",
                    coins[1],
                    "quoteCurrencyPrecision",
                    DECIMALS,
                    "pricePrecision",
                    2,
                    "quantityPrecision",
                    6,
                    "takerFeeRate",
                    0,
                    "makerFeeRate",
                    0,
                    "orderTypes",
                    List.of("LIMIT", XtV4Placing.MARKET),
                    "timeInForces",
                    List.of("GTC", "FOK", "IOC", "GTX"),
                    "displayWeight",
                    1,
                    "displayLevel",
                    "FULL",
                    "filters",
                    List.of()));
        }
        return Json.object("time", call.now().toEpochMilli(), "version", "1", "symbols", rows);
    }

    /** A bare list, as documented. */
    Object listCurrencies(OperationContext call) {
        List<Object> rows = new ArrayList<>();
        Pair.coins(symbols)
                .forEach(currency -> rows.add(Json.object(
                        "id",
                        rows.size() + 1,
                        "currency",
                        currency,
                        "fullName",
                        currency,
                        "maxPrecision",
                        DECIMALS,
                        "depositStatus",
                        0,
                        "withdrawStatus",
                        0)));
        return rows;
    }

    /** Coins that move on no chain, because the simulator serves no deposits and withdrawals. */
    Object listCurrencyChains(OperationContext call) {
        return Pair.coins(symbols).stream()
                .map(currency -> Json.object("currency", currency, "supportChains", List.of()))
                .toList();
    }

    Object getOrderBook(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        OwnMarket market = OwnMarket.of(call, XtV4Fields.symbol(fields, symbols));
        int limit = fields.within("limit", 100, 1, 500);
        return Json.object(
                "timestamp", call.now().toEpochMilli(),
                "lastUpdateId", call.account().book().count(),
                "bids", market.textRows(Side.BUY, limit),
                "asks", market.textRows(Side.SELL, limit));
    }

    /** Last price and best prices; the statistics of a day are null. */
    Object tickers(OperationContext call) throws VenueRejection {
        List<Object> rows = new ArrayList<>();
        for (String symbol : XtV4Fields.symbols(XtV4Fields.of(call.request()), symbols)) {
            OwnMarket market = OwnMarket.of(call, symbol);
            String last = market.lastPrice().map(BigDecimal::toPlainString).orElse(null);
            Map<String, @Nullable Object> row =
                    Json.object("s", symbol, "t", call.now().toEpochMilli());
            if (call.request().path().endsWith("/price")) {
                row.put("p", last);
            } else {
                best(row, "a", market.textRows(Side.SELL, 1));
                best(row, "b", market.textRows(Side.BUY, 1));
            }
            if (call.request().path().endsWith("/ticker")) {
                row.put("c", last);
            }
            rows.add(row);
        }
        return rows;
    }

    private static void best(Map<String, @Nullable Object> row, String side, List<List<String>> levels) {
        row.put(side + "p", levels.isEmpty() ? null : levels.get(0).get(0));
        row.put(side + "q", levels.isEmpty() ? null : levels.get(0).get(1));
    }
}
