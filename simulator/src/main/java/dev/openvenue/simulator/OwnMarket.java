package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.Life;
import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One market: the account's own orders, because a simulated venue has no others. What a taker takes from it fills an
 * order of the same account. A limit order that may rest does so even where it crosses another one, because only tests
 * fill such an order.
 */
final class OwnMarket {
    private static final int DECIMALS = 8;

    private final OperationContext call;
    private final List<SimulatedOrder> orders;

    private OwnMarket(OperationContext call, List<SimulatedOrder> orders) {
        this.call = call;
        this.orders = orders;
    }

    /** The market of a symbol as it is now, whatever the queries show. */
    static OwnMarket of(OperationContext call, String symbol) {
        return of(call, order -> order.symbol().equals(symbol));
    }

    /** The market of the given orders as it is now, whatever the queries show. */
    static OwnMarket of(OperationContext call, Predicate<SimulatedOrder> belongs) {
        return new OwnMarket(
                call,
                call.account().book().all().stream()
                        .filter(order -> belongs.test(order) && !order.awaitsTrigger())
                        .toList());
    }

    /** How a limit order meets what rests. */
    enum Force {
        /** It rests. */
        GOOD_TILL_CANCELLED,
        /** It rests, or is cancelled at once if it would take. */
        POST_ONLY,
        /** It takes what it gets, and the rest of it is cancelled. */
        IMMEDIATE_OR_CANCEL,
        /** It takes all that it asks for, or nothing. */
        FILL_OR_KILL
    }

    /** What a taker gets from one resting order. */
    record Match(SimulatedOrder maker, BigDecimal quantity) {
        BigDecimal value() {
            return maker.price().multiply(quantity);
        }
    }

    /** What rests at one price. */
    record Level(BigDecimal price, BigDecimal quantity) {}

    /** The best levels of one side as rows of price and quantity, the best price first. */
    List<List<BigDecimal>> rows(Side side, int most) {
        return levels(side).stream()
                .limit(most)
                .map(level -> List.of(level.price(), level.quantity()))
                .toList();
    }

    /** The same, with text in place of numbers. */
    List<List<String>> textRows(Side side, int most) {
        return rows(side, most).stream()
                .map(row -> row.stream().map(BigDecimal::toPlainString).toList())
                .toList();
    }

    /** The levels of one side, the best price first. */
    List<Level> levels(Side side) {
        Map<BigDecimal, BigDecimal> levels = new LinkedHashMap<>();
        resting(side).forEach(order -> levels.merge(plain(order.price()), left(order), BigDecimal::add));
        return levels.entrySet().stream()
                .map(level -> new Level(level.getKey(), level.getValue()))
                .toList();
    }

    /** The best level of one side. */
    Optional<Level> best(Side side) {
        return levels(side).stream().findFirst();
    }

    /** The fills on this market, newest first; of two orders that met, both have one. */
    List<SimulatedFill> fills() {
        return orders.stream()
                .flatMap(order -> call.fills(order).stream())
                .sorted(Comparator.comparing(SimulatedFill::at)
                        .thenComparing(SimulatedFill::numericId)
                        .reversed())
                .toList();
    }

    /** The price of the newest fill. */
    Optional<BigDecimal> lastPrice() {
        return fills().stream().findFirst().map(fill -> fill.order().price());
    }

    /** The last price; 0 where nothing was filled. */
    BigDecimal lastPriceOrZero() {
        return lastPrice().orElse(BigDecimal.ZERO);
    }

    /** The best level of one side; zeros where nothing rests. */
    Level bestOrZero(Side side) {
        return best(side).orElse(new Level(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /** Places a limit order; the draft's life does not matter. */
    SimulatedOrder placeLimit(NewOrder draft, Force force) {
        List<Match> matches =
                force == Force.GOOD_TILL_CANCELLED ? List.of() : take(draft.side(), draft.price(), draft.quantity());
        boolean endsAtOnce = switch (force) {
            case GOOD_TILL_CANCELLED -> false;
            case POST_ONLY -> !matches.isEmpty();
            case IMMEDIATE_OR_CANCEL, FILL_OR_KILL -> true;
        };
        boolean takes = force == Force.IMMEDIATE_OR_CANCEL
                || (force == Force.FILL_OR_KILL && quantity(matches).compareTo(draft.quantity()) == 0);
        return call.place(draft.living(endsAtOnce ? Life.ENDS_AT_ONCE : Life.RESTS), takes ? matches : List.of());
    }

    /** Places a market order of the draft's quantity, whatever its price; empty if there is nothing to take. */
    Optional<SimulatedOrder> placeAtAnyPrice(NewOrder draft) {
        return placed(draft, draft.quantity(), take(draft.side(), null, draft.quantity()));
    }

    /** Places a market order that buys for an amount of the quote currency; empty if it gets nothing. */
    Optional<SimulatedOrder> placeForAmount(NewOrder draft, BigDecimal amount) {
        List<Match> matches = buyFor(amount);
        return placed(draft, quantity(matches), matches);
    }

    private Optional<SimulatedOrder> placed(NewOrder draft, BigDecimal quantity, List<Match> matches) {
        return matches.isEmpty()
                ? Optional.empty()
                : Optional.of(call.place(draft.priced(price(matches), quantity).living(Life.ENDS_AT_ONCE), matches));
    }

    /** What a taker of this quantity gets, the best price first; a market order has no limit. */
    private List<Match> take(Side taker, @Nullable BigDecimal limit, BigDecimal quantity) {
        return matches(orders, taker, limit, quantity);
    }

    /** What a taker of this quantity gets of the open ones among some orders, the best price first. */
    static List<Match> matches(
            List<SimulatedOrder> orders, Side taker, @Nullable BigDecimal limit, BigDecimal quantity) {
        List<Match> matches = new ArrayList<>();
        BigDecimal wanted = quantity;
        for (SimulatedOrder maker : resting(orders, opposite(taker))) {
            BigDecimal part = left(maker).min(wanted);
            if (part.signum() > 0 && accepts(taker, limit, maker)) {
                matches.add(new Match(maker, part));
                wanted = wanted.subtract(part);
            }
        }
        return matches;
    }

    private List<Match> buyFor(BigDecimal amount) {
        List<Match> matches = new ArrayList<>();
        BigDecimal unspent = amount;
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

    /** The average price of what was taken, rounded to eight decimals. */
    private static BigDecimal price(List<Match> matches) {
        BigDecimal value = matches.stream().map(Match::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return plain(value.divide(quantity(matches), DECIMALS, RoundingMode.HALF_UP));
    }

    /** The best price first, and of one price the oldest order. */
    private List<SimulatedOrder> resting(Side side) {
        return resting(orders, side);
    }

    private static List<SimulatedOrder> resting(List<SimulatedOrder> orders, Side side) {
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

    /** Without zeros at the end, and without an exponent. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
