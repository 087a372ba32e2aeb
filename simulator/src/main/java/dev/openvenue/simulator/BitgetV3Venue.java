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
 * Bitget's side of the wire for the unified account (API v3): spot, margin and futures, without positions. Gateway,
 * signature and envelope are those of version 2.
 */
final class BitgetV3Venue implements DescribesSigning {
    static final String SYMBOL = "BTCUSDT";

    /** The code was seen; its words are not published. */
    static VenueRejection classic() {
        return new VenueRejection("40084", "You are in Classic Account mode, and this API is not for it")
                .because(
                        "account-of-other-api",
                        "The account is a classic account, which may use version 2 only",
                        "Use version 2 of the API, or upgrade the account to the unified account");
    }

    private final BitgetVenue gateway = new BitgetVenue();

    @Override
    public String id() {
        return "bitget-v3";
    }

    @Override
    public List<String> symbols() {
        return BitgetV3Fields.symbols("SPOT");
    }

    @Override
    public String firstOrderId() {
        return "1321320757371228161";
    }

    @Override
    public List<SigningKey.Algorithm> algorithms() {
        return gateway.algorithms();
    }

    @Override
    public String apiKeyPrefix() {
        return gateway.apiKeyPrefix();
    }

    @Override
    public boolean asksForPassphrase() {
        return gateway.asksForPassphrase();
    }

    @Override
    public boolean hasOtherApi() {
        return gateway.hasOtherApi();
    }

    @Override
    public List<SimulatedOperation> operations() {
        BitgetV3Placing placing = new BitgetV3Placing();
        BitgetV3Cancelling cancelling = new BitgetV3Cancelling();
        BitgetV3Queries queries = new BitgetV3Queries();
        BitgetV3Market data = new BitgetV3Market();
        List<SimulatedOperation> operations = new ArrayList<>(List.of(
                new SimulatedOperation(
                        "getServerTime",
                        "GET",
                        "/api/v2/public/time",
                        false,
                        perSecond("getServerTime", 20),
                        call -> Json.object(
                                "serverTime", Long.toString(call.now().toEpochMilli()))),
                market("listSymbols", "instruments", data::listSymbols),
                market("listTickers", "tickers", data::listTickers),
                market("getOrderBook", "orderbook", data::getOrderBook),
                signed("getBalances", "GET", "account/assets", 20, queries::getBalances),
                signed("getAccountSettings", "GET", "account/settings", 20, call -> BitgetV3Rows.settings()),
                trade("placeOrder", "POST", "place-order", 10, placing::placeOrder),
                trade("placeOrders", "POST", "place-batch", 5, placing::placeOrders),
                trade("amendOrder", "POST", "modify-order", 10, placing::amendOrder),
                trade("amendOrders", "POST", "batch-modify-order", 10, placing::amendOrders),
                trade("cancelOrder", "POST", "cancel-order", 10, cancelling::cancelOrder),
                trade("cancelOrders", "POST", "cancel-batch", 5, cancelling::cancelOrders),
                trade("cancelAllOrders", "POST", "cancel-symbol-order", 5, cancelling::cancelAllOrders)));
        operations.addAll(List.of(
                trade("cancelAllOrdersAfter", "POST", "countdown-cancel-all", 1, cancelling::cancelAllOrdersAfter),
                trade("getOrder", "GET", "order-info", 20, queries::getOrder),
                trade("listOpenOrders", "GET", "unfilled-orders", 20, queries::listOpenOrders),
                trade("listOrders", "GET", "history-orders", 20, queries::listOrders),
                trade("listFills", "GET", "fills", 20, queries::listFills),
                trade("placeConditionalOrder", "POST", "place-strategy-order", 10, placing::placeConditionalOrder),
                trade("amendConditionalOrder", "POST", "modify-strategy-order", 10, placing::amendConditionalOrder),
                trade(
                        "cancelConditionalOrder",
                        "POST",
                        "cancel-strategy-order",
                        10,
                        cancelling::cancelConditionalOrder),
                trade(
                        "listOpenConditionalOrders",
                        "GET",
                        "unfilled-strategy-orders",
                        20,
                        queries::listOpenConditionalOrders),
                trade("listConditionalOrders", "GET", "history-strategy-orders", 20, queries::listConditionalOrders)));
        return List.copyOf(operations);
    }

    private static SimulatedOperation market(String id, String name, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, "GET", "/api/v3/market/" + name, false, perSecond(id, 20), handler);
    }

    private static SimulatedOperation trade(
            String id, String method, String name, int permits, SimulatedOperation.Handler handler) {
        return signed(id, method, "trade/" + name, permits, handler);
    }

    private static SimulatedOperation signed(
            String id, String method, String path, int permits, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, method, "/api/v3/" + path, true, perSecond(id, permits), handler);
    }

    private static DocumentedLimit perSecond(String operation, int permits) {
        return new DocumentedLimit(operation, permits, Duration.ofSeconds(1));
    }

    @Override
    public void admit(VenueRequest request) throws VenueRejection {
        gateway.admit(request);
    }

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return BitgetV3Signature.check(request, keys, now);
    }

    @Override
    public Function<VenueRequest, SignedRequest> signing() {
        return BitgetSignature::read;
    }

    @Override
    public SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now) {
        return gateway.accept(operation, payload, now);
    }

    @Override
    public SimulatedResponse reject(VenueRejection rejection, Instant now) {
        return gateway.reject(rejection, now);
    }

    @Override
    public VenueRejection unknownPath(VenueRequest request) {
        return gateway.unknownPath(request);
    }

    @Override
    public VenueRejection tooManyRequests(@Nullable SimulatedOperation operation) {
        return gateway.tooManyRequests(operation);
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
        return new SampleOrder("placeOrders", Map.of("body", orders));
    }

    @Override
    public List<SampleOrder> sampleOrdersOfOtherKinds(int n) {
        Map<String, @Nullable Object> stop = Json.object(
                "category", "SPOT",
                "symbol", SYMBOL,
                "type", "tpsl",
                "tpslMode", "partial",
                "posSide", "long",
                "stopLoss", "90",
                "qty", "1",
                "clientOid", "stop-" + n);
        Map<String, @Nullable Object> trigger = Json.object(
                "category", "SPOT",
                "symbol", SYMBOL,
                "type", "trigger",
                "side", "sell",
                "triggerPrice", "90",
                "triggerOrderType", "limit",
                "triggerOrderPrice", "89",
                "qty", "1",
                "clientOid", "trigger-" + n);
        return List.of(
                new SampleOrder("placeConditionalOrder", Map.of("body", stop)),
                new SampleOrder("placeConditionalOrder", Map.of("body", trigger)));
    }

    private static Map<String, @Nullable Object> sample(int n) {
        return Json.object(
                "category", "SPOT",
                "symbol", SYMBOL,
                "qty", "0.01",
                "price", Integer.toString(10_000 + n),
                "side", "buy",
                "orderType", "limit",
                "timeInForce", "gtc",
                "clientOid", "demo-" + n);
    }
}
