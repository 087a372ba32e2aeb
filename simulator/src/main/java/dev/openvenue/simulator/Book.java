package dev.openvenue.simulator;

import dev.openvenue.simulator.OwnMarket.Match;
import dev.openvenue.simulator.SimulatedOrder.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every order of one account with its history, so that a query can be shown an earlier state. Access requires the
 * {@link RequestPipeline}'s lock.
 */
public final class Book {
    private final VenueBehavior habits;
    private final Map<String, List<SimulatedOrder>> versionsById = new HashMap<>();

    /** The same, in the order in which the orders were placed. */
    private final List<List<SimulatedOrder>> placed = new ArrayList<>();

    private final Map<String, List<String>> idsByClientId = new HashMap<>();
    private final Map<String, Integer> queriesUntilCancelled = new HashMap<>();
    private final Map<String, Integer> queriesUntilVisible = new HashMap<>();

    Book(VenueBehavior habits) {
        this.habits = habits;
    }

    /** The data needed to place an order. */
    public record NewOrder(
            String symbol,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            @Nullable String clientOrderId,
            Map<String, String> details,
            Life life) {
        /** A resting order. */
        public NewOrder(
                String symbol,
                Side side,
                BigDecimal price,
                BigDecimal quantity,
                @Nullable String clientOrderId,
                Map<String, String> details) {
            this(symbol, side, price, quantity, clientOrderId, details, Life.RESTS);
        }

        /** The same order with another life. */
        NewOrder living(Life other) {
            return new NewOrder(symbol, side, price, quantity, clientOrderId, details, other);
        }

        /** The same order at another price and of another quantity. */
        NewOrder priced(BigDecimal otherPrice, BigDecimal otherQuantity) {
            return new NewOrder(symbol, side, otherPrice, otherQuantity, clientOrderId, details, life);
        }

        /** The same order with one more detail. */
        NewOrder with(String name, String value) {
            Map<String, String> more = new HashMap<>(details);
            more.put(name, value);
            return new NewOrder(symbol, side, price, quantity, clientOrderId, more, life);
        }
    }

    /** How long an order stays in the book. */
    public enum Life {
        /** It rests until it is filled or cancelled. */
        RESTS,
        /** It is filled at once or cancelled at once (immediate-or-cancel, fill-or-kill). */
        ENDS_AT_ONCE,
        /** It waits for its trigger, then rests. */
        AWAITS_TRIGGER
    }

    void clear() {
        versionsById.clear();
        placed.clear();
        idsByClientId.clear();
        queriesUntilCancelled.clear();
        queriesUntilVisible.clear();
    }

    SimulatedOrder add(NewOrder order, Instant now) {
        Map<String, String> details = new HashMap<>(order.details());
        if (order.life() == Life.AWAITS_TRIGGER) {
            details.put(SimulatedOrder.AWAITS_TRIGGER, "true");
        }
        SimulatedOrder added = new SimulatedOrder(
                habits.takeOrderId(),
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
                details);
        if (order.clientOrderId() != null) {
            idsByClientId
                    .computeIfAbsent(order.clientOrderId(), id -> new ArrayList<>())
                    .add(added.orderId());
        }
        return keep(added);
    }

    /**
     * Places an order that came through the API, and that takes what it is given of resting orders; where the venue
     * fills at once there is nothing to take.
     */
    SimulatedOrder accept(NewOrder order, List<Match> matches, Instant now) {
        SimulatedOrder added = add(order, now);
        if (habits.hiddenQueries() > 0) {
            queriesUntilVisible.put(added.orderId(), habits.hiddenQueries());
        }
        if (added.awaitsTrigger()) {
            return added;
        }
        if (habits.fillsAtOnce()) {
            return keep(added.withFill(added.quantity(), now));
        }
        for (Match match : matches) {
            keep(match.maker().withFill(match.maker().filled().add(match.quantity()), now));
        }
        SimulatedOrder taken = matches.isEmpty() ? added : keep(added.withFill(OwnMarket.quantity(matches), now));
        return order.life() == Life.ENDS_AT_ONCE && taken.isOpen() ? keep(taken.cancelled(now)) : taken;
    }

    SimulatedOrder trigger(SimulatedOrder waiting, Instant now) {
        SimulatedOrder triggered = keep(waiting.triggered(now));
        return habits.fillsAtOnce() ? keep(triggered.withFill(triggered.quantity(), now)) : triggered;
    }

    /** Cancels an open order, or records the cancel if cancels take effect late. A second cancel changes nothing. */
    void cancel(SimulatedOrder open, Instant now) {
        if (open.cancelRequested()) {
            return;
        }
        if (habits.cancelLatency() == 0) {
            keep(open.cancelled(now));
        } else {
            queriesUntilCancelled.put(open.orderId(), habits.cancelLatency());
            keep(open.withCancelRequested(now));
        }
    }

    SimulatedOrder keep(SimulatedOrder order) {
        versionsById
                .computeIfAbsent(order.orderId(), id -> {
                    List<SimulatedOrder> versions = new ArrayList<>(2);
                    placed.add(versions);
                    return versions;
                })
                .add(order);
        return order;
    }

    Optional<SimulatedOrder> find(String orderId) {
        return Optional.ofNullable(versionsById.get(orderId)).map(Book::newest);
    }

    /** The orders with this client order id, newest first. */
    List<SimulatedOrder> findByClientOrderId(String clientOrderId) {
        return newestFirst(idsByClientId.getOrDefault(clientOrderId, List.of()).stream()
                .map(id -> newest(versions(id)))
                .toList());
    }

    /** Oldest first. */
    List<SimulatedOrder> all() {
        return placed.stream().map(Book::newest).toList();
    }

    /** Reads only as far as it is consumed: a page of a list needs few of many orders. */
    Stream<SimulatedOrder> newestFirst() {
        int last = placed.size() - 1;
        return IntStream.rangeClosed(0, last).mapToObj(n -> newest(placed.get(last - n)));
    }

    int count() {
        return placed.size();
    }

    /** Whether a query may show the order; for a hidden order, also counts the query. */
    boolean visible(SimulatedOrder order) {
        Integer queries = queriesUntilVisible.get(order.orderId());
        if (queries == null) {
            return true;
        }
        if (queries > 1) {
            queriesUntilVisible.put(order.orderId(), queries - 1);
        } else {
            queriesUntilVisible.remove(order.orderId());
        }
        return false;
    }

    /** The fills of an order, oldest first. */
    List<SimulatedFill> fills(SimulatedOrder order) {
        List<SimulatedFill> fills = new ArrayList<>();
        BigDecimal filled = BigDecimal.ZERO;
        for (SimulatedOrder version : versions(order.orderId())) {
            BigDecimal more = version.filled().subtract(filled);
            if (more.signum() > 0) {
                fills.add(new SimulatedFill(order, fills.size() + 1, more, version.updatedAt()));
                filled = version.filled();
            }
        }
        return fills;
    }

    /** The order as it was then; empty if it did not exist. */
    Optional<SimulatedOrder> asOf(SimulatedOrder order, Instant now, Duration lag) {
        if (lag.isZero()) {
            return Optional.of(order);
        }
        Instant then = now.minus(lag);
        return newestFirst(versions(order.orderId())).stream()
                .filter(version -> !version.updatedAt().isAfter(then))
                .findFirst();
    }

    /** The order after one more query; each query brings a pending cancel closer to taking effect. */
    SimulatedOrder query(SimulatedOrder order, Instant now) {
        Integer queries = queriesUntilCancelled.get(order.orderId());
        SimulatedOrder truth = newest(versions(order.orderId()));
        if (queries == null || !truth.cancelRequested()) {
            return truth;
        }
        if (queries > 1) {
            queriesUntilCancelled.put(order.orderId(), queries - 1);
            return truth;
        }
        queriesUntilCancelled.remove(order.orderId());
        return keep(truth.cancelled(now));
    }

    private List<SimulatedOrder> versions(String orderId) {
        return versionsById.getOrDefault(orderId, List.of());
    }

    private static SimulatedOrder newest(List<SimulatedOrder> versions) {
        return versions.get(versions.size() - 1);
    }

    private static List<SimulatedOrder> newestFirst(List<SimulatedOrder> oldestFirst) {
        List<SimulatedOrder> orders = new ArrayList<>(oldestFirst);
        Collections.reverse(orders);
        return orders;
    }
}
