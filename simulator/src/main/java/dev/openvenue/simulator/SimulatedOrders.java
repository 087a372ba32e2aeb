package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The ground truth: every order of a simulated account, and the means to change them in a test. Nothing here is an API
 * call: no signature is checked, no limit counted, nothing logged.
 */
public final class SimulatedOrders {
    private final RequestPipeline pipeline;
    private final InstantSource clock;
    private final Book book;

    SimulatedOrders(RequestPipeline pipeline, InstantSource clock, Book book) {
        this.pipeline = pipeline;
        this.clock = clock;
        this.book = book;
    }

    /** Puts an open order into the book. */
    public String place(
            String symbol, Side side, BigDecimal price, BigDecimal quantity, @Nullable String clientOrderId) {
        NewOrder order = new NewOrder(symbol, side, price, quantity, clientOrderId, Map.of());
        return inBook(book -> book.add(order, clock.instant())).orderId();
    }

    /**
     * Fills the rest of an open order, even if a cancel is pending.
     *
     * @throws IllegalStateException if the order is not open, or waits for its trigger
     */
    public void fill(String orderId) {
        inBook(book -> {
            SimulatedOrder order = requireResting(orderId);
            return book.keep(order.withFill(order.quantity(), clock.instant()));
        });
    }

    /**
     * Fills part of an open order; if nothing remains, the order is filled.
     *
     * @throws IllegalStateException if the order is not open, or waits for its trigger
     * @throws IllegalArgumentException if the quantity is not above zero, or above what remains
     */
    public void partiallyFill(String orderId, BigDecimal quantity) {
        inBook(book -> {
            SimulatedOrder order = requireResting(orderId);
            BigDecimal left = order.quantity().subtract(order.filled());
            if (quantity.signum() <= 0 || quantity.compareTo(left) > 0) {
                throw new IllegalArgumentException("Cannot fill " + quantity.toPlainString() + " of order " + orderId
                        + ": " + left.toPlainString() + " is left");
            }
            return book.keep(order.withFill(order.filled().add(quantity), clock.instant()));
        });
    }

    /**
     * Triggers a trigger order, as when the market reaches its trigger price: from now on it is a plain order, under
     * the same id.
     *
     * @throws IllegalStateException if the order is not open, or does not wait for a trigger
     */
    public void trigger(String orderId) {
        inBook(book -> {
            SimulatedOrder order = requireOpen(orderId);
            if (!order.awaitsTrigger()) {
                throw new IllegalStateException("Order " + orderId + " waits for no trigger");
            }
            return book.trigger(order, clock.instant());
        });
    }

    /**
     * Cancels an open order at once, whoever placed it.
     *
     * @throws IllegalStateException if the order is not open
     */
    public void cancel(String orderId) {
        inBook(book -> book.keep(requireOpen(orderId).cancelled(clock.instant())));
    }

    /**
     * Lets somebody else trade with this account: a counterparty takes what rests on the other side, the best price
     * first, and what it does not get is cancelled.
     *
     * @param side what the counterparty does; a seller fills buy orders
     * @param limit the worst price that it accepts; null for any
     * @return how much of the quantity it got
     */
    public BigDecimal trade(String symbol, Side side, @Nullable BigDecimal limit, BigDecimal quantity) {
        return inBook(book -> {
            List<SimulatedOrder> resting = book.all().stream()
                    .filter(order -> order.symbol().equals(symbol) && !order.awaitsTrigger())
                    .toList();
            List<OwnMarket.Match> matches = OwnMarket.matches(resting, side, limit, quantity);
            matches.forEach(match ->
                    book.keep(match.maker().withFill(match.maker().filled().add(match.quantity()), clock.instant())));
            return OwnMarket.quantity(matches);
        });
    }

    List<SimulatedBalance> balances(List<String> coins) {
        List<SimulatedOrder> open = open();
        return coins.stream()
                .map(coin -> Funds.of(coin, open, order -> true))
                .map(funds -> new SimulatedBalance(funds.coin(), Funds.TOTAL, funds.locked()))
                .toList();
    }

    /** The order with this id. */
    public Optional<SimulatedOrder> find(String orderId) {
        return inBook(book -> book.find(orderId));
    }

    /** The newest order with this client order id. */
    public Optional<SimulatedOrder> findByClientOrderId(String clientOrderId) {
        return inBook(book -> book.findByClientOrderId(clientOrderId)).stream().findFirst();
    }

    /** The open orders, oldest first, including those that wait for a trigger. */
    public List<SimulatedOrder> open() {
        return all().stream().filter(SimulatedOrder::isOpen).toList();
    }

    /** Every order that was ever placed, oldest first. */
    public List<SimulatedOrder> all() {
        return inBook(Book::all);
    }

    private <T> T inBook(Function<Book, T> action) {
        return pipeline.settled(() -> action.apply(book));
    }

    private SimulatedOrder requireResting(String orderId) {
        SimulatedOrder order = requireOpen(orderId);
        if (order.awaitsTrigger()) {
            throw new IllegalStateException("Order " + orderId + " waits for its trigger; set it off first");
        }
        return order;
    }

    private SimulatedOrder requireOpen(String orderId) {
        SimulatedOrder order = book.find(orderId).orElse(null);
        if (order == null || !order.isOpen()) {
            throw new IllegalStateException(
                    "Order " + orderId + " is " + (order == null ? "unknown" : order.state()) + ", not open");
        }
        return order;
    }
}
