package dev.openvenue.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the account at Satori. Most documented fields are null, as in the venue's samples. The states of
 * {@code getOrder} are those of a sibling deployment: 1 open, 2 filled, 3 cancelled. A page has 20 orders by default.
 */
final class SatoriQueries {
    private static final Pattern ID = Pattern.compile("\\d{1,18}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final List<String> symbols;

    SatoriQueries(List<String> symbols) {
        this.symbols = symbols;
    }

    Object getOrder(OperationContext call) throws VenueRejection {
        String id = SatoriFields.of(call.request()).matching("entrustId", ID);
        SimulatedOrder order = call.lookUp(id).orElseThrow(() -> new VenueRejection("2103", "Order expired"));
        Map<String, @Nullable Object> row = row(order);
        row.put(
                "status",
                switch (order.state()) {
                    case OPEN -> 1;
                    case FILLED -> 2;
                    case CANCELLED -> 3;
                });
        return row;
    }

    Object listOpenOrders(OperationContext call) throws VenueRejection {
        RequestFields fields = SatoriFields.of(call.request());
        String pair = fields.required("pairName");
        int page = fields.within("pageNo", 1, 1, 999_999);
        int pageSize = fields.within("pageSize", 20, 1, 100);
        List<SimulatedOrder> open = call.list().stream()
                .filter(order -> order.isOpen() && order.symbol().equals(pair))
                .toList();
        return call.page(open, page, pageSize).stream()
                .map(call::row)
                .filter(SimulatedOrder::isOpen)
                .map(this::row)
                .toList();
    }

    /** The balance in one coin, of which open orders lock what they would pay, whatever their leverage. */
    Object getBalance(OperationContext call) throws VenueRejection {
        RequestFields fields = SatoriFields.of(call.request());
        List<String> coins = Pair.coins(symbols);
        String coin = fields.required("symbol");
        if (!coins.contains(coin)) {
            throw SatoriFields.illegal("symbol");
        }
        Funds funds = Funds.of(call, coin, order -> true);
        return Json.object(
                "userId",
                1 + call.account().number(),
                "coinId",
                1 + coins.indexOf(coin),
                "availableAmount",
                funds.available().toPlainString(),
                "frozenAmount",
                funds.locked().toPlainString(),
                "symbol",
                coin);
    }

    /** Newest first; {@code matchId} itself is not listed again. */
    Object listFills(OperationContext call) throws VenueRejection {
        RequestFields fields = SatoriFields.of(call.request());
        String pair = SatoriFields.pair(fields, symbols);
        int page = fields.within("pageNo", 1, 1, 999_999);
        int size = call.pageSize(fields.within("pageSize", 20, 1, 100));
        Window window = Window.of(fields, "", "", "matchId");
        return call.fills(order -> order.symbol().equals(pair)).stream()
                .filter(window::holds)
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(this::fill)
                .toList();
    }

    private Object fill(SimulatedFill fill) {
        SimulatedOrder order = fill.order();
        return Json.object(
                "id", fill.numericId(),
                "entrustId", Long.parseLong(order.orderId()),
                "contractPositionId", 0,
                "contractPairId", SatoriMarket.pairId(symbols, order.symbol()),
                "createTime", TIME.format(fill.at()),
                "createTimeStamp", fill.at().toEpochMilli(),
                "symbol", order.symbol(),
                "isMarket", SatoriPlacing.isMarket(order),
                "isClose", false,
                "isLong", order.side() == SimulatedOrder.Side.BUY,
                "isTaker", SatoriPlacing.takes(order),
                "averagePrice", order.price().toPlainString(),
                "quantity", fill.quantity().toPlainString(),
                "amount", fill.value().toPlainString(),
                "tradeFee", "0",
                "profitLoss", "0");
    }

    private Map<String, @Nullable Object> row(SimulatedOrder order) {
        BigDecimal amount = order.price().multiply(order.quantity());
        BigDecimal lever = new BigDecimal(order.details().getOrDefault("lever", "1"));
        return Json.object(
                "id",
                Long.parseLong(order.orderId()),
                "contractPairId",
                SatoriMarket.pairId(symbols, order.symbol()),
                "symbol",
                order.symbol(),
                "isDual",
                null,
                "faceMultiplier",
                null,
                "accountCoinId",
                null,
                "accountCoinSymbol",
                null,
                "isMarket",
                SatoriPlacing.isMarket(order),
                "isClose",
                false,
                "isLong",
                order.side() == SimulatedOrder.Side.BUY,
                "price",
                order.price().toPlainString(),
                "quantity",
                order.quantity().toPlainString(),
                "amount",
                amount.toPlainString(),
                "depositAmount",
                amount.divide(lever, 8, RoundingMode.UP).toPlainString(),
                "lever",
                lever,
                "positionType",
                number(order, "positionType", "3"),
                "dealQuantity",
                order.filled().toPlainString(),
                "dealAmount",
                order.filledValue().toPlainString(),
                "contractPositionId",
                0,
                "triggerType",
                0,
                "triggerPrice",
                null,
                "matchType",
                number(order, "matchType", "1"),
                "createTime",
                TIME.format(order.createdAt()),
                "createTimeStamp",
                null,
                "isDelivery",
                null,
                "deliveryTime",
                null,
                "deliveryTimeStamp",
                null,
                "activatePrice",
                null,
                "callbackRate",
                null,
                "clientOrderId",
                order.clientOrderId());
    }

    private static int number(SimulatedOrder order, String detail, String otherwise) {
        return Integer.parseInt(order.details().getOrDefault(detail, otherwise));
    }
}
