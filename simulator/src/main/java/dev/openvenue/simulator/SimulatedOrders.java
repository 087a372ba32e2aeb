package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ground truth: every order of the simulated account, and the test's hand in them. What is done here is no API call: it passes
 * no signature check, counts against no limit, and stands in no log.
 */
public final class SimulatedOrders {
    private final InstantSource clock;
    private final Map<String, SimulatedOrder> byId = new LinkedHashMap<>();
    private final Map<String, String> newestByClientId = new HashMap<>();
    private final Map<String, Integer> queriesUntilCancelled = new HashMap<>();
    private BigInteger nextId;
    private int cancelLatency;
    private boolean fillsAtOnce;

    SimulatedOrders(InstantSource clock, String firstId) {
        this.clock = clock;
        this.nextId = new BigInteger(firstId);
    }

    /** Puts an open order into the book. */
    public synchronized String place(
            String symbol, Side side, BigDecimal price, BigDecimal quantity, @Nullable String clientOrderId) {
        return add(new NewOrder(symbol, side, price, quantity, clientOrderId, Map.of()))
                .orderId();
    }

    /**
     * Fills what is left of an open order, also of one whose cancel is under way.
     *
     * @throws IllegalStateException if the order is not open
     */
    public synchronized void fill(String orderId) {
        SimulatedOrder order = requireOpen(orderId);
        replace(order.withFill(order.quantity(), clock.instant()));
    }

    /**
     * Fills part of an open order; if nothing is left after that, the order is filled.
     *
     * @throws IllegalStateException if the order is not open
     * @throws IllegalArgumentException if the quantity is not above zero, or above what is left
     */
    public synchronized void partiallyFill(String orderId, BigDecimal quantity) {
        SimulatedOrder order = requireOpen(orderId);
        BigDecimal left = order.quantity().subtract(order.filled());
        if (quantity.signum() <= 0 || quantity.compareTo(left) > 0) {
            throw new IllegalArgumentException("Cannot fill " + quantity.toPlainString() + " of order " + orderId + ": "
                    + left.toPlainString() + " is left");
        }
        replace(order.withFill(order.filled().add(quantity), clock.instant()));
    }

    /** The order with this id. */
    public synchronized Optional<SimulatedOrder> find(String orderId) {
        return Optional.ofNullable(byId.get(orderId));
    }

    /** The newest order with this client order id. */
    public synchronized Optional<SimulatedOrder> findByClientOrderId(String clientOrderId) {
        String orderId = newestByClientId.get(clientOrderId);
        return orderId == null ? Optional.empty() : find(orderId);
    }

    /** The open orders, oldest first. */
    public synchronized List<SimulatedOrder> open() {
        return byId.values().stream().filter(SimulatedOrder::isOpen).toList();
    }

    /** Every order that was ever placed, oldest first. */
    public synchronized List<SimulatedOrder> all() {
        return List.copyOf(byId.values());
    }

    synchronized void cancelLatency(int queries) {
        cancelLatency = queries;
    }

    synchronized void fillsAtOnce(boolean fills) {
        fillsAtOnce = fills;
    }

    /** An order that came through the API. */
    synchronized SimulatedOrder accept(NewOrder order) {
        SimulatedOrder added = add(order);
        return fillsAtOnce ? replace(added.withFill(added.quantity(), clock.instant())) : added;
    }

    private SimulatedOrder add(NewOrder order) {
        Instant now = clock.instant();
        String orderId = nextId.toString();
        nextId = nextId.add(BigInteger.ONE);
        SimulatedOrder added = new SimulatedOrder(
                orderId,
                order.clientOrderId(),
                order.symbol(),
                order.side(),
                order.price(),
                order.quantity(),
                BigDecimal.ZERO,
                SimulatedOrder.State.OPEN,
                false,
                now,
                now,
                order.details());
        byId.put(orderId, added);
        if (order.clientOrderId() != null) {
            newestByClientId.put(order.clientOrderId(), orderId);
        }
        return added;
    }

    /** Cancels an open order, or notes the cancel when the venue takes its time. A second cancel changes nothing. */
    synchronized void cancel(String orderId) {
        SimulatedOrder order = requireOpen(orderId);
        if (order.cancelRequested()) {
            return;
        }
        if (cancelLatency == 0) {
            replace(order.cancelled(clock.instant()));
        } else {
            queriesUntilCancelled.put(orderId, cancelLatency);
            replace(order.withCancelRequested(clock.instant()));
        }
    }

    /** The order as a query through the API sees it; each look brings a cancel that is under way closer to its end. */
    synchronized SimulatedOrder look(SimulatedOrder order) {
        Integer queries = queriesUntilCancelled.get(order.orderId());
        if (queries == null || !order.cancelRequested()) {
            return order;
        }
        if (queries > 1) {
            queriesUntilCancelled.put(order.orderId(), queries - 1);
            return order;
        }
        queriesUntilCancelled.remove(order.orderId());
        return replace(order.cancelled(clock.instant()));
    }

    synchronized List<SimulatedOrder> newestFirst() {
        List<SimulatedOrder> orders = new ArrayList<>(byId.values());
        Collections.reverse(orders);
        return orders;
    }

    synchronized int count() {
        return byId.size();
    }

    private SimulatedOrder requireOpen(String orderId) {
        SimulatedOrder order = byId.get(orderId);
        if (order == null || !order.isOpen()) {
            throw new IllegalStateException(
                    "Order " + orderId + " is " + (order == null ? "unknown" : order.state()) + ", not open");
        }
        return order;
    }

    private SimulatedOrder replace(SimulatedOrder order) {
        byId.put(order.orderId(), order);
        return order;
    }

    /** What it takes to place an order. */
    record NewOrder(
            String symbol,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            @Nullable String clientOrderId,
            Map<String, String> details) {}
}
