package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Order queries at XT. An order that {@code getOrder} does not find is 404, "any other error". */
final class XtQueries {
    private final List<String> symbols;

    XtQueries(List<String> symbols) {
        this.symbols = symbols;
    }

    /** By the market's name. */
    Object listSymbols(OperationContext call) {
        Map<String, @Nullable Object> markets = new LinkedHashMap<>();
        symbols.forEach(symbol -> markets.put(
                symbol,
                Json.object(
                        "minAmount",
                        new BigDecimal("0.0001"),
                        "minMoney",
                        5,
                        "pricePoint",
                        2,
                        "coinPoint",
                        4,
                        "maker",
                        new BigDecimal("0.001"),
                        "taker",
                        new BigDecimal("0.001"))));
        return markets;
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
                "entrustType", 0,
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
}
