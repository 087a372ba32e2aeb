package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What HTX's lists of orders and fills consist of. */
final class HtxRows {
    private HtxRows() {}

    /** A buy pays its fee in the base currency, a sell in the quote currency. */
    static Map<String, @Nullable Object> fill(SimulatedFill fill) {
        SimulatedOrder order = fill.order();
        Pair pair = Pair.of(order.symbol());
        return Json.object(
                "id", fill.numericId(),
                "order-id", new BigDecimal(order.orderId()),
                "match-id", fill.numericId(),
                "trade-id", fill.numericId(),
                "symbol", order.symbol(),
                "type", type(order),
                "source", order.details().getOrDefault("source", "spot-api"),
                "role", HtxPlacing.takes(order) ? "taker" : "maker",
                "price", order.price().toPlainString(),
                "filled-amount", fill.quantity().toPlainString(),
                "filled-fees", "0",
                "fee-currency", order.side() == SimulatedOrder.Side.BUY ? pair.base() : pair.quote(),
                "filled-points", "0",
                "fee-deduct-currency", "",
                "fee-deduct-state", "done",
                "created-at", fill.at().toEpochMilli());
    }

    static String conditionalStatus(SimulatedOrder order) {
        return !order.awaitsTrigger() ? "triggered" : order.isOpen() ? "created" : "canceled";
    }

    static Map<String, @Nullable Object> conditional(OperationContext call, SimulatedOrder order) {
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
                "orderStatus", conditionalStatus(order));
    }

    static Map<String, @Nullable Object> open(OperationContext call, SimulatedOrder order) {
        Map<String, @Nullable Object> row = common(call, order);
        row.put("filled-amount", amount(order.filled()));
        row.put("filled-cash-amount", amount(order.filledValue()));
        row.put("filled-fees", "0.0");
        // The list does not have the state "canceling".
        row.put(
                "state",
                order.awaitsTrigger() ? "created" : order.filled().signum() == 0 ? "submitted" : "partial-filled");
        return row;
    }

    static Map<String, @Nullable Object> detail(OperationContext call, SimulatedOrder order) {
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
        String amount = order.details().get("amount");
        Map<String, @Nullable Object> row = Json.object(
                "id", new BigDecimal(order.orderId()),
                "symbol", order.symbol(),
                "account-id", Long.parseLong(HtxVenue.account(call)),
                "client-order-id", order.clientOrderId() == null ? "" : order.clientOrderId(),
                "amount", amount == null ? amount(order.quantity()) : amount,
                "price", amount(order.price()),
                "created-at", order.createdAt().toEpochMilli(),
                "type", type(order),
                "source", order.details().getOrDefault("source", "spot-api"));
        for (String name : List.of("stop-price", "operator")) {
            if (order.details().containsKey(name)) {
                row.put(name, order.details().get(name));
            }
        }
        return row;
    }

    /** 18 decimals, but a zero is {@code 0.0}. */
    private static String amount(BigDecimal value) {
        return value.signum() == 0
                ? "0.0"
                : value.setScale(18, RoundingMode.DOWN).toPlainString();
    }

    static String type(SimulatedOrder order) {
        return order.details()
                .getOrDefault("type", order.side() == SimulatedOrder.Side.BUY ? "buy-limit" : "sell-limit");
    }

    static String state(SimulatedOrder order) {
        boolean touched = order.filled().signum() != 0;
        return switch (order.state()) {
            case OPEN ->
                order.awaitsTrigger()
                        ? "created"
                        : order.cancelRequested() ? "canceling" : touched ? "partial-filled" : "submitted";
            case FILLED -> "filled";
            case CANCELLED -> touched ? "partial-canceled" : "canceled";
        };
    }
}
