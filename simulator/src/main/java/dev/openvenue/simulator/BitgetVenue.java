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
 * Bitget's side of the wire (API v2, spot).
 *
 * <p>Choices where the documents are silent: an unknown path returns HTTP 400 with 40404, as observed at a venue with
 * the same software.
 */
final class BitgetVenue implements DescribesSigning {
    static final String SYMBOL = "BTCUSDT";

    /** The code was seen; its words are not published. */
    static VenueRejection unified() {
        return new VenueRejection("40085", "You are in Unified Account mode, and this API is not for it")
                .because(
                        "account-of-other-api",
                        "The account was upgraded to the unified account, which may use version 3 only",
                        "Use version 3 of the API, or a key of a classic account");
    }

    @Override
    public String id() {
        return "bitget";
    }

    @Override
    public List<String> symbols() {
        return List.of(SYMBOL, "ETHUSDT");
    }

    @Override
    public String firstOrderId() {
        return "1223051794820370433";
    }

    @Override
    public List<SigningKey.Algorithm> algorithms() {
        return List.of(SigningKey.Algorithm.HMAC_SHA256, SigningKey.Algorithm.RSA_SHA256);
    }

    @Override
    public String apiKeyPrefix() {
        return "bg_";
    }

    @Override
    public boolean asksForPassphrase() {
        return true;
    }

    @Override
    public boolean hasOtherApi() {
        return true;
    }

    @Override
    public List<SimulatedOperation> operations() {
        BitgetPlacing placing = new BitgetPlacing(symbols());
        BitgetCancelling cancelling = new BitgetCancelling();
        BitgetQueries queries = new BitgetQueries(symbols());
        BitgetMarket market = new BitgetMarket(symbols());
        List<SimulatedOperation> operations = new ArrayList<>(List.of(
                open(
                        "getServerTime",
                        "public/time",
                        20,
                        call -> Json.object(
                                "serverTime", Long.toString(call.now().toEpochMilli()))),
                open("listSymbols", "spot/public/symbols", 20, market::listSymbols),
                open("listCurrencies", "spot/public/coins", 3, market::listCurrencies),
                open("listTickers", "spot/market/tickers", 20, market::listTickers),
                open("getOrderBook", "spot/market/orderbook", 20, market::getOrderBook),
                open("listTrades", "spot/market/fills", 10, market::listTrades),
                signed("getBalances", "GET", "spot/account/assets", 10, queries::getBalances),
                trade("placeOrder", "POST", "place-order", 10, placing::placeOrder),
                trade("placeOrders", "POST", "batch-orders", 5, placing::placeOrders),
                trade("replaceOrder", "POST", "cancel-replace-order", 5, placing::replaceOrder),
                trade("replaceOrders", "POST", "batch-cancel-replace-order", 5, placing::replaceOrders),
                trade("cancelOrder", "POST", "cancel-order", 10, cancelling::cancelOrder),
                trade("cancelOrders", "POST", "batch-cancel-order", 10, cancelling::cancelOrders),
                trade("cancelAllOrders", "POST", "cancel-symbol-order", 5, cancelling::cancelAllOrders)));
        operations.addAll(List.of(
                trade("getOrder", "GET", "orderInfo", 20, queries::getOrder),
                trade("listOpenOrders", "GET", "unfilled-orders", 20, queries::listOpenOrders),
                trade("listOrders", "GET", "history-orders", 20, queries::listOrders),
                trade("listFills", "GET", "fills", 10, queries::listFills),
                trade("placeConditionalOrder", "POST", "place-plan-order", 20, placing::placeConditionalOrder),
                trade("amendConditionalOrder", "POST", "modify-plan-order", 20, placing::amendConditionalOrder),
                trade("cancelConditionalOrder", "POST", "cancel-plan-order", 20, cancelling::cancelConditionalOrder),
                trade(
                        "cancelConditionalOrdersBySymbol",
                        "POST",
                        "batch-cancel-plan-order",
                        5,
                        cancelling::cancelConditionalOrdersBySymbol),
                trade("listOpenConditionalOrders", "GET", "current-plan-order", 20, queries::listOpenConditionalOrders),
                trade("listConditionalOrders", "GET", "history-plan-order", 20, queries::listConditionalOrders)));
        return List.copyOf(operations);
    }

    private static SimulatedOperation open(String id, String path, int permits, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, "GET", "/api/v2/" + path, false, perSecond(id, permits), handler);
    }

    private static SimulatedOperation signed(
            String id, String method, String path, int permits, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, method, "/api/v2/" + path, true, perSecond(id, permits), handler);
    }

    private static SimulatedOperation trade(
            String id, String method, String name, int permits, SimulatedOperation.Handler handler) {
        return signed(id, method, "spot/trade/" + name, permits, handler);
    }

    private static DocumentedLimit perSecond(String operation, int permits) {
        return new DocumentedLimit(operation, permits, Duration.ofSeconds(1));
    }

    @Override
    public void admit(VenueRequest request) throws VenueRejection {
        if (request.method().equals("POST") && !request.hasContentType("application/json")) {
            throw Reasons.contentType(new VenueRejection("40007", "Invalid Content_Type"), request, "application/json");
        }
    }

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return BitgetSignature.check(request, keys, now);
    }

    @Override
    public Function<VenueRequest, SignedRequest> signing() {
        return BitgetSignature::read;
    }

    @Override
    public SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now) {
        return SimulatedResponse.json(
                200,
                Json.object("code", "00000", "msg", "success", "requestTime", now.toEpochMilli(), "data", payload));
    }

    @Override
    public SimulatedResponse reject(VenueRejection rejection, Instant now) {
        int status = rejection.code().equals("429") ? 429 : 400;
        return SimulatedResponse.json(
                rejection.status(status),
                Json.object(
                        "code",
                        rejection.code(),
                        "msg",
                        rejection.text(),
                        "requestTime",
                        now.toEpochMilli(),
                        "data",
                        null));
    }

    @Override
    public VenueRejection unknownPath(VenueRequest request) {
        return new VenueRejection("40404", "Request URL NOT FOUND");
    }

    @Override
    public VenueRejection tooManyRequests(@Nullable SimulatedOperation operation) {
        return new VenueRejection("429", "Too Many Requests");
    }

    @Override
    public Map<String, String> limitHeaders(RequestLimiter.Usage usage) {
        return usage.limit() == null
                ? Map.of()
                : Map.of("x-mbx-used-remain-limit", Integer.toString(usage.remaining()));
    }

    @Override
    public SampleOrder sampleOrder(int n) {
        Map<String, @Nullable Object> body = sample(n);
        body.put("symbol", SYMBOL);
        return new SampleOrder("placeOrder", Map.of("body", body));
    }

    @Override
    public SampleOrder sampleBatch(int from, int count) {
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            orders.add(sample(n));
        }
        return new SampleOrder(
                "placeOrders",
                Map.of("body", Json.object("symbol", SYMBOL, "batchMode", "single", "orderList", orders)));
    }

    @Override
    public List<SampleOrder> sampleOrdersOfOtherKinds(int n) {
        Map<String, @Nullable Object> trigger = sample(n);
        trigger.putAll(Map.of("symbol", SYMBOL, "tpslType", "tpsl", "triggerPrice", "90"));
        Map<String, @Nullable Object> conditional = Json.object(
                "symbol", SYMBOL,
                "side", "sell",
                "orderType", "limit",
                "triggerPrice", "90",
                "executePrice", "89",
                "size", "1",
                "triggerType", "fill_price");
        return List.of(
                new SampleOrder("placeOrder", Map.of("body", trigger)),
                new SampleOrder("placeConditionalOrder", Map.of("body", conditional)));
    }

    private static Map<String, @Nullable Object> sample(int n) {
        return Json.object(
                "side", "buy",
                "orderType", "limit",
                "force", "gtc",
                "price", Integer.toString(10_000 + n),
                "size", "0.01",
                "clientOid", "demo-" + n);
    }
}
