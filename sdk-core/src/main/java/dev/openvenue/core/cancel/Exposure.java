package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.OrderSnapshot.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may still trade on one side of a symbol, because its orders are not certainly closed. It is the most that may
 * trade of the orders whose quantity the venue stated; {@code unstated} counts the others.
 *
 * @param symbol the symbol; null if it is not known
 * @param side the side; null if the venue did not state it
 * @param quantity the sum of what is not filled, in the base currency
 * @param value the same at the orders' limit prices, in the quote currency
 * @param orders how many orders these are, including those of which nothing is known
 * @param unstated how many of them may trade a quantity or value that is not known
 */
public record Exposure(
        @Nullable String symbol,
        @Nullable Side side,
        BigDecimal quantity,
        BigDecimal value,
        long orders,
        long unstated) {

    private record Key(@Nullable String symbol, @Nullable Side side) {}

    /** The exposure of outcomes, those that are certainly closed left out, in the order in which symbols appear. */
    static List<Exposure> of(List<CancelOutcome> outcomes) {
        Map<Key, Exposure> exposures = new LinkedHashMap<>();
        Set<OrderRef> seen = new HashSet<>();
        for (CancelOutcome outcome : outcomes) {
            // Inputs that name the same order share its outcome.
            if (!outcome.status().isClosed() && seen.add(outcome.ref())) {
                Exposure one = of(outcome);
                exposures.merge(new Key(one.symbol, one.side), one, Exposure::plus);
            }
        }
        return new ArrayList<>(exposures.values());
    }

    private static Exposure of(CancelOutcome outcome) {
        OrderSnapshot order = outcome.order();
        String symbol = outcome.ref().symbol();
        if (order == null) {
            return new Exposure(symbol, null, BigDecimal.ZERO, BigDecimal.ZERO, 1, 1);
        }
        BigDecimal unfilled = order.unfilled().orElse(BigDecimal.ZERO);
        BigDecimal price = order.price();
        boolean stated = price != null && order.unfilled().isPresent();
        return new Exposure(
                symbol == null ? order.symbol() : symbol,
                order.side(),
                unfilled,
                price == null ? BigDecimal.ZERO : unfilled.multiply(price),
                1,
                stated ? 0 : 1);
    }

    private Exposure plus(Exposure other) {
        return new Exposure(
                symbol,
                side,
                quantity.add(other.quantity),
                value.add(other.value),
                orders + other.orders,
                unstated + other.unstated);
    }
}
