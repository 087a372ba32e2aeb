package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Queries at Bitget's version 3. Lists are newest first; the cursor of a page is its smallest id, as was seen. Choices
 * where the documents are silent: an unknown order is 25204, a closed one is found by its {@code clientOid} for ever,
 * and until it is triggered a conditional order appears in the lists of its own only. Ticker and book are made of the
 * orders of the first account, for there are no others.
 */
final class BitgetV3Queries {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);
    private static final BigDecimal FUNDS = new BigDecimal("1000000");

    Object getOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String orderId = fields.optional("orderId");
        return (orderId == null ? call.lookUpByClientOrderId(fields.required("clientOid")) : call.lookUp(orderId))
                .filter(order -> !order.awaitsTrigger())
                .map(UnifiedAccountRows::order)
                .orElseThrow(() -> BitgetV3Cancelling.unknown("25204"));
    }

    Object listOpenOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        return page(
                call,
                fields,
                order -> order.isOpen() && !order.awaitsTrigger(),
                BitgetV3Fields.categoryIfAny(fields),
                UnifiedAccountRows::order);
    }

    Object listOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        return page(
                call,
                fields,
                order -> !order.isOpen() && !order.awaitsTrigger(),
                BitgetV3Fields.category(fields),
                UnifiedAccountRows::order);
    }

    /** All in one list, without pages, as documented; those of the kind that the other calls take for granted. */
    Object listOpenConditionalOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        String type = fields.optional("type", "tpsl");
        List<SimulatedOrder> waiting = call.list().stream()
                .filter(order -> order.isOpen() && order.isConditional() && type.equals(type(order)))
                .filter(order -> BitgetV3Fields.isOf(order, category, null))
                .map(call::row)
                .filter(SimulatedOrder::isOpen)
                .toList();
        return call.inRowOrder(waiting).stream()
                .map(UnifiedAccountRows::conditional)
                .toList();
    }

    /** The cancelled ones, and the triggered ones, whose orders have the same id here. */
    Object listConditionalOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String type = fields.optional("type", "tpsl");
        return page(
                call,
                fields,
                order -> order.details().containsKey(SimulatedOrder.CONDITIONAL)
                        && type.equals(type(order))
                        && !(order.isOpen() && order.awaitsTrigger()),
                BitgetV3Fields.category(fields),
                UnifiedAccountRows::conditional);
    }

    /** Newest first; without any the list is null, as was seen. */
    Object listFills(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        @Nullable String category = BitgetV3Fields.categoryIfAny(fields);
        @Nullable String orderId = fields.optional("orderId");
        BigDecimal cursor = number(fields, "cursor");
        BigDecimal start = number(fields, "startTime");
        BigDecimal end = end(fields, start);
        int limit = call.pageSize(fields.within("limit", 100, 1, 100));
        List<SimulatedFill> found = call.list().stream()
                .filter(order -> BitgetV3Fields.isOf(order, category, null))
                .filter(order -> orderId == null || orderId.equals(order.orderId()))
                .flatMap(order -> call.fills(order).stream())
                .filter(fill -> within(BigDecimal.valueOf(fill.at().toEpochMilli()), start, end))
                .filter(fill -> cursor == null || new BigDecimal(fill.id()).compareTo(cursor) < 0)
                .sorted(Comparator.comparing((SimulatedFill fill) -> new BigDecimal(fill.id()))
                        .reversed())
                .limit(limit)
                .toList();
        return Json.object(
                "list",
                found.isEmpty()
                        ? null
                        : found.stream().map(UnifiedAccountRows::fill).toList(),
                "cursor",
                found.isEmpty() ? null : found.get(found.size() - 1).id());
    }

    Object listSymbols(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        return symbols(fields, category).stream()
                .map(symbol -> UnifiedAccountRows.symbol(category, symbol))
                .toList();
    }

    Object listTickers(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        return symbols(fields, category).stream()
                .map(symbol -> UnifiedAccountRows.ticker(category, symbol, market(call, category, symbol), call.now()))
                .toList();
    }

    Object getOrderBook(OperationContext call) throws VenueRejection {
        RequestFields fields = BitgetV3Fields.of(call.request());
        String category = BitgetV3Fields.category(fields);
        RestingOrders market = market(call, category, BitgetV3Fields.symbol(fields, category));
        int limit = fields.within("limit", 5, 1, 200);
        return Json.object(
                "a", UnifiedAccountRows.levels(market.levels(Side.SELL), limit),
                "b", UnifiedAccountRows.levels(market.levels(Side.BUY), limit),
                "ts", Long.toString(call.now().toEpochMilli()));
    }

    /** A million of each coin, of which open orders lock what they would pay; fills move nothing. */
    Object getBalances(OperationContext call) {
        Map<String, BigDecimal> locked =
                new LinkedHashMap<>(Map.of("BTC", BigDecimal.ZERO, "ETH", BigDecimal.ZERO, "USDT", BigDecimal.ZERO));
        for (SimulatedOrder order : call.open()) {
            if (BitgetV3Fields.category(order).equals("SPOT") && !order.awaitsTrigger()) {
                BigDecimal rest = order.quantity().subtract(order.filled());
                boolean buys = order.side() == Side.BUY;
                locked.merge(
                        buys ? "USDT" : order.symbol().replaceFirst("USDT$", ""),
                        buys ? rest.multiply(order.price()) : rest,
                        BigDecimal::add);
            }
        }
        return UnifiedAccountRows.balances(FUNDS, locked);
    }

    /** The orders that rest on a market, oldest first. */
    static RestingOrders market(OperationContext call, String category, String symbol) {
        return new RestingOrders(call.open().stream()
                .filter(order -> !order.awaitsTrigger() && BitgetV3Fields.isOf(order, category, symbol))
                .toList());
    }

    private static List<String> symbols(RequestFields fields, String category) throws VenueRejection {
        return fields.has("symbol")
                ? List.of(BitgetV3Fields.symbol(fields, category))
                : BitgetV3Fields.symbols(category);
    }

    private static String type(SimulatedOrder order) {
        return String.valueOf(order.details().get("type"));
    }

    private static Object page(
            OperationContext call,
            RequestFields fields,
            Predicate<SimulatedOrder> wanted,
            @Nullable String category,
            Function<SimulatedOrder, Object> row)
            throws VenueRejection {
        String symbol = fields.optional("symbol");
        BigDecimal cursor = number(fields, "cursor");
        BigDecimal start = number(fields, "startTime");
        BigDecimal end = end(fields, start);
        int limit = call.pageSize(fields.within("limit", 100, 1, 100));
        List<SimulatedOrder> page = new ArrayList<>();
        for (SimulatedOrder order : call.list()) {
            boolean asked = wanted.test(order)
                    && BitgetV3Fields.isOf(order, category, symbol)
                    && within(BigDecimal.valueOf(order.createdAt().toEpochMilli()), start, end)
                    && (cursor == null || new BigDecimal(order.orderId()).compareTo(cursor) < 0);
            if (asked && page.size() < limit) {
                SimulatedOrder seen = call.row(order);
                if (wanted.test(seen)) {
                    page.add(seen);
                }
            }
        }
        return Json.object(
                "list",
                call.inRowOrder(page).stream().map(row).toList(),
                "cursor",
                page.isEmpty() ? null : page.get(page.size() - 1).orderId());
    }

    private static boolean within(BigDecimal at, @Nullable BigDecimal start, @Nullable BigDecimal end) {
        return (start == null || at.compareTo(start) >= 0) && (end == null || at.compareTo(end) <= 0);
    }

    private static @Nullable BigDecimal end(RequestFields fields, @Nullable BigDecimal start) throws VenueRejection {
        BigDecimal end = number(fields, "endTime");
        if (start != null
                && end != null
                && end.subtract(start).compareTo(BigDecimal.valueOf(LONGEST_WINDOW.toMillis())) > 0) {
            throw new VenueRejection("00001", "startTime and endTime lie more than 30 days apart");
        }
        return end;
    }

    private static @Nullable BigDecimal number(RequestFields fields, String name) throws VenueRejection {
        return fields.has(name) ? fields.positive(name) : null;
    }
}
