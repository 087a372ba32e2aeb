package example.venue;

import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.KeyRing;
import dev.openvenue.simulator.OperationContext;
import dev.openvenue.simulator.RequestFields;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.SimulatedOperation;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedResponse;
import dev.openvenue.simulator.Venue;
import dev.openvenue.simulator.VenueRejection;
import dev.openvenue.simulator.VenueRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tiny as its documents describe it; it shares no code with the signer. */
public final class TinyVenue implements Venue {
    private static final String SYMBOL = "BTCUSDT";
    private static final Duration WINDOW = Duration.ofSeconds(30);

    /** Called by {@link java.util.ServiceLoader}. */
    public TinyVenue() {}

    @Override
    public String id() {
        return "tiny";
    }

    @Override
    public List<String> symbols() {
        return List.of(SYMBOL);
    }

    @Override
    public String firstOrderId() {
        return "1000";
    }

    @Override
    public List<SigningKey.Algorithm> algorithms() {
        return List.of(SigningKey.Algorithm.HMAC_SHA256);
    }

    @Override
    public String apiKeyPrefix() {
        return "tiny-";
    }

    @Override
    public List<SimulatedOperation> operations() {
        return List.of(
                new SimulatedOperation("getServerTime", "GET", "/time", false, null, call -> call.now().toEpochMilli()),
                new SimulatedOperation("placeOrder", "POST", "/orders", true, null, TinyVenue::place),
                new SimulatedOperation("listOpenOrders", "GET", "/orders", true, null, TinyVenue::listOpen),
                new SimulatedOperation("cancelOrders", "DELETE", "/orders", true, null, TinyVenue::cancel),
                new SimulatedOperation("getOrder", "GET", "/order", true, null, TinyVenue::look));
    }

    @Override
    public AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        AccountKey key = keys.find(String.valueOf(request.header("Tiny-Key")));
        String time = String.valueOf(request.header("Tiny-Time"));
        String text = String.join("\n", time, request.method(), request.path(), request.query(), request.bodyText());
        if (key == null || !time.matches("\\d{13}") || !key.accepts(text, signature(request))) {
            throw new VenueRejection("sign", "The signature is wrong");
        }
        Duration off = Duration.between(Instant.ofEpochMilli(Long.parseLong(time)), now);
        if (off.abs().compareTo(WINDOW) > 0) {
            throw new VenueRejection("sign", "The request is too old");
        }
        return key;
    }

    private static byte[] signature(VenueRequest request) {
        try {
            return HexFormat.of().parseHex(String.valueOf(request.header("Tiny-Sign")));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public SimulatedResponse accept(SimulatedOperation operation, Object payload, Instant now) {
        return SimulatedResponse.json(200, Json.object("code", "0", "data", payload));
    }

    @Override
    public SimulatedResponse reject(VenueRejection rejection, Instant now) {
        return SimulatedResponse.json(
                rejection.status(400), Json.object("code", rejection.code(), "msg", rejection.text()));
    }

    @Override
    public VenueRejection unknownPath(VenueRequest request) {
        return new VenueRejection("invalid", "There is no such path", 404);
    }

    @Override
    public VenueRejection tooManyRequests(SimulatedOperation operation) {
        return new VenueRejection("limit", "There were too many requests", 429);
    }

    @Override
    public SampleOrder sampleOrder(int n) {
        return new SampleOrder(
                "placeOrder",
                Map.of("body", Map.of("symbol", SYMBOL, "side", "buy", "price", "" + (10_000 + n), "size", "0.01")));
    }

    @Override
    public SampleOrder sampleBatch(int from, int count) {
        throw new UnsupportedOperationException("Tiny places orders one by one");
    }

    private static Object place(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        SimulatedOrder placed = call.place(new NewOrder(
                fields.oneOf("symbol", Set.of(SYMBOL)),
                fields.oneOf("side", Set.of("buy", "sell")).equals("buy") ? Side.BUY : Side.SELL,
                fields.positive("price"),
                fields.positive("size"),
                null,
                Map.of()));
        return row(placed);
    }

    private static Object cancel(OperationContext call) throws VenueRejection {
        List<Object> rows = new ArrayList<>();
        for (Object id : fields(call).list("ids")) {
            Optional<SimulatedOrder> open = call.find(String.valueOf(id)).filter(SimulatedOrder::isOpen);
            open.ifPresent(call::cancel);
            rows.add(open.isPresent() ? Json.object("id", id) : Json.object("id", id, "code", "gone"));
        }
        return rows;
    }

    private static Object listOpen(OperationContext call) {
        return call.list().stream()
                .filter(SimulatedOrder::isOpen)
                .map(order -> row(call.row(order)))
                .collect(Collectors.toList());
    }

    private static Object look(OperationContext call) {
        return call.lookUp(String.valueOf(call.request().queryParameters().get("id"))).stream()
                .map(TinyVenue::row)
                .collect(Collectors.toList());
    }

    private static Map<String, Object> row(SimulatedOrder order) {
        return Json.object(
                "id",
                order.orderId(),
                "symbol",
                order.symbol(),
                "state",
                order.state().name().toLowerCase(Locale.ROOT));
    }

    /** What Tiny says of a field that is missing or wrong. */
    private static final class Invalid implements RequestFields.Errors {
        @Override
        public VenueRejection missing(String name) {
            return new VenueRejection("invalid", name + " is missing");
        }

        @Override
        public VenueRejection wrong(String name) {
            return new VenueRejection("invalid", name + " is wrong");
        }
    }

    private static RequestFields fields(OperationContext call) throws VenueRejection {
        try {
            Object body = Json.read(call.request().bodyText());
            return new RequestFields((Map<?, ?>) body, new Invalid());
        } catch (IOException | ClassCastException e) {
            throw new VenueRejection("invalid", "The body is not an object");
        }
    }
}
