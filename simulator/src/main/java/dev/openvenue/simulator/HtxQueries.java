package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
        return HtxRows.detail(call, order);
    }

    Object getOrderByClientOrderId(OperationContext call) throws VenueRejection {
        String clientOrderId = HtxFields.query(call.request()).required("clientOrderId");
        return HtxRows.detail(
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
        return call.inRowOrder(page).stream()
                .map(order -> HtxRows.open(call, order))
                .toList();
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
        List<SimulatedOrder> page = call.newest(
                order -> !order.isOpen()
                        && !order.isConditional()
                        && !order.createdAt().isBefore(start)
                        && !order.createdAt().isAfter(end)
                        && (symbol == null || symbol.equals(order.symbol()))
                        && (!fullyCancelled(order)
                                || age(order.updatedAt(), call).compareTo(CLOSED_ORDERS_LAST) <= 0),
                size);
        return call.inRowOrder(page).stream()
                .map(order -> HtxRows.detail(call, order))
                .toList();
    }

    Object listAccounts(OperationContext call) {
        return List.of(Json.object(
                "id", Long.parseLong(HtxVenue.account(call)), "type", "spot", "subtype", "", "state", "working"));
    }

    /** Two rows for each currency: what is free, and what open orders lock. */
    Object getBalances(OperationContext call) throws VenueRejection {
        if (!call.pathId().equals(HtxVenue.account(call))) {
            throw new VenueRejection("account-get-accounts-inexistent-error", "The account does not exist");
        }
        List<Object> rows = new ArrayList<>();
        for (String coin : Pair.coins(symbols)) {
            Funds funds = Funds.of(call, coin, order -> true);
            rows.add(balance(coin, "trade", funds.available()));
            rows.add(balance(coin, "frozen", funds.locked()));
        }
        return Json.object("id", Long.parseLong(call.pathId()), "type", "spot", "state", "working", "list", rows);
    }

    private static Object balance(String coin, String type, BigDecimal amount) {
        return Json.object(
                "currency",
                coin,
                "type",
                type,
                "balance",
                amount.toPlainString(),
                "debt",
                "invalid",
                "available",
                "invalid",
                "seq-num",
                "1");
    }

    /** The orders of a symbol in the wanted states, newest first, from an order on, including it. */
    Object listOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.query(call.request());
        String symbol = HtxFields.symbol(fields, symbols);
        List<String> states = Arrays.asList(fields.required("states").split(","));
        Window window = window(fields);
        return call
                .inRowOrder(call.newest(
                        order -> !order.isConditional()
                                && symbol.equals(order.symbol())
                                && states.contains(HtxRows.state(order))
                                && window.holds(order)
                                && hasSideAndType(order, fields),
                        call.pageSize(fields.within("size", 100, 1, 100))))
                .stream()
                .map(order -> HtxRows.detail(call, order))
                .toList();
    }

    Object listOrderFills(OperationContext call) throws VenueRejection {
        SimulatedOrder order = call.lookUp(call.pathId()).orElseThrow(HtxQueries::unknown);
        return call.fills(order).stream().map(HtxRows::fill).toList();
    }

    /** Newest first, from a record on, including it. */
    Object listFills(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.query(call.request());
        String symbol = fields.optional("symbol");
        Window window = window(fields);
        return call
                .fills(order -> (symbol == null || symbol.equals(order.symbol())) && hasSideAndType(order, fields))
                .stream()
                .filter(window::holds)
                .limit(call.pageSize(fields.within("size", 100, 1, 500)))
                .map(HtxRows::fill)
                .toList();
    }

    /** The cursor is the first row of the page here, and towards older ones only. */
    private static Window window(RequestFields fields) throws VenueRejection {
        if (fields.optional("direct", "next").equals("prev")) {
            throw VenueRejection.notSimulated("validation-constraints-error", "A page towards newer rows");
        }
        Window window = Window.of(fields, "start-time", "end-time", "from");
        BigDecimal first = window.before();
        return first == null ? window : new Window(window.start(), window.end(), first.add(BigDecimal.ONE));
    }

    /** The orders that no longer wait and that ended with a status, newest first. */
    Object listConditionalOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = HtxFields.numbered(call.request());
        String symbol = fields.required("symbol");
        String status = fields.oneOf("orderStatus", Set.of("canceled", "rejected", "triggered"));
        int limit = call.pageSize(fields.within("limit", 100, 1, 500));
        Window window = Window.of(fields, "startTime", "endTime", "");
        BigDecimal from = fields.has("fromId") ? fields.positive("fromId") : null;
        List<SimulatedOrder> ended = call.list().stream()
                .filter(order -> order.details().containsKey(SimulatedOrder.CONDITIONAL)
                        && symbol.equals(order.symbol())
                        && status.equals(HtxRows.conditionalStatus(order))
                        && window.holds(order)
                        && (from == null || new BigDecimal(order.orderId()).compareTo(from) <= 0))
                .toList();
        return page(call, ended, limit, order -> true);
    }

    Object getConditionalOrder(OperationContext call) throws VenueRejection {
        String clientOrderId = HtxFields.numbered(call.request()).required("clientOrderId");
        return call.lookUpByClientOrderId(clientOrderId)
                .filter(order -> order.details().containsKey(SimulatedOrder.CONDITIONAL))
                .map(order -> HtxRows.conditional(call, order))
                .orElseThrow(() -> new VenueRejection("1007", "The order does not exist"));
    }

    private static Object page(
            OperationContext call, List<SimulatedOrder> found, int limit, Predicate<SimulatedOrder> wanted) {
        List<Object> rows = new ArrayList<>();
        call.inRowOrder(found.subList(0, Math.min(limit, found.size())).stream()
                        .map(call::row)
                        .filter(wanted)
                        .toList())
                .forEach(order -> rows.add(HtxRows.conditional(call, order)));
        return new HtxVenue.Page(rows, found.size() > limit ? found.get(limit).orderId() : null);
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
        return page(call, waiting, limit, SimulatedOrder::isOpen);
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
        return (side == null || HtxRows.type(order).startsWith(side + "-"))
                && (types == null || Arrays.asList(types.split(",")).contains(HtxRows.type(order)));
    }

    private static Duration age(Instant since, OperationContext call) {
        return Duration.between(since, call.now());
    }

    private static boolean fullyCancelled(SimulatedOrder order) {
        return order.state() == SimulatedOrder.State.CANCELLED && order.filled().signum() == 0;
    }
}
