package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an account has of one coin: a thousand million, of which open orders lock what they would pay. Fills move
 * nothing, so that no test runs out of money.
 *
 * @param locked what open orders would pay
 */
record Funds(String coin, BigDecimal locked) {
    static final BigDecimal TOTAL = new BigDecimal("1000000000");

    /** What the account of the call has of a coin; of the orders that lock some, those of a kind count. */
    static Funds of(OperationContext call, String coin, Predicate<SimulatedOrder> counts) {
        return of(coin, call.open(), counts);
    }

    /** What an account with these open orders has of a coin; of the orders that lock some, those of a kind count. */
    static Funds of(String coin, List<SimulatedOrder> open, Predicate<SimulatedOrder> counts) {
        return new Funds(
                coin,
                open.stream()
                        .filter(order -> counts.test(order) && coin.equals(paid(order)))
                        .map(Funds::due)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    BigDecimal available() {
        return TOTAL.subtract(locked);
    }

    private static String paid(SimulatedOrder order) {
        Pair pair = Pair.of(order.symbol());
        return order.side() == Side.BUY ? pair.quote() : pair.base();
    }

    private static BigDecimal due(SimulatedOrder order) {
        BigDecimal left = order.quantity().subtract(order.filled());
        return order.side() == Side.BUY ? left.multiply(order.price()) : left;
    }
}
