package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * XT's side of the wire (API v1, spot).
 *
 * <p>Choices where the documents are silent: rejections come with HTTP 200, except an unknown path (404) and too many
 * requests (429, with 106 for placing, 124 for cancelling, else 404); all signed operations but the balances share one
 * limit. The limit of 300 open orders is not simulated.
 */
final class XtVenue implements DescribesSigning {
    static final String SYMBOL = "btc_usdt";

    private static final Set<String> PLACING = Set.of("placeOrder", "placeOrders");
    private static final Set<String> CANCELLING = Set.of("cancelOrder", "cancelOrders");

    /** The part of the API whose documents have no envelope. */
    private static final String DATA = "/data";

    private static final DocumentedLimit METHODS =
            new DocumentedLimit("every method but asset queries", 10, Duration.ofSeconds(1));
    private static final DocumentedLimit ASSETS = new DocumentedLimit("asset queries", 3, Duration.ofSeconds(1));

    private volatile boolean encodedParameters;

    @Override
    public String id() {
        return "xt";
    }

    @Override
    public List<String> symbols() {
        return List.of(SYMBOL, "eth_usdt");
    }

    @Override
    public String firstOrderId() {
        return "156387346384491";
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
        XtPlacing placing = new XtPlacing(symbols());
        XtCancelling cancelling = new XtCancelling(symbols());
        XtQueries queries = new XtQueries(symbols());
        XtMarket market = new XtMarket(symbols());
        return List.of(
                open(
                        "getServerTime",
                        "/trade",
                        "getServerTime",
                        call -> Json.object("serverTime", call.now().toEpochMilli())),
                open("listAccountTypes", "/trade", "getAccounts", market::listAccountTypes),
                open("listSymbols", DATA, "getMarketConfig", market::listSymbols),
                open("listCurrencies", DATA, "getCoinConfig", market::listCurrencies),
                open("getTicker", DATA, "getTicker", market::getTicker),
                open("listTickers", DATA, "getTickers", market::listTickers),
                open("getOrderBook", DATA, "getDepth", market::getOrderBook),
                open("listTrades", DATA, "getTrades", market::listTrades),
                signed("getBalances", "GET", "getBalance", ASSETS, queries::getBalances),
                signed("getAccountBalances", "GET", "getFunds", ASSETS, queries::getAccountBalances),
                signed("placeOrder", "POST", "order", METHODS, placing::placeOrder),
                signed("placeOrders", "POST", "batchOrder", METHODS, placing::placeOrders),
                signed("cancelOrder", "POST", "cancel", METHODS, cancelling::cancelOrder),
                signed("cancelOrders", "POST", "batchCancel", METHODS, cancelling::cancelOrders),
                signed("getOrder", "GET", "getOrder", METHODS, queries::getOrder),
                signed("listOpenOrders", "GET", "getOpenOrders", METHODS, queries::listOpenOrders),
                signed("getOrders", "GET", "getBatchOrders", METHODS, queries::getOrders),
                signed("listFills", "GET", "myTrades", METHODS, queries::listFills));
    }

    private static SimulatedOperation open(String id, String part, String name, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, "GET", part + "/api/v1/" + name, false, null, handler);
    }

    private static SimulatedOperation signed(
            String id, String method, String name, DocumentedLimit limit, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, method, "/trade/api/v1/" + name, true, limit, handler);
    }

    @Override
    public void admit(VenueRequest request) throws VenueRejection {
        if (!request.method().equals("POST")) {
            return;
        }
        if (!request.hasContentType("application/x-www-form-urlencoded")) {
            throw Reasons.contentType(
                    new VenueRejection("400", "Bad request: send a form"),
                    request,
                    "application/x-www-form-urlencoded");
        }
        if (!request.query().isEmpty()) {
            throw new VenueRejection("400", "Bad request: a POST has its parameters in the body only");
        }
    }

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return XtSignature.check(request, keys, now, encodedParameters);
    }

    @Override
    public void verifyEncodedParameters(boolean encoded) {
        encodedParameters = encoded;
    }

    @Override
    public Function<VenueRequest, SignedRequest> signing() {
        boolean encoded = encodedParameters;
        return request -> XtSignature.read(request, encoded);
    }

    @Override
    public SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now) {
        if (operation.path().startsWith(DATA)) {
            return SimulatedResponse.json(200, payload);
        }
        String info = PLACING.contains(operation.id())
                ? "An order has been placed successfully"
                : CANCELLING.contains(operation.id()) ? XtCancelling.CANCELLED_TEXT : "success";
        return SimulatedResponse.json(
                200,
                payload == null
                        ? Json.object("code", 200, "info", info)
                        : Json.object("code", 200, "data", payload, "info", info));
    }

    @Override
    public SimulatedResponse reject(VenueRejection rejection, Instant now) {
        boolean number = rejection.code().matches("\\d{1,9}");
        Object code = number ? Integer.valueOf(rejection.code()) : rejection.code();
        return SimulatedResponse.json(rejection.status(200), Json.object("code", code, "info", rejection.text()));
    }

    @Override
    public VenueRejection unknownPath(VenueRequest request) {
        return new VenueRejection("404", "No such method", 404);
    }

    @Override
    public VenueRejection tooManyRequests(@Nullable SimulatedOperation operation) {
        String id = operation == null ? "" : operation.id();
        if (PLACING.contains(id)) {
            return new VenueRejection("106", "Orders are placed too frequently", 429);
        }
        return CANCELLING.contains(id)
                ? new VenueRejection("124", "Orders are cancelled too frequently", 429)
                : new VenueRejection("404", "Too many requests", 429);
    }

    @Override
    public SampleOrder sampleOrder(int n) {
        return new SampleOrder(
                "placeOrder",
                Map.of("market", SYMBOL, "price", price(n), "number", "0.01", "type", 1, "entrustType", 0));
    }

    @Override
    public SampleOrder sampleBatch(int from, int count) {
        List<Object> orders = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            orders.add(Json.object("price", price(n), "amount", "0.01", "type", 1));
        }
        return new SampleOrder("placeOrders", Map.of("market", SYMBOL, "data", orders));
    }

    private static String price(int n) {
        return Integer.toString(10_000 + n);
    }
}
