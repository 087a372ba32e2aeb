package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The market of one symbol: the account's own resting orders, because a simulated venue has no others. What a taker
 * takes from it fills an order of the same account.
 */
final class OwnMarket {
    private static final int DECIMALS = 8;

    private final List<SimulatedOrder> orders;

    /** The market as it is now, whatever the queries show. */
    OwnMarket(OperationContext call, String symbol) {
        this.orders = call.account().book().newestFirst().stream()
                .filter(order -> order.symbol().equals(symbol) && !order.awaitsTrigger())
                .toList();
    }

    /** What a taker gets from one resting order. */
    record Match(SimulatedOrder maker, BigDecimal quantity) {
        BigDecimal value() {
            return maker.price().multiply(quantity);
        }
    }

    /** The quantity at each price, the best price first. */
    Map<BigDecimal, BigDecimal> levels(Side side) {
        Map<BigDecimal, BigDecimal> levels = new LinkedHashMap<>();
        resting(side).forEach(order -> levels.merge(order.price(), left(order), BigDecimal::add));
        return levels;
    }

    /** The price of the newest order that was filled, even in part. */
    Optional<BigDecimal> lastPrice() {
        return orders.stream()
                .filter(order -> order.filled().signum() > 0)
                .findFirst()
                .map(SimulatedOrder::price);
    }

    /** Whether a limit order would fill at once, at least in part. */
    boolean crosses(Side taker, BigDecimal limit) {
        return resting(opposite(taker)).stream().anyMatch(maker -> accepts(taker, limit, maker));
    }

    /** What a taker of this quantity gets, the best price first; a market order has no limit. */
    List<Match> take(Side taker, @Nullable BigDecimal limit, BigDecimal quantity) {
        List<Match> matches = new ArrayList<>();
        BigDecimal wanted = quantity;
        for (SimulatedOrder maker : resting(opposite(taker))) {
            BigDecimal part = left(maker).min(wanted);
            if (part.signum() > 0 && accepts(taker, limit, maker)) {
                matches.add(new Match(maker, part));
                wanted = wanted.subtract(part);
            }
        }
        return matches;
    }

    /** What a taker buys who pays this value, the best price first. */
    List<Match> buyFor(BigDecimal value) {
        List<Match> matches = new ArrayList<>();
        BigDecimal unspent = value;
        for (SimulatedOrder maker : resting(Side.SELL)) {
            BigDecimal part = left(maker).min(unspent.divide(maker.price(), DECIMALS, RoundingMode.DOWN));
            if (part.signum() > 0) {
                Match match = new Match(maker, part);
                matches.add(match);
                unspent = unspent.subtract(match.value());
            }
        }
        return matches;
    }

    static BigDecimal quantity(List<Match> matches) {
        return matches.stream().map(Match::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The average price of what was taken, of which there must be something. */
    static BigDecimal price(List<Match> matches) {
        BigDecimal value = matches.stream().map(Match::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return value.divide(quantity(matches), DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    private List<SimulatedOrder> resting(Side side) {
        Comparator<SimulatedOrder> cheapest = Comparator.comparing(SimulatedOrder::price);
        return orders.stream()
                .filter(order -> order.isOpen() && order.side() == side)
                .sorted(side == Side.BUY ? cheapest.reversed() : cheapest)
                .toList();
    }

    private static boolean accepts(Side taker, @Nullable BigDecimal limit, SimulatedOrder maker) {
        if (limit == null) {
            return true;
        }
        int difference = maker.price().compareTo(limit);
        return taker == Side.BUY ? difference <= 0 : difference >= 0;
    }

    private static BigDecimal left(SimulatedOrder order) {
        return order.quantity().subtract(order.filled());
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }
}
