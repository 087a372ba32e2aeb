package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * HTX's side of the wire (spot).
 *
 * <p>Choices where the documents are silent: rejections come with HTTP 200, as business errors do, except an unknown
 * path (405), a GET with a body (403) and too many requests (429); {@code X-HB-RateLimit-Requests-Expire} is in epoch
 * milliseconds.
 */
final class HtxVenue implements DescribesSigning {
    static final String SYMBOL = "btcusdt";
    static final String ACCOUNT = "10000001";

    /** Whose documents have a code in place of a status. */
    private static final String ALGO = "/v2/algo-orders";

    private static final String REFERENCE = "/v2/reference/";

    /** Whose documents have a channel and a time. */
    private static final String MARKET = "/market/";

    private static final String ACCOUNTS = "/v1/account/accounts";

    @Override
    public String id() {
        return "htx";
    }

    @Override
    public List<String> symbols() {
        return List.of(SYMBOL, "ethusdt");
    }

    @Override
    public String firstOrderId() {
        return "357631450723117";
    }

    @Override
    public List<SigningKey.Algorithm> algorithms() {
        return List.of(SigningKey.Algorithm.HMAC_SHA256, SigningKey.Algorithm.ED25519);
    }

    @Override
    public String apiKeyPrefix() {
        return "";
    }

    @Override
    public List<SimulatedOperation> operations() {
        HtxPlacing placing = new HtxPlacing(symbols());
        HtxCancelling cancelling = new HtxCancelling();
        HtxQueries queries = new HtxQueries(symbols());
        String orders = "/v1/order/orders/";
        HtxMarket market = new HtxMarket(symbols());
        List<SimulatedOperation> operations = new ArrayList<>(List.of(
                open("getServerTime", "/v1/common/timestamp", call -> call.now().toEpochMilli()),
                open("listSymbols", "/v2/settings/common/symbols", market::listSymbols),
                open("listCurrencies", "/v2/reference/currencies", market::listCurrencies),
                open("getTicker", MARKET + "detail/merged", market::getTicker),
                open("listTickers", MARKET + "tickers", market::listTickers),
                open("getOrderBook", MARKET + "depth", market::getOrderBook),
                open("listTrades", MARKET + "history/trade", market::listTrades),
                signed("listAccounts", "GET", ACCOUNTS, 100, queries::listAccounts),
                signed("getBalances", "GET", ACCOUNTS + "/{id}/balance", 100, queries::getBalances),
                signed("placeOrder", "POST", orders + "place", 100, placing::placeOrder),
                signed("placeOrders", "POST", "/v1/order/batch-orders", 50, placing::placeOrders),
                signed("cancelOrder", "POST", orders + "{id}/submitcancel", 100, cancelling::cancelOrder),
                signed(
                        "cancelOrderByClientOrderId",
                        "POST",
                        orders + "submitCancelClientOrder",
                        100,
                        cancelling::cancelOrderByClientOrderId),
                signed("cancelOrders", "POST", orders + "batchcancel", 50, cancelling::cancelOrders),
                signed(
                        "cancelOrdersByFilter",
                        "POST",
                        orders + "batchCancelOpenOrders",
                        50,
                        cancelling::cancelOrdersByFilter),
                signed("cancelAllOrders", "GET", "/v1/order/cancelAllOrders", 1, cancelling::cancelAllOrders)));
        operations.addAll(List.of(
                signed("listOpenOrders", "GET", "/v1/order/openOrders", 50, queries::listOpenOrders),
                signed("listOrders", "GET", "/v1/order/orders", 50, queries::listOrders),
                signed("listRecentOrders", "GET", "/v1/order/history", 20, queries::listRecentOrders),
                signed("getOrder", "GET", orders + "{id}", 50, queries::getOrder),
                signed(
                        "getOrderByClientOrderId",
                        "GET",
                        orders + "getClientOrder",
                        50,
                        queries::getOrderByClientOrderId),
                signed("listOrderFills", "GET", orders + "{id}/matchresults", 50, queries::listOrderFills),
                signed("listFills", "GET", "/v1/order/matchresults", 20, queries::listFills),
                algo("placeConditionalOrder", "POST", "", placing::placeConditionalOrder),
                algo("cancelConditionalOrders", "POST", "/cancellation", cancelling::cancelConditionalOrders),
                algo("listOpenConditionalOrders", "GET", "/opening", queries::listOpenConditionalOrders),
                algo("listConditionalOrders", "GET", "/history", queries::listConditionalOrders),
                algo("getConditionalOrder", "GET", "/specific", queries::getConditionalOrder),
                algo("cancelAllOrdersAfter", "POST", "/cancel-all-after", cancelling::cancelAllOrdersAfter)));
        return List.copyOf(operations);
    }

    /** The id of the account that the call acts for. */
    static String account(OperationContext call) {
        return Long.toString(Long.parseLong(ACCOUNT) + call.account().number());
    }

    private static SimulatedOperation open(String id, String path, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, "GET", path, false, null, handler);
    }

    private static SimulatedOperation signed(
            String id, String method, String path, int permits, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(
                id, method, path, true, new DocumentedLimit(id, permits, Duration.ofSeconds(2)), handler);
    }

    private static SimulatedOperation algo(String id, String method, String path, SimulatedOperation.Handler handler) {
        return signed(id, method, ALGO + path, 20, handler);
    }

    /**
     * A page whose cursor stands beside the rows.
     *
     * @param next the first record of the next page; null if there is none
     */
    record Page(List<Object> rows, @Nullable String next) {}

    @Override
    public void admit(VenueRequest request) throws VenueRejection {
        if (request.method().equals("GET") && request.hasBody()) {
            throw new VenueRejection("403", "Forbidden: a GET has no body", 403)
                    .because("body-of-a-get", "A GET came with a body", "Send the parameters of a GET in its query");
        }
        if (request.method().equals("POST") && !request.hasContentType("application/json")) {
            throw Reasons.contentType(HtxFields.gatewayError(), request, "application/json");
        }
    }

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return HtxSignature.check(request, keys, now);
    }

    @Override
    public Function<VenueRequest, SignedRequest> signing() {
        return HtxSignature::read;
    }

    @Override
    public SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now) {
        String path = operation.path();
        if (path.startsWith(MARKET) && payload instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> document = Json.object("status", "ok", "ts", now.toEpochMilli());
            members.forEach((name, value) -> document.put(String.valueOf(name), value));
            return SimulatedResponse.json(200, document);
        }
        if (!path.startsWith(ALGO) && !path.startsWith(REFERENCE)) {
            return SimulatedResponse.json(
                    200, payload == null ? Json.object("status", "ok") : Json.object("status", "ok", "data", payload));
        }
        if (!(payload instanceof Page page)) {
            return SimulatedResponse.json(200, Json.object("code", 200, "data", payload));
        }
        Map<String, @Nullable Object> document = Json.object("code", 200, "data", page.rows());
        if (page.next() != null) {
            document.put("nextId", new BigDecimal(page.next()));
        }
        return SimulatedResponse.json(200, document);
    }

    @Override
    public SimulatedResponse reject(VenueRejection rejection, Instant now) {
        if (rejection.code().matches("\\d{1,9}") && rejection.extra().isEmpty() && rejection.status(200) == 200) {
            int code = Integer.parseInt(rejection.code());
            return SimulatedResponse.json(200, Json.object("code", code, "message", rejection.text()));
        }
        Map<String, @Nullable Object> document =
                Json.object("status", "error", "err-code", rejection.code(), "err-msg", rejection.text(), "data", null);
        document.putAll(rejection.extra());
        return SimulatedResponse.json(rejection.status(200), document);
    }

    @Override
    public VenueRejection unknownPath(VenueRequest request) {
        return new VenueRejection("method-not-allowed", "Method not allowed", 405);
    }

    @Override
    public VenueRejection tooManyRequests(@Nullable SimulatedOperation operation) {
        return new VenueRejection("base-request-exceed-frequency-limit", "Request exceeds the frequency limit", 429);
    }

    @Override
    public Map<String, String> limitHeaders(RequestLimiter.Usage usage) {
        return usage.limit() == null
                ? Map.of()
                : Map.of(
                        "X-HB-RateLimit-Requests-Remain", Integer.toString(usage.remaining()),
                        "X-HB-RateLimit-Requests-Expire",
                                Long.toString(usage.expires().toEpochMilli()));
    }

    @Override
    public SampleOrder sampleOrder(int n) {
        return new SampleOrder("placeOrder", Map.of("body", sample(n)));
    }

    @Override
    public SampleOrder sampleBatch(int from, int count) {
        List<Object> orders = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            orders.add(sample(n));
        }
        return new SampleOrder("placeOrders", Map.of("body", orders));
    }

    @Override
    public List<SampleOrder> sampleOrdersOfOtherKinds(int n) {
        Map<String, @Nullable Object> conditional = Json.object(
                "accountId", ACCOUNT,
                "symbol", SYMBOL,
                "orderSide", "buy",
                "orderType", "limit",
                "clientOrderId", "stop-" + n,
                "stopPrice", "90",
                "orderPrice", "91",
                "orderSize", "1");
        return List.of(new SampleOrder("placeConditionalOrder", Map.of("body", conditional)));
    }

    private static Map<String, @Nullable Object> sample(int n) {
        return Json.object(
                "account-id",
                ACCOUNT,
                "symbol",
                SYMBOL,
                "type",
                "buy-limit",
                "amount",
                "0.01",
                "price",
                Integer.toString(10_000 + n),
                "source",
                "spot-api",
                "client-order-id",
                "demo-" + n);
    }
}
