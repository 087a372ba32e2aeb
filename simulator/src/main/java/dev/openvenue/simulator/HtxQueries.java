package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Order queries at HTX. Orders expire: a fully cancelled one is forgotten after two hours, a client order id finds a
 * closed order for two hours and an open one for eight.
 */
final class HtxQueries {
    static final int CANCELLING = 10;

    private static final Duration CLOSED_ORDERS_LAST = Duration.ofHours(2);
    private static final Duration RECENT = Duration.ofDays(2);
    private static final Duration CLIENT_IDS_OF_OPEN_ORDERS_LAST = Duration.ofHours(8);

    private final List<String> symbols;

    HtxQueries(List<String> symbols) {
        this.symbols = symbols;
    }

    Object getOrder(OperationContext call) throws VenueRejection {
        SimulatedOrder order = call.lookUp(call.pathId())
                .filter(found -> !found.isConditional())
                .filter(found ->
                        !fullyCancelled(found) || age(found.updatedAt(), call).compareTo(CLOSED_ORDERS_LAST) <= 0)
                .orElseThrow(HtxQueries::unknown);
        return detail(call, order);
    }

    Object getOrderByClientOrderId(OperationContext call) throws VenueRejection {
        String clientOrderId = HtxFields.query(call.request()).required("clientOrderId");
        return detail(
                call,
                call.lookUpByClientOrderId(clientOrderId)
                        .filter(order -> !order.isConditional() && isFoundByItsClientId(order, call))
                        .orElseThrow(HtxQueries::unknown));
    }

    /** The rows from an order on, including it: {@code next} towards older ones, {@code prev} towards newer ones. */
    Object listOpenOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.query(call.request());
        int size = call.pageSize(fields.within("size", 100, 1, 500));
        BigDecimal from = fields.has("from") ? fields.positive("from") : null;
        boolean towardsNewer =
                from != null && fields.oneOf("direct", Set.of("prev", "next")).equals("prev");
        String symbol = fields.optional("symbol");
        boolean mine = fields.optional("account-id", HtxVenue.account(call)).equals(HtxVenue.account(call));
        List<SimulatedOrder> orders = new ArrayList<>(call.list());
        if (towardsNewer) {
            Collections.reverse(orders);
        }
        List<SimulatedOrder> page = new ArrayList<>();
        for (SimulatedOrder order : orders) {
            int position = from == null ? 0 : new BigDecimal(order.orderId()).compareTo(from);
            boolean asked = mine
                    && order.isOpen()
                    && !order.isConditional()
                    && (towardsNewer ? position >= 0 : position <= 0)
                    && (symbol == null || symbol.equals(order.symbol()))
                    && hasSideAndType(order, fields);
            if (asked && page.size() < size) {
                SimulatedOrder seen = call.row(order);
                if (seen.isOpen()) {
                    page.add(seen);
                }
            }
        }
        return call.inRowOrder(page).stream().map(order -> openRow(call, order)).toList();
    }

    /** The closed orders of the last 48 hours, newest first; the end of the window belongs to it. */
    Object listRecentOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.query(call.request());
        int size = call.pageSize(fields.within("size", 100, 10, 1000));
        Instant end = fields.has("end-time") ? millis(fields.positive("end-time")) : call.now();
        Instant start = fields.has("start-time")
                ? millis(fields.positive("start-time"))
                : call.now().minus(RECENT);
        String symbol = fields.optional("symbol");
        List<SimulatedOrder> page = new ArrayList<>();
        for (SimulatedOrder order : call.list()) {
            boolean asked = !order.isOpen()
                    && !order.isConditional()
                    && !order.createdAt().isBefore(start)
                    && !order.createdAt().isAfter(end)
                    && (symbol == null || symbol.equals(order.symbol()))
                    && (!fullyCancelled(order) || age(order.updatedAt(), call).compareTo(CLOSED_ORDERS_LAST) <= 0);
            if (asked && page.size() < size) {
                page.add(call.row(order));
            }
        }
        return call.inRowOrder(page).stream().map(order -> detail(call, order)).toList();
    }

    Object listSymbols(OperationContext call) {
        return symbols.stream()
                .map(symbol -> Json.object("sc", symbol, "state", "online", "te", true))
                .toList();
    }

    /** Newest first; {@code fromId} is the first order of the page, whose ids are not told otherwise. */
    Object listOpenConditionalOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.numbered(call.request());
        int limit = call.pageSize(fields.within("limit", 100, 1, 500));
        BigDecimal from = fields.has("fromId") ? fields.positive("fromId") : null;
        String symbol = fields.optional("symbol");
        boolean mine = fields.optional("accountId", HtxVenue.account(call)).equals(HtxVenue.account(call));
        List<SimulatedOrder> waiting = call.list().stream()
                .filter(order -> mine && order.isOpen() && order.isConditional())
                .filter(order -> from == null || new BigDecimal(order.orderId()).compareTo(from) <= 0)
                .filter(order -> symbol == null || symbol.equals(order.symbol()))
                .toList();
        List<SimulatedOrder> page = waiting.subList(0, Math.min(limit, waiting.size())).stream()
                .map(call::row)
                .filter(SimulatedOrder::isOpen)
                .toList();
        List<Object> rows = new ArrayList<>();
        call.inRowOrder(page).forEach(order -> rows.add(conditionalRow(call, order)));
        return new HtxVenue.Page(
                rows, waiting.size() > limit ? waiting.get(limit).orderId() : null);
    }

    private static Map<String, @Nullable Object> conditionalRow(OperationContext call, SimulatedOrder order) {
        return Json.object(
                "lastActTime", order.updatedAt().toEpochMilli(),
                "orderOrigTime", order.createdAt().toEpochMilli(),
                "symbol", order.symbol(),
                "source", "api",
                "clientOrderId", order.clientOrderId(),
                "orderSide", order.side() == SimulatedOrder.Side.BUY ? "buy" : "sell",
                "orderType", "limit",
                "orderPrice", order.price().toPlainString(),
                "orderSize", order.quantity().toPlainString(),
                "accountId", Long.parseLong(HtxVenue.account(call)),
                "timeInForce", "gtc",
                "stopPrice", order.details().get("stopPrice"),
                "orderStatus", "created");
    }

    private static Instant millis(BigDecimal number) {
        return Instant.ofEpochMilli(number.longValue());
    }

    static VenueRejection unknown() {
        return new VenueRejection("base-record-invalid", "record invalid");
    }

    /** Whether the client order id still finds the order. */
    static boolean isFoundByItsClientId(SimulatedOrder order, OperationContext call) {
        Duration lasts = order.isOpen() ? CLIENT_IDS_OF_OPEN_ORDERS_LAST : CLOSED_ORDERS_LAST;
        return age(order.createdAt(), call).compareTo(lasts) <= 0;
    }

    /** The venue's state number of an order that cannot be cancelled. */
    static int stateNumber(SimulatedOrder order, Instant now) {
        if (!order.isOpen() && Duration.between(order.updatedAt(), now).compareTo(CLOSED_ORDERS_LAST) > 0) {
            return -1;
        }
        return switch (order.state()) {
            case OPEN -> CANCELLING;
            case FILLED -> 6;
            case CANCELLED -> order.filled().signum() == 0 ? 7 : 5;
        };
    }

    static boolean hasSideAndType(SimulatedOrder order, RequestFields fields) {
        String side = fields.optional("side");
        String types = fields.optional("types");
        return (side == null || type(order).startsWith(side + "-"))
                && (types == null || Arrays.asList(types.split(",")).contains(type(order)));
    }

    private static Duration age(Instant since, OperationContext call) {
        return Duration.between(since, call.now());
    }

    private static boolean fullyCancelled(SimulatedOrder order) {
        return order.state() == SimulatedOrder.State.CANCELLED && order.filled().signum() == 0;
    }

    private static Map<String, @Nullable Object> openRow(OperationContext call, SimulatedOrder order) {
        Map<String, @Nullable Object> row = common(call, order);
        row.put("filled-amount", amount(order.filled()));
        row.put("filled-cash-amount", amount(order.filledValue()));
        row.put("filled-fees", "0.0");
        // The list does not have the state "canceling".
        row.put("state", order.filled().signum() == 0 ? "submitted" : "partial-filled");
        return row;
    }

    private static Map<String, @Nullable Object> detail(OperationContext call, SimulatedOrder order) {
        long closedAt = order.isOpen() ? 0 : order.updatedAt().toEpochMilli();
        Map<String, @Nullable Object> row = common(call, order);
        row.put("field-amount", amount(order.filled()));
        row.put("field-cash-amount", amount(order.filledValue()));
        row.put("field-fees", "0.0");
        row.put("finished-at", closedAt);
        row.put("state", state(order));
        row.put("canceled-at", order.state() == SimulatedOrder.State.CANCELLED ? closedAt : 0L);
        return row;
    }

    private static Map<String, @Nullable Object> common(OperationContext call, SimulatedOrder order) {
        return Json.object(
                "id", new BigDecimal(order.orderId()),
                "symbol", order.symbol(),
                "account-id", Long.parseLong(HtxVenue.account(call)),
                "client-order-id", order.clientOrderId() == null ? "" : order.clientOrderId(),
                "amount", amount(order.quantity()),
                "price", amount(order.price()),
                "created-at", order.createdAt().toEpochMilli(),
                "type", type(order),
                "source", order.details().getOrDefault("source", "spot-api"));
    }

    /** 18 decimals, but a zero is {@code 0.0}. */
    private static String amount(BigDecimal value) {
        return value.signum() == 0
                ? "0.0"
                : value.setScale(18, RoundingMode.DOWN).toPlainString();
    }

    private static String type(SimulatedOrder order) {
        return order.details()
                .getOrDefault("type", order.side() == SimulatedOrder.Side.BUY ? "buy-limit" : "sell-limit");
    }

    private static String state(SimulatedOrder order) {
        boolean touched = order.filled().signum() != 0;
        return switch (order.state()) {
            case OPEN -> order.cancelRequested() ? "canceling" : touched ? "partial-filled" : "submitted";
            case FILLED -> "filled";
            case CANCELLED -> touched ? "partial-canceled" : "canceled";
        };
    }
}
