package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries at XT. An order that {@code getOrder} does not find is 404, "any other error". Public calls show the orders
 * of the first account. Choices where the documents are silent: a price that there is not is 0, and so are the
 * statistics of a day; fills are newest first, and {@code fromId} leads to older ones, without itself.
 */
final class XtQueries {
    private static final int TRADING = 2;

    private final List<String> symbols;

    XtQueries(List<String> symbols) {
        this.symbols = symbols;
    }

    /** What open orders lock, and the rest. */
    Object getBalances(OperationContext call) {
        Map<String, @Nullable Object> balances = new LinkedHashMap<>();
        for (String coin : Pair.coins(symbols)) {
            Funds funds = Funds.of(call, coin, order -> true);
            balances.put(
                    coin,
                    Json.object(
                            "freeze", funds.locked().toPlainString(),
                            "available", funds.available().toPlainString()));
        }
        return balances;
    }

    /** The accounts beside the trading account are empty. */
    Object getAccountBalances(OperationContext call) throws VenueRejection {
        String account = XtFields.of(call.request()).oneOf("account", Set.of("1", "2", "3"));
        return account.equals(Integer.toString(TRADING)) ? getBalances(call) : Map.of();
    }

    Object listFills(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        int limit = call.pageSize(fields.within("limit", 200, 1, 1000));
        Window window = Window.of(fields, "startTime", "endTime", "fromId");
        return call.fills(order -> order.symbol().equals(market)).stream()
                .filter(window::holds)
                .limit(limit)
                .map(XtQueries::fill)
                .toList();
    }

    private static Object fill(SimulatedFill fill) {
        SimulatedOrder order = fill.order();
        return Json.object(
                "id", fill.id(),
                "orderId", order.orderId(),
                "time", fill.at().toEpochMilli(),
                "price", order.price().toPlainString(),
                "amount", fill.quantity().toPlainString(),
                "value", fill.value().toPlainString(),
                "type", type(order),
                "entrustType", entrustType(order),
                "isLever", 0,
                "fee", "0",
                "takerMaker", entrustType(order) == 1 ? "taker" : "maker");
    }

    Object getOrder(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        return row(lookUp(call, market, fields.required("id"))
                .orElseThrow(() -> new VenueRejection("404", "The order does not exist")));
    }

    /** Newest first, as in the example. */
    Object listOpenOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        int page = fields.within("page", 1, 1, 999_999);
        int pageSize = fields.within("pageSize", 10, 10, 1000);
        List<SimulatedOrder> open = call.list().stream()
                .filter(order -> order.isOpen() && order.symbol().equals(market))
                .toList();
        return call.page(open, page, pageSize).stream()
                .map(call::row)
                .filter(SimulatedOrder::isOpen)
                .map(XtQueries::row)
                .toList();
    }

    Object getOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = XtFields.of(call.request());
        String market = XtFields.market(fields, symbols);
        List<Object> rows = new ArrayList<>();
        for (String id : XtFields.ids(fields)) {
            lookUp(call, market, id).ifPresent(order -> rows.add(row(order)));
        }
        return rows;
    }

    private static Optional<SimulatedOrder> lookUp(OperationContext call, String market, String id) {
        return call.lookUp(id).filter(order -> order.symbol().equals(market));
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
                "entrustType", entrustType(order),
                "fee", "0.000000");
    }

    private static int status(SimulatedOrder order) {
        return switch (order.state()) {
            case OPEN -> 1;
            case FILLED -> 2;
            case CANCELLED -> 3;
        };
    }

    static BigDecimal number(SimulatedOrder order) {
        return new BigDecimal(order.orderId());
    }

    static int type(SimulatedOrder order) {
        return order.side() == Side.BUY ? 1 : 0;
    }

    /** 1 for a market order. */
    private static int entrustType(SimulatedOrder order) {
        return order.details().containsKey(XtPlacing.MARKET) ? 1 : 0;
    }
}
