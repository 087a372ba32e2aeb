package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.OwnMarket.Match;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Placing at XT's API v4. An order that may not rest (market, IOC, FOK) takes from the {@link OwnMarket}, and what it
 * does not get is cancelled; GTX is cancelled if it would take. A GTC order rests, even if it could trade: only tests
 * fill it.
 *
 * <p>Choices where the documents are silent: a client order id may be used again, and refers to the newest order then;
 * a market order is accepted with every {@code timeInForce}, and rejected with ORDER_F0601 if there is nothing to take;
 * an amended order keeps its id; an item of a batch that is rejected has its reason in words, as in the sample.
 */
final class XtV4Placing {
    static final String MARKET = "MARKET";

    private static final int CAP = 100;
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_]{4,32}");
    private static final Set<String> TYPES = Set.of("LIMIT", MARKET);
    private static final Set<String> TIME_IN_FORCE = Set.of("GTC", "IOC", "FOK", "GTX");

    private final List<String> symbols;

    XtV4Placing(List<String> symbols) {
        this.symbols = symbols;
    }

    Object placeOrder(OperationContext call) throws VenueRejection {
        SimulatedOrder placed = place(call, XtV4Fields.of(call.request()));
        return Json.object("orderId", placed.orderId(), "ip", "127.0.0.1");
    }

    Object placeOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        List<?> items = fields.list("items");
        if (items.isEmpty() || items.size() > CAP) {
            throw XtV4Fields.failure("items has " + items.size() + " orders; 1 to " + CAP + " are allowed");
        }
        List<Object> rows = new ArrayList<>();
        for (Object item : items) {
            RequestFields order = XtV4Fields.of(item);
            String orderId = null;
            String reason = null;
            try {
                orderId = place(call, order).orderId();
            } catch (VenueRejection rejection) {
                reason = rejection.text().isEmpty() ? "rejected by " + rejection.code() : rejection.text();
            }
            rows.add(Json.object(
                    "index",
                    rows.size(),
                    "clientOrderId",
                    order.optional("clientOrderId"),
                    "orderId",
                    orderId,
                    "rejected",
                    orderId == null,
                    "reason",
                    reason));
        }
        return Json.object("batchId", fields.optional("clientBatchId", "1"), "items", rows);
    }

    /** The order must be open, and a limit order; what is filled already counts towards the new quantity. */
    Object amendOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        BigDecimal price = fields.positive("price");
        BigDecimal quantity = fields.positive("quantity");
        SimulatedOrder order = call.find(call.pathId())
                .filter(SimulatedOrder::isOpen)
                .orElseThrow(() -> new VenueRejection("ORDER_005", ""));
        if (quantity.compareTo(order.filled()) <= 0) {
            throw fields.wrong("quantity");
        }
        call.account()
                .book()
                .keep(new SimulatedOrder(
                        order.orderId(),
                        order.clientOrderId(),
                        order.symbol(),
                        order.side(),
                        price,
                        quantity,
                        order.filled(),
                        order.state(),
                        order.cancelRequested(),
                        order.createdAt(),
                        call.now(),
                        order.details()));
        return Json.object("orderId", order.orderId(), "modifyId", call.habits().takeOrderId());
    }

    private SimulatedOrder place(OperationContext call, RequestFields fields) throws VenueRejection {
        String symbol = XtV4Fields.symbol(fields, symbols);
        Side side = XtV4Fields.side(fields);
        boolean market = fields.oneOf("type", TYPES).equals(MARKET);
        String timeInForce = fields.oneOf("timeInForce", TIME_IN_FORCE);
        Map<String, String> details = new HashMap<>();
        details.put("bizType", fields.oneOf("bizType", XtV4Fields.BUSINESS));
        details.put("timeInForce", timeInForce);
        String clientId = fields.has("clientOrderId") ? fields.matching("clientOrderId", CLIENT_ID) : null;
        OwnMarket book = new OwnMarket(call, symbol);
        if (market) {
            return market(
                    call, fields, book, new NewOrder(symbol, side, BigDecimal.ONE, BigDecimal.ONE, clientId, details));
        }
        BigDecimal price = fields.positive("price");
        BigDecimal quantity = fields.positive("quantity");
        List<Match> matches = List.of();
        Life life = Life.RESTS;
        if (timeInForce.equals("GTX")) {
            life = book.crosses(side, price) ? Life.ENDS_AT_ONCE : Life.RESTS;
        } else if (!timeInForce.equals("GTC")) {
            life = Life.ENDS_AT_ONCE;
            details.put("taker", "true");
            matches = book.take(side, price, quantity);
            if (timeInForce.equals("FOK") && OwnMarket.quantity(matches).compareTo(quantity) < 0) {
                matches = List.of();
            }
        }
        return trade(call, new NewOrder(symbol, side, price, quantity, clientId, details, life), matches);
    }

    /** Buys for a value, or sells a quantity. */
    private static SimulatedOrder market(OperationContext call, RequestFields fields, OwnMarket book, NewOrder draft)
            throws VenueRejection {
        boolean buys = draft.side() == Side.BUY;
        String forbidden = buys ? "quantity" : "quoteQty";
        if (fields.has(forbidden)) {
            throw XtV4Fields.failure(forbidden + " does not belong to this order");
        }
        List<Match> matches = buys
                ? book.buyFor(fields.positive("quoteQty"))
                : book.take(Side.SELL, null, fields.positive("quantity"));
        if (matches.isEmpty()) {
            throw new VenueRejection("ORDER_F0601", "");
        }
        Map<String, String> details = new HashMap<>(draft.details());
        details.put("type", MARKET);
        details.put("taker", "true");
        BigDecimal quantity = buys ? OwnMarket.quantity(matches) : fields.positive("quantity");
        BigDecimal price = OwnMarket.price(matches);
        return trade(
                call,
                new NewOrder(
                        draft.symbol(),
                        draft.side(),
                        price,
                        quantity,
                        draft.clientOrderId(),
                        details,
                        Life.ENDS_AT_ONCE),
                matches);
    }

    /** Places the order and fills what it takes; where all orders fill at once there is nothing to take. */
    private static SimulatedOrder trade(OperationContext call, NewOrder order, List<Match> matches) {
        SimulatedOrder placed = call.place(order);
        if (matches.isEmpty() || placed.state() == SimulatedOrder.State.FILLED) {
            return placed;
        }
        Book book = call.account().book();
        matches.forEach(match ->
                book.keep(match.maker().withFill(match.maker().filled().add(match.quantity()), call.now())));
        return book.keep(placed.withFill(OwnMarket.quantity(matches), call.now()));
    }
}
