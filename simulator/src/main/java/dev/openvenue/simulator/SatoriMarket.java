package dev.openvenue.simulator;

import dev.openvenue.simulator.OwnMarket.Level;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Satori's public data: the orders of the first account. Index price and mark price are the last price, 0 where nothing
 * was filled.
 */
final class SatoriMarket {
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<String> symbols;

    SatoriMarket(List<String> symbols) {
        this.symbols = symbols;
    }

    Object listSymbols(OperationContext call) {
        List<Object> rows = new ArrayList<>();
        for (String symbol : symbols) {
            rows.add(Json.object(
                    "id",
                    pairId(symbols, symbol),
                    "symbol",
                    symbol,
                    "tradeCoinName",
                    Pair.of(symbol).base(),
                    "tradeDecimal",
                    3,
                    "priceDecimal",
                    2,
                    "settleCoinId",
                    1,
                    "settleCoinName",
                    "USD",
                    "settleDecimal",
                    2,
                    "isDual",
                    false,
                    "isDelivery",
                    false,
                    "takerTradeFeeRate",
                    "0.05",
                    "makerTradeFeeRate",
                    "0.02",
                    "minCount",
                    "0.001",
                    "maxCount",
                    "1000",
                    "tradable",
                    true));
        }
        return rows;
    }

    Object getPrice(OperationContext call) throws VenueRejection {
        return market(call).lastPriceOrZero().toPlainString();
    }

    Object getOrderBook(OperationContext call) throws VenueRejection {
        OwnMarket market = market(call);
        int limit = SatoriFields.of(call.request()).within("limit", 20, 1, 100);
        return Json.object(
                "bids", levels(market.levels(Side.BUY), limit), "asks", levels(market.levels(Side.SELL), limit));
    }

    private static Object levels(List<Level> levels, int limit) {
        return levels.stream()
                .limit(limit)
                .map(level -> Json.object(
                        "price", level.price().toPlainString(),
                        "quantity", level.quantity().toPlainString()))
                .toList();
    }

    Object listTrades(OperationContext call) throws VenueRejection {
        int limit = SatoriFields.of(call.request()).within("limit", 50, 1, 1000);
        return market(call).fills().stream().limit(limit).map(this::trade).toList();
    }

    private Object trade(SimulatedFill fill) {
        return Json.object(
                "contractMatchPairId", fill.numericId(),
                "contractPairId", pairId(symbols, fill.order().symbol()),
                "pair", null,
                "price", fill.order().price().toPlainString(),
                "quantity", fill.quantity().toPlainString(),
                "amount", fill.value().toPlainString(),
                "isLong", fill.order().side() == Side.BUY,
                "time", TIME_OF_DAY.format(fill.at()),
                "timestamp", fill.at().toEpochMilli());
    }

    private OwnMarket market(OperationContext call) throws VenueRejection {
        return OwnMarket.of(call, SatoriFields.pair(SatoriFields.of(call.request()), symbols));
    }

    static int pairId(List<String> symbols, String symbol) {
        return symbols.indexOf(symbol) + 1;
    }
}
