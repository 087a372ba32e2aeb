package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * XT's orders. Lists beyond a hundred are silently truncated; {@code placeOrders} is all or nothing;
 * {@code cancelOrders} returns a row for every id under a verdict of 200. Market orders are rejected with 109, because
 * there is no market. An order that {@code getOrder} does not find is 404, "any other error".
 */
final class XtOrders implements RequestFields.Errors {
    static final String CANCELLED_TEXT = "The order has been canceled successfully";

    private static final int CAP = 100;
    private static final String GONE_TEXT = "Failed to cancel the order since it does not exist or has been canceled";

    private final List<String> symbols;

    XtOrders(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        String market = market(fields);
        if (fields.oneOf("entrustType", Set.of("0", "1")).equals("1")) {
            throw VenueRejection.notSimulated("109", "A market order");
        }
        NewOrder order =
                new NewOrder(market, side(fields), fields.positive("price"), fields.positive("number"), null, Map.of());
        return Json.object("id", number(call.place(order)));
    }

    Object placeOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        String market = market(fields);
        List<NewOrder> orders = new ArrayList<>();
        for (Object element : data(fields)) {
            if (!(element instanceof Map<?, ?> members)) {
                throw wrong("data");
            }
            RequestFields order = new RequestFields(members, this);
            orders.add(new NewOrder(
                    market, side(order), order.positive("price"), order.positive("amount"), null, Map.of()));
        }
        List<Object> rows = new ArrayList<>();
        for (NewOrder order : orders) {
            SimulatedOrder placed = call.place(order);
            rows.add(Json.object(
                    "amount", placed.quantity(), "price", placed.price(), "id", number(placed), "type", type(placed)));
        }
        return rows;
    }

    /** Responds without {@code data}, as documented. */
    @Nullable
    Object cancelOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        int code = cancel(call, market(fields), fields.required("id"));
        if (code != 120) {
            throw new VenueRejection(Integer.toString(code), text(code));
        }
        return null;
    }

    Object cancelOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        String market = market(fields);
        List<Object> rows = new ArrayList<>();
        for (String id : ids(fields)) {
            int code = cancel(call, market, id);
            rows.add(Json.object("msg", text(code), "code", code, "id", new BigDecimal(id)));
        }
        return rows;
    }

    Object getOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        String market = market(fields);
        return row(lookUp(call, market, fields.required("id"))
                .orElseThrow(() -> new VenueRejection("404", "The order does not exist")));
    }

    /** Newest first, as in the example. */
    Object listOpenOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        String market = market(fields);
        int page = fields.within("page", 1, 1, 999_999);
        int pageSize = fields.within("pageSize", 10, 10, 1000);
        List<SimulatedOrder> open = call.list().stream()
                .filter(order -> order.isOpen() && order.symbol().equals(market))
                .toList();
        return call.page(open, page, pageSize).stream()
                .map(call::row)
                .filter(SimulatedOrder::isOpen)
                .map(XtOrders::row)
                .toList();
    }

    Object getOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = fields(call);
        String market = market(fields);
        List<Object> rows = new ArrayList<>();
        for (String id : ids(fields)) {
            lookUp(call, market, id).ifPresent(order -> rows.add(row(order)));
        }
        return rows;
    }

    private static int cancel(OperationContext call, String market, String id) {
        Optional<SimulatedOrder> found = find(call, market, id);
        if (found.isEmpty() || found.get().state() == SimulatedOrder.State.CANCELLED) {
            return 121;
        }
        if (!found.get().isOpen()) {
            return 122;
        }
        call.cancel(found.get());
        return 120;
    }

    private static String text(int code) {
        return switch (code) {
            case 120 -> CANCELLED_TEXT;
            case 121 -> GONE_TEXT;
            default -> "Failed to cancel the order since it has been canceled or completed";
        };
    }

    private static Optional<SimulatedOrder> find(OperationContext call, String market, String id) {
        return call.find(id).filter(order -> order.symbol().equals(market));
    }

    private static Optional<SimulatedOrder> lookUp(OperationContext call, String market, String id) {
        return call.lookUp(id).filter(order -> order.symbol().equals(market));
    }

    private RequestFields fields(OperationContext call) {
        return new RequestFields(XtVenue.parameters(call.request()), this);
    }

    private String market(RequestFields fields) throws VenueRejection {
        String market = fields.required("market");
        if (!symbols.contains(market)) {
            throw new VenueRejection("107", "The market " + market + " is not open for trading");
        }
        return market;
    }

    private static Side side(RequestFields fields) throws VenueRejection {
        return fields.oneOf("type", Set.of("0", "1")).equals("1") ? Side.BUY : Side.SELL;
    }

    /** The ids, which may be text or numbers in the list. */
    private List<String> ids(RequestFields fields) throws VenueRejection {
        List<String> ids = new ArrayList<>();
        for (Object element : data(fields)) {
            String id = element instanceof BigDecimal number ? number.toPlainString() : String.valueOf(element);
            if (!id.matches("\\d{1,30}")) {
                throw wrong("data");
            }
            ids.add(id);
        }
        return ids;
    }

    /** The first hundred elements of the list that {@code data} contains in Base64; the rest is ignored. */
    private List<?> data(RequestFields fields) throws VenueRejection {
        String base64 = fields.required("data");
        try {
            String json = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            if (Json.read(json) instanceof List<?> list && !list.isEmpty()) {
                return list.subList(0, Math.min(list.size(), CAP));
            }
        } catch (IllegalArgumentException | IOException e) {
            throw wrong("data");
        }
        throw wrong("data");
    }

    private static Map<String, @Nullable Object> row(SimulatedOrder order) {
        return Json.object(
                "number", order.quantity().toPlainString(),
                "price", order.price().toPlainString(),
                "avgPrice",
                        order.filled().signum() == 0 ? "0.00" : order.price().toPlainString(),
                "id", number(order),
                "time", order.createdAt().toEpochMilli(),
                "type", type(order),
                "status", status(order),
                "completeNumber", order.filled().toPlainString(),
                "completeMoney", order.filledValue().toPlainString(),
                "entrustType", 0,
                "fee", "0.000000");
    }

    private static BigDecimal number(SimulatedOrder order) {
        return new BigDecimal(order.orderId());
    }

    private static int type(SimulatedOrder order) {
        return order.side() == Side.BUY ? 1 : 0;
    }

    private static int status(SimulatedOrder order) {
        return switch (order.state()) {
            case OPEN -> 1;
            case FILLED -> 2;
            case CANCELLED -> 3;
        };
    }

    @Override
    public VenueRejection missing(String name) {
        return new VenueRejection("400", "Bad request: " + name + " is missing");
    }

    @Override
    public VenueRejection wrong(String name) {
        return new VenueRejection("102", "Parameter error: " + name);
    }
}
