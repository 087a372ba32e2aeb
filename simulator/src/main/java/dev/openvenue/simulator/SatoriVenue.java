package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Satori's side of the wire (the "third" API).
 *
 * <p>Choices where the documents are silent: rejections come with HTTP 200, except failed authentication (HTTP 401 with
 * code 401), an unknown path (404) and too many requests (429 with the documented code 2008). No limit is documented,
 * so none is enforced. The pair list has the fields that are documented or known from a sibling deployment.
 */
final class SatoriVenue implements DescribesSigning {
    static final String SYMBOL = "ETH-USD";

    private static final String HOT = "/api/third/hot/order/";
    private static final int BITS_OF_COUNTER = 20;

    private final AtomicLong responses = new AtomicLong();

    @Override
    public String id() {
        return "satori";
    }

    @Override
    public List<String> symbols() {
        return List.of(SYMBOL, "BTC-USD");
    }

    @Override
    public String firstOrderId() {
        return "180554928";
    }

    @Override
    public List<SigningKey.Algorithm> algorithms() {
        return List.of(SigningKey.Algorithm.SECP256K1, SigningKey.Algorithm.HMAC_SHA256, SigningKey.Algorithm.ED25519);
    }

    @Override
    public String apiKeyPrefix() {
        return "st_";
    }

    @Override
    public List<SimulatedOperation> operations() {
        SatoriPlacing placing = new SatoriPlacing(symbols());
        SatoriCancelling cancelling = new SatoriCancelling();
        SatoriQueries queries = new SatoriQueries(symbols());
        String orders = "/api/third/order/";
        SatoriMarket market = new SatoriMarket(symbols());
        return List.of(
                open("getServerTime", "time", call -> call.now().toEpochMilli()),
                open("listSymbols", "pairs", market::listSymbols),
                open("getIndexPrice", "indexPrice", market::getPrice),
                open("getMarkPrice", "markPrice", market::getPrice),
                open("getOrderBook", "depth", market::getOrderBook),
                open("listTrades", "trades", market::listTrades),
                signed("getBalance", HOT + "balance", queries::getBalance),
                signed("placeOrder", HOT + "create", placing::placeOrder),
                signed("placeOrders", HOT + "batchCreate", placing::placeOrders),
                signed("placeOrdersWithResults", HOT + "batchCreateWithRes", placing::placeOrdersWithResults),
                signed("cancelOrder", orders + "cancelEntrust", cancelling::cancelOrder),
                signed(
                        "cancelOrderByClientOrderId",
                        orders + "cancelEntrustByCli",
                        cancelling::cancelOrderByClientOrderId),
                signed("cancelOrders", orders + "batchCancelEntrust", cancelling::cancelOrders),
                signed("cancelOrdersWithResults", orders + "batchCancelWithRes", cancelling::cancelOrdersWithResults),
                signed("cancelAllOrders", orders + "cancelAll", cancelling::cancelAllOrders),
                signed("getOrder", orders + "queryOrder", queries::getOrder),
                signed("listOpenOrders", orders + "selectContractCurrentEntrustList", queries::listOpenOrders),
                signed("listFills", orders + "selectContractMatchPairList", queries::listFills));
    }

    private static SimulatedOperation open(String id, String name, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, "GET", "/api/third/info/" + name, false, null, handler);
    }

    private static SimulatedOperation signed(String id, String path, SimulatedOperation.Handler handler) {
        return new SimulatedOperation(id, "POST", path, true, null, handler);
    }

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return SatoriSignature.check(request, keys, now);
    }

    @Override
    public Function<VenueRequest, SignedRequest> signing() {
        return SatoriSignature::read;
    }

    @Override
    public SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now) {
        return document(200, false, 200, "SUCCESS", payload, now);
    }

    @Override
    public SimulatedResponse reject(VenueRejection rejection, Instant now) {
        boolean number = rejection.code().matches("\\d{1,9}");
        Object code = number ? Integer.valueOf(rejection.code()) : rejection.code();
        return document(rejection.status(200), true, code, rejection.text(), null, now);
    }

    private SimulatedResponse document(
            int status, boolean error, Object code, String msg, @Nullable Object data, Instant now) {
        // As in the venue's samples: the upper bits are the time.
        long sid = (now.toEpochMilli() << BITS_OF_COUNTER) + responses.incrementAndGet();
        return SimulatedResponse.json(
                status, Json.object("error", error, "code", code, "msg", msg, "data", data, "sid", Long.toString(sid)));
    }

    @Override
    public VenueRejection unknownPath(VenueRequest request) {
        return new VenueRejection("404", "Not Found", 404);
    }

    @Override
    public VenueRejection tooManyRequests(@Nullable SimulatedOperation operation) {
        String path = operation == null ? "" : operation.path();
        return new VenueRejection("2008", "Frequent requests:" + path.substring(path.lastIndexOf('/') + 1), 429);
    }

    @Override
    public SampleOrder sampleOrder(int n) {
        return new SampleOrder("placeOrder", sample(n));
    }

    @Override
    public SampleOrder sampleBatch(int from, int count) {
        List<Object> orders = new ArrayList<>();
        for (int n = from; n < from + count; n++) {
            orders.add(sample(n));
        }
        return new SampleOrder("placeOrders", Map.of("body", Map.of("orders", orders)));
    }

    /** Sorted by name, as in all of the venue's samples. */
    private static Map<String, Object> sample(int n) {
        return new TreeMap<>(Map.of(
                "clientOrderId",
                "demo-" + n,
                "isLong",
                true,
                "isMarket",
                false,
                "lever",
                1,
                "matchType",
                1,
                "pairName",
                SYMBOL,
                "positionType",
                3,
                "price",
                Integer.toString(1_000 + n),
                "quantity",
                "0.02"));
    }
}
