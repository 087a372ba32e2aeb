package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * XT's side of the wire (API v4, spot). Rejections come with HTTP 200 and a code without a text, as was seen; where
 * this simulator has words of its own, they are the only argument of the message.
 *
 * <p>Choices where the documents are silent: an unknown path is 404 with FAILURE, and too many requests 429 with
 * COMMON_002.
 */
final class XtV4Venue implements DescribesSigning {
    static final String SYMBOL = "btc_usdt";

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
        XtV4Market data = new XtV4Market(symbols());
        return List.of(
                market(
                        "getServerTime",
                        "time",
                        0,
                        call -> Json.object("serverTime", call.now().toEpochMilli())),
                market("getClientIp", "client", 0, call -> Json.object("ip", "127.0.0.1")),
                market("listSymbols", "symbol", 10, data::listSymbols),
                market("listCurrencies", "currencies", 0, data::listCurrencies),
                market("listCurrencyChains", "wallet/support/currency", 0, data::listCurrencyChains),
                market("getOrderBook", "depth", 10, data::getOrderBook),
                market("listTickers", "ticker", 10, data::tickers),
                market("listPriceTickers", "ticker/price", 10, data::tickers),
                market("listBookTickers", "ticker/book", 10, data::tickers),
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

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return XtV4Signature.check(request, keys, now);
    }

    @Override
    public Function<VenueRequest, SignedRequest> signing() {
        return XtV4Signature::read;
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
