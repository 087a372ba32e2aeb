package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Orders, fills and balances at XT's API v4. Choices where the documents are silent: unknown ids are left out of
 * {@code getOrders}; past orders are the closed ones, newest first, and NEXT leads to older ones, without
 * {@code fromId} itself; an order has one fill at most, with its own id, because the book keeps no single ones.
 */
final class XtV4Queries {
    private static final Set<String> DIRECTIONS = Set.of("PREV", "NEXT");

    private final List<String> symbols;

    XtV4Queries(List<String> symbols) {
        this.symbols = symbols;
    }

    Object getOrderById(OperationContext call) throws VenueRejection {
        return row(call.lookUp(call.pathId()).orElseThrow(XtV4Fields::noSuchOrder));
    }

    /** The venue's id wins if both are given. */
    Object getOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        Optional<SimulatedOrder> found = fields.has("orderId")
                ? call.lookUp(fields.required("orderId"))
                : call.lookUpByClientOrderId(fields.required("clientOrderId"));
        return row(found.orElseThrow(XtV4Fields::noSuchOrder));
    }

    Object getOrders(OperationContext call) throws VenueRejection {
        List<Object> rows = new ArrayList<>();
        for (String id : XtV4Fields.of(call.request()).required("orderIds").split(",")) {
            call.lookUp(XtV4Fields.id(id)).ifPresent(order -> rows.add(row(order)));
        }
        return rows;
    }

    /** All of them in one response. */
    Object listOpenOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = filters(call);
        List<SimulatedOrder> open = call.list().stream()
                .filter(order -> order.isOpen() && XtV4Fields.wanted(fields, "side", order))
                .map(call::row)
                .filter(SimulatedOrder::isOpen)
                .toList();
        return call.inRowOrder(open).stream().map(XtV4Queries::row).toList();
    }

    Object listOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = filters(call);
        boolean hidden = fields.optional("hiddenCanceled", "false").equals("true");
        return page(
                call,
                order -> !order.isOpen()
                        && XtV4Fields.wanted(fields, "side", order)
                        && fields.optional("type", type(order)).equals(type(order))
                        && fields.optional("state", state(order)).equals(state(order))
                        && !(hidden && order.state() == State.CANCELLED),
                XtV4Queries::row);
    }

    Object listFills(OperationContext call) throws VenueRejection {
        RequestFields fields = filters(call);
        return page(
                call,
                order -> order.filled().signum() > 0
                        && XtV4Fields.wanted(fields, "orderSide", order)
                        && fields.optional("orderType", type(order)).equals(type(order))
                        && fields.optional("orderId", order.orderId()).equals(order.orderId()),
                XtV4Queries::fill);
    }

    Object getBalance(OperationContext call) throws VenueRejection {
        String currency = XtV4Fields.of(call.request()).required("currency");
        if (!Pair.coins(symbols).contains(currency)) {
            throw new VenueRejection("CURRENCY_001", "")
                    .because(
                            "currency-unknown",
                            "The venue has no currency " + Spelling.quoted(currency),
                            "Use one of " + String.join(", ", Pair.coins(symbols)));
        }
        return balance(call, currency);
    }

    Object getBalances(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        List<String> asked = List.of(fields.optional("currencies", "").split(","));
        return Json.object(
                "totalBtcAmount",
                "0",
                "assets",
                Pair.coins(symbols).stream()
                        .filter(currency -> !fields.has("currencies") || asked.contains(currency))
                        .map(currency -> balance(call, currency))
                        .toList());
    }

    /** What open orders lock, and the rest. */
    private static Map<String, @Nullable Object> balance(OperationContext call, String currency) {
        Funds funds = Funds.of(call, currency, order -> true);
        return Json.object(
                "currency",
                currency,
                "currencyId",
                1 + Math.floorMod(currency.hashCode(), 1000),
                "frozenAmount",
                funds.locked().toPlainString(),
                "availableAmount",
                funds.available().toPlainString(),
                "totalAmount",
                Funds.TOTAL.toPlainString(),
                "convertBtcAmount",
                "0");
    }

    private RequestFields filters(OperationContext call) throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        if (fields.has("symbol")) {
            XtV4Fields.symbol(fields, symbols);
        }
        return fields;
    }

    private static Object page(
            OperationContext call, Predicate<SimulatedOrder> wanted, Function<SimulatedOrder, Object> row)
            throws VenueRejection {
        RequestFields fields = XtV4Fields.of(call.request());
        int limit = call.pageSize(fields.within("limit", 20, 1, 100));
        BigDecimal from = fields.has("fromId") ? fields.positive("fromId") : null;
        boolean back = from != null
                && fields.has("direction")
                && fields.oneOf("direction", DIRECTIONS).equals("PREV");
        BigDecimal start = fields.has("startTime") ? fields.positive("startTime") : BigDecimal.ZERO;
        BigDecimal end = fields.has("endTime") ? fields.positive("endTime") : null;
        List<SimulatedOrder> listed = new ArrayList<>(call.list());
        if (back) {
            Collections.reverse(listed);
        }
        List<SimulatedOrder> found = new ArrayList<>();
        for (SimulatedOrder order : listed) {
            BigDecimal created = BigDecimal.valueOf(order.createdAt().toEpochMilli());
            int place = from == null ? 0 : new BigDecimal(order.orderId()).compareTo(from);
            if (found.size() <= limit
                    && (from == null || (back ? place > 0 : place < 0))
                    && created.compareTo(start) >= 0
                    && (end == null || created.compareTo(end) <= 0)
                    && wanted.test(order)) {
                SimulatedOrder seen = call.row(order);
                if (wanted.test(seen)) {
                    found.add(seen);
                }
            }
        }
        boolean more = found.size() > limit;
        List<SimulatedOrder> page = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
        if (back) {
            Collections.reverse(page);
        }
        return Json.object(
                "hasPrev",
                back ? more : from != null,
                "hasNext",
                back || more,
                "items",
                call.inRowOrder(page).stream().map(row).toList());
    }

    private static Object row(SimulatedOrder order) {
        boolean market = type(order).equals(XtV4Placing.MARKET);
        boolean filled = order.filled().signum() > 0;
        BigDecimal left = order.isOpen() ? order.quantity().subtract(order.filled()) : BigDecimal.ZERO;
        Map<String, @Nullable Object> row = new LinkedHashMap<>(named(order));
        row.putAll(Json.object(
                "orderId", order.orderId(),
                "clientOrderId", order.clientOrderId(),
                "side", order.side().name(),
                "type", type(order),
                "timeInForce", order.details().getOrDefault("timeInForce", "GTC"),
                "price", market ? null : order.price().toPlainString(),
                "origQty", order.quantity().toPlainString(),
                "origQuoteQty", order.quantity().multiply(order.price()).toPlainString(),
                "executedQty", order.filled().toPlainString(),
                "leavingQty", left.toPlainString(),
                "tradeBase", order.filled().toPlainString(),
                "tradeQuote", order.filledValue().toPlainString(),
                "avgPrice", filled ? order.price().toPlainString() : null,
                "fee", null,
                "feeCurrency", null,
                "closed", !order.isOpen(),
                "state", state(order),
                "time", order.createdAt().toEpochMilli(),
                "updatedTime", order.updatedAt().toEpochMilli()));
        return row;
    }

    private static Object fill(SimulatedOrder order) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(named(order));
        row.putAll(Json.object(
                "tradeId", order.orderId(),
                "orderId", order.orderId(),
                "orderSide", order.side().name(),
                "orderType", type(order),
                "bizType", XtV4Fields.business(order),
                "time", order.updatedAt().toEpochMilli(),
                "price", order.price().toPlainString(),
                "quantity", order.filled().toPlainString(),
                "quoteQty", order.filledValue().toPlainString(),
                "fee", "0",
                "feeCurrency", Pair.of(order.symbol()).quote(),
                "takerMaker", XtV4Placing.takes(order) ? "TAKER" : "MAKER"));
        return row;
    }

    private static Map<String, @Nullable Object> named(SimulatedOrder order) {
        Pair pair = Pair.of(order.symbol());
        return Json.object("symbol", order.symbol(), "baseCurrency", pair.base(), "quoteCurrency", pair.quote());
    }

    private static String type(SimulatedOrder order) {
        return order.details().getOrDefault("type", "LIMIT");
    }

    private static String state(SimulatedOrder order) {
        return switch (order.state()) {
            case OPEN -> order.filled().signum() == 0 ? "NEW" : "PARTIALLY_FILLED";
            case FILLED -> "FILLED";
            case CANCELLED -> "CANCELED";
        };
    }
}
