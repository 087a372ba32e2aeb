package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.SimulatedAccount;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrders;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The operations on the book: what a counterparty does, and what the venue does to an order. */
final class BookControl {
    private static final int MOST_ROWS = 500;
    private static final int USUAL_ROWS = 100;

    private final Desk desk;

    BookControl(Desk desk) {
        this.desk = desk;
    }

    void addTo(Control control) {
        control.get("/api/venues/{venue}/orders", this::list);
        control.post("/api/venues/{venue}/orders", this::place);
        control.post("/api/venues/{venue}/trades", this::trade);
        control.get("/api/venues/{venue}/orders/{order}", this::find);
        control.delete("/api/venues/{venue}/orders/{order}", this::cancel);
        control.post("/api/venues/{venue}/orders/{order}/fills", this::fill);
        control.put("/api/venues/{venue}/orders/{order}/trigger", this::trigger);
    }

    private Map<String, @Nullable Object> list(ControlCall call) {
        VenueSimulator venue =
                desk.venue(call.takes("account", "symbol", "state", "limit").name(0));
        String symbol = call.optional("symbol");
        SimulatedOrder.State state = call.has("state") ? call.oneOf("state", SimulatedOrder.State.class) : null;
        int limit = call.whole("limit", USUAL_ROWS, 1, MOST_ROWS);
        List<SimulatedOrder> orders = new ArrayList<>(orders(venue, call).all());
        orders.removeIf(order ->
                (symbol != null && !symbol.equals(order.symbol())) || (state != null && state != order.state()));
        Collections.reverse(orders);
        return Json.object(
                "total", orders.size(),
                "orders", orders.stream().limit(limit).map(BookControl::row).toList());
    }

    private Map<String, @Nullable Object> place(ControlCall call) {
        VenueSimulator venue = desk.venue(call.name(0));
        call.takes("account", "symbol", "side", "price", "quantity", "clientOrderId");
        SimulatedOrders orders = orders(venue, call);
        String id = orders.place(
                symbol(venue, call),
                call.oneOf("side", SimulatedOrder.Side.class),
                call.amount("price"),
                call.amount("quantity"),
                call.optional("clientOrderId"));
        desk.changed(venue.venueId(), "book", call);
        return row(orders, id);
    }

    private Map<String, @Nullable Object> trade(ControlCall call) {
        VenueSimulator venue = desk.venue(call.name(0));
        call.takes("account", "symbol", "side", "price", "quantity");
        BigDecimal quantity = call.amount("quantity");
        BigDecimal filled = orders(venue, call)
                .trade(
                        symbol(venue, call),
                        call.oneOf("side", SimulatedOrder.Side.class),
                        call.has("price") ? call.amount("price") : null,
                        quantity);
        desk.changed(venue.venueId(), "book", call);
        return Json.object(
                "filled", filled.toPlainString(),
                "left", quantity.subtract(filled).toPlainString());
    }

    private Map<String, @Nullable Object> find(ControlCall call) {
        return row(orders(desk.venue(call.takes("account").name(0)), call), call.name(1));
    }

    private Map<String, @Nullable Object> cancel(ControlCall call) {
        return change(call.takes("account"), orders -> orders.cancel(call.name(1)));
    }

    private Map<String, @Nullable Object> fill(ControlCall call) {
        call.takes("account", "quantity");
        return change(call, orders -> {
            if (call.has("quantity")) {
                orders.partiallyFill(call.name(1), call.amount("quantity"));
            } else {
                orders.fill(call.name(1));
            }
        });
    }

    private Map<String, @Nullable Object> trigger(ControlCall call) {
        return change(call.takes("account"), orders -> orders.trigger(call.name(1)));
    }

    private Map<String, @Nullable Object> change(ControlCall call, Consumer<SimulatedOrders> action) {
        VenueSimulator venue = desk.venue(call.name(0));
        SimulatedOrders orders = orders(venue, call);
        row(orders, call.name(1)); // Or it is not found.
        action.accept(orders);
        desk.changed(venue.venueId(), "book", call);
        return row(orders, call.name(1));
    }

    private static SimulatedOrders orders(VenueSimulator venue, ControlCall call) {
        SimulatedAccount account = VenueControl.account(venue, call);
        return account.orders();
    }

    private static String symbol(VenueSimulator venue, ControlCall call) {
        String symbol = call.has("symbol") ? call.text("symbol") : venue.symbol();
        if (!venue.symbols().contains(symbol)) {
            throw call.wrong("symbol", "one of " + String.join(", ", venue.symbols()));
        }
        return symbol;
    }

    private static Map<String, @Nullable Object> row(SimulatedOrders orders, String id) {
        return row(orders.find(id).orElseThrow(() -> ControlException.notFound("The account has no order " + id)));
    }

    private static Map<String, @Nullable Object> row(SimulatedOrder order) {
        return Json.object(
                "orderId", order.orderId(),
                "clientOrderId", order.clientOrderId(),
                "symbol", order.symbol(),
                "side", ControlCall.word(order.side()),
                "price", order.price().toPlainString(),
                "quantity", order.quantity().toPlainString(),
                "filled", order.filled().toPlainString(),
                "state", ControlCall.word(order.state()),
                "awaitsTrigger", order.awaitsTrigger(),
                "cancelRequested", order.cancelRequested(),
                "createdAt", order.createdAt().toEpochMilli(),
                "updatedAt", order.updatedAt().toEpochMilli());
    }
}
