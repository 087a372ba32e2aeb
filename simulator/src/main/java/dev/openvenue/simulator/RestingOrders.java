package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orders that rest on one market. All of them are the account's own, for there is nobody else; an order that takes
 * treats them as somebody else's.
 */
final class RestingOrders {
    private static final int SCALE = 8;

    private final List<SimulatedOrder> orders;

    /** The resting orders of one market, oldest first. */
    RestingOrders(List<SimulatedOrder> orders) {
        this.orders = orders;
    }

    /** What an order takes of another one. */
    record Take(SimulatedOrder maker, BigDecimal quantity) {}

    /** The levels of one side, best first: what rests at each price. */
    Map<BigDecimal, BigDecimal> levels(Side side) {
        Map<BigDecimal, BigDecimal> levels = new LinkedHashMap<>();
        for (SimulatedOrder order : bestFirst(side)) {
            levels.merge(order.price().stripTrailingZeros(), rest(order), BigDecimal::add);
        }
        return levels;
    }

    /** The best price of one side; null if nothing rests there. */
    @Nullable
    BigDecimal best(Side side) {
        return levels(side).keySet().stream().findFirst().orElse(null);
    }

    /** What an order of the given side takes, up to a quantity and down to a price; without one at any price. */
    List<Take> takenBy(Side side, @Nullable BigDecimal limit, BigDecimal quantity) {
        List<Take> takes = new ArrayList<>();
        BigDecimal left = quantity;
        for (SimulatedOrder maker : crossed(side, limit)) {
            BigDecimal taken = left.min(rest(maker));
            if (taken.signum() > 0) {
                takes.add(new Take(maker, taken));
                left = left.subtract(taken);
            }
        }
        return takes;
    }

    /** What a buyer gets for an amount of the quote currency. */
    List<Take> boughtFor(BigDecimal amount) {
        List<Take> takes = new ArrayList<>();
        BigDecimal left = amount;
        for (SimulatedOrder maker : crossed(Side.BUY, null)) {
            BigDecimal taken =
                    left.divide(maker.price(), SCALE, RoundingMode.DOWN).min(rest(maker));
            if (taken.signum() > 0) {
                takes.add(new Take(maker, taken));
                left = left.subtract(taken.multiply(maker.price()));
            }
        }
        return takes;
    }

    static BigDecimal quantity(List<Take> takes) {
        return takes.stream().map(Take::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The average price, rounded to eight decimals; there must be something taken. */
    static BigDecimal averagePrice(List<Take> takes) {
        BigDecimal value = takes.stream()
                .map(take -> take.quantity().multiply(take.maker().price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal average =
                value.divide(quantity(takes), SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        return average.scale() < 0 ? average.setScale(0) : average;
    }

    /** The orders that an order of the given side meets at its limit, best first. */
    private List<SimulatedOrder> crossed(Side side, @Nullable BigDecimal limit) {
        Side other = side == Side.BUY ? Side.SELL : Side.BUY;
        return bestFirst(other).stream()
                .filter(maker -> limit == null
                        || (side == Side.BUY
                                ? maker.price().compareTo(limit) <= 0
                                : maker.price().compareTo(limit) >= 0))
                .toList();
    }

    private List<SimulatedOrder> bestFirst(Side side) {
        Comparator<SimulatedOrder> byPrice = Comparator.comparing(SimulatedOrder::price);
        return orders.stream()
                .filter(order -> order.side() == side)
                .sorted(side == Side.BUY ? byPrice.reversed() : byPrice)
                .toList();
    }

    private static BigDecimal rest(SimulatedOrder order) {
        return order.quantity().subtract(order.filled());
    }
}
