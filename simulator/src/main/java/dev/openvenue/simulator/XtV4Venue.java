package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * XT's side of the wire (API v4, spot). Rejections come with HTTP 200 and a code without a text, as was seen; where
 * this simulator has words of its own, they are the only argument of the message.
 *
 * <p>Choices where the documents are silent: an unknown path is 404 with FAILURE, and too many requests 429 with
 * COMMON_002; public calls show the orders of the first account.
 */
final class XtV4Venue implements Venue {
    static final String SYMBOL = "btc_usdt";

    private static final int DECIMALS = 8;

    @Override
    public String id() {
        return "xt-v4";
    }

    @Override
    public List<String> symbols() {
        return List.of(SYMBOL, "eth_usdt");
    }

    @Override
    public String firstOrderId() {
        return "204371980095156544";
    }

    @Override
    public List<SigningKey.Algorithm> algorithms() {
        return List.of(SigningKey.Algorithm.HMAC_SHA256);
    }

    @Override
    public String apiKeyPrefix() {
        return "";
    }

    @Override
    public List<SimulatedOperation> operations() {
        XtV4Placing placing = new XtV4Placing(symbols());
        XtV4Cancelling cancelling = new XtV4Cancelling(symbols());
        XtV4Queries queries = new XtV4Queries(symbols());
        return List.of(
                market(
                        "getServerTime",
                        "time",
                        0,
                        call -> Json.object("serverTime", call.now().toEpochMilli())),
                market("getClientIp", "client", 0, call -> Json.object("ip", "127.0.0.1")),
                market("listSymbols", "symbol", 10, this::listSymbols),
                market("listCurrencies", "currencies", 0, call -> listCurrencies(queries.currencies())),
                market("listCurrencyChains", "wallet/support/currency", 0, call -> chains(queries.currencies())),
                market("getOrderBook", "depth", 10, this::getOrderBook),
                market("listTickers", "ticker", 10, this::tickers),
                market("listPriceTickers", "ticker/price", 10, this::tickers),
                market("listBookTickers", "ticker/book", 10, this::tickers),
                signed("getBalances", "GET", "balances", 10, queries::getBalances),
                signed("getBalance", "GET", "balance", 0, queries::getBalance),
                signed("placeOrder", "POST", "order", 20, placing::placeOrder),
                signed("placeOrders", "POST", "batch-order", 30, placing::placeOrders),
                signed("amendOrder", "PUT", "order/{id}", 50, placing::amendOrder),
                signed("cancelOrder", "DELETE", "order/{id}", 0, cancelling::cancelOrder),
                signed("cancelOrders", "DELETE", "batch-order", 0, cancelling::cancelOrders),
                signed("cancelAllOrders", "DELETE", "open-order", 10, cancelling::cancelAllOrders),
                signed("getOrder", "GET", "order", 50, queries::getOrder),
                signed("getOrderById", "GET", "order/{id}", 10, queries::getOrderById),
                signed("getOrders", "GET", "batch-order", 0, queries::getOrders),
                signed("listOpenOrders", "GET", "open-order", 10, queries::listOpenOrders),
                signed("listOrders", "GET", "history-order", 10, queries::listOrders),
                signed("listFills", "GET", "trade", 0, queries::listFills));
    }

    private static SimulatedOperation market(String id, String name, int permits, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, "GET", "/v4/public/" + name, false, perSecond(id, permits), handler);
    }

    private static SimulatedOperation signed(
            String id, String method, String name, int permits, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, method, "/v4/" + name, true, perSecond(id, permits), handler);
    }

    /** None for 0: no page states a limit. */
    private static @Nullable DocumentedLimit perSecond(String operation, int permits) {
        return permits == 0 ? null : new DocumentedLimit(operation, permits, Duration.ofSeconds(1));
    }

    private Object listSymbols(OperationContext call) throws VenueRejection {
        List<Object> rows = new ArrayList<>();
        for (String symbol : XtV4Fields.symbols(XtV4Fields.of(call.request()), symbols())) {
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
    private static Object listCurrencies(List<String> currencies) {
        List<Object> rows = new ArrayList<>();
        currencies.forEach(currency -> rows.add(Json.object(
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
    private static Object chains(List<String> currencies) {
        return currencies.stream()
                .map(currency -> Json.object("currency", currency, "supportChains", List.of()))
                .toList();
    }

    private Object getOrderBook(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        OwnMarket market = new OwnMarket(call, XtV4Fields.symbol(fields, symbols()));
        int limit = fields.within("limit", 100, 1, 500);
        return Json.object(
                "timestamp", call.now().toEpochMilli(),
                "lastUpdateId", call.account().book().count(),
                "bids", levels(market, Side.BUY, limit),
                "asks", levels(market, Side.SELL, limit));
    }

    private static List<List<String>> levels(OwnMarket market, Side side, int limit) {
        return market.levels(side).entrySet().stream()
                .limit(limit)
                .map(level ->
                        List.of(level.getKey().toPlainString(), level.getValue().toPlainString()))
                .toList();
    }

    /** Last price and best prices; the statistics of a day are null. */
    private Object tickers(OperationContext call) throws VenueRejection {
        List<Object> rows = new ArrayList<>();
        for (String symbol : XtV4Fields.symbols(XtV4Fields.of(call.request()), symbols())) {
            OwnMarket market = new OwnMarket(call, symbol);
            String last = market.lastPrice().map(BigDecimal::toPlainString).orElse(null);
            Map<String, @Nullable Object> row =
                    Json.object("s", symbol, "t", call.now().toEpochMilli());
            if (call.request().path().endsWith("/price")) {
                row.put("p", last);
            } else {
                best(row, "a", levels(market, Side.SELL, 1));
                best(row, "b", levels(market, Side.BUY, 1));
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

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return XtV4Signature.check(request, keys, now);
    }

    @Override
    public SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now) {
        return SimulatedResponse.json(200, Json.object("rc", 0, "mc", "SUCCESS", "ma", List.of(), "result", payload));
    }

    @Override
    public SimulatedResponse reject(VenueRejection rejection, Instant now) {
        List<String> words = rejection.text().isEmpty() ? List.of() : List.of(rejection.text());
        return SimulatedResponse.json(
                rejection.status(200), Json.object("rc", 1, "mc", rejection.code(), "ma", words, "result", null));
    }

    @Override
    public VenueRejection unknownPath(VenueRequest request) {
        return new VenueRejection("FAILURE", "No such interface", 404);
    }

    @Override
    public VenueRejection tooManyRequests(@Nullable SimulatedOperation operation) {
        return new VenueRejection("COMMON_002", "Too many requests", 429);
    }

    @Override
    public SampleOrder sampleOrder(int n) {
        return new SampleOrder("placeOrder", Map.of("body", sample(n)));
    }

    @Override
    public SampleOrder sampleBatch(int from, int count) {
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            orders.add(sample(n));
        }
        return new SampleOrder("placeOrders", Map.of("body", Json.object("items", orders)));
    }

    private static Map<String, @Nullable Object> sample(int n) {
        return Json.object(
                "symbol", SYMBOL,
                "clientOrderId", "demo_" + n,
                "side", "BUY",
                "type", "LIMIT",
                "timeInForce", "GTC",
                "bizType", "SPOT",
                "price", Integer.toString(10_000 + n),
                "quantity", "0.01");
    }
}
