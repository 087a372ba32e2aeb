package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Orders that wait for a call, grouped by what may share one. */
final class OrderQueue {
    private record Waiting(long due, long sequence, Group group, OrderCancelState order) {}

    private final Map<Purpose, Map<Group, Deque<OrderCancelState>>> ready = new EnumMap<>(Purpose.class);
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::sequence));
    private final Map<Purpose, Integer> delayed = new EnumMap<>(Purpose.class);
    private long sequence;

    OrderQueue() {
        for (Purpose purpose : Purpose.values()) {
            ready.put(purpose, new LinkedHashMap<>());
        }
    }

    /**
     * Adds an order that may be sent at once. One that is in doubt is looked up before those whose cancel was taken.
     */
    void add(Group group, OrderCancelState order) {
        Deque<OrderCancelState> orders = groups(group.purpose()).computeIfAbsent(group, key -> new ArrayDeque<>());
        if (group.purpose() == Purpose.LOOKUP && !order.isAccepted()) {
            orders.addFirst(order);
        } else {
            orders.add(order);
        }
    }

    /** Adds an order that may not be sent before the given time. */
    void add(Group group, OrderCancelState order, long due) {
        waiting.add(new Waiting(due, sequence++, group, order));
        delayed.merge(group.purpose(), 1, Integer::sum);
    }

    /** Decides whether a call is made now, or its orders wait for others to join them. */
    interface Gate {
        /** Whether a call may be made of orders of this group, of which as many are ready. */
        boolean isOpen(Group group, int orders);
    }

    /** Takes the next call that may be made now; null if there is none. */
    @Nullable
    CallBatch next(long now, Gate gate) {
        release(now);
        for (Map<Group, Deque<OrderCancelState>> groups : ready.values()) {
            Iterator<Map.Entry<Group, Deque<OrderCancelState>>> entries =
                    groups.entrySet().iterator();
            while (entries.hasNext()) {
                Map.Entry<Group, Deque<OrderCancelState>> entry = entries.next();
                Deque<OrderCancelState> orders = entry.getValue();
                if (!gate.isOpen(entry.getKey(), orders.size())) {
                    continue;
                }
                List<OrderCancelState> taken = take(orders, entry.getKey().cap());
                if (orders.isEmpty()) {
                    entries.remove();
                }
                if (!taken.isEmpty()) {
                    return new CallBatch(entry.getKey(), taken);
                }
            }
        }
        return null;
    }

    private static List<OrderCancelState> take(Deque<OrderCancelState> orders, int atMost) {
        List<OrderCancelState> taken = new ArrayList<>();
        while (!orders.isEmpty() && taken.size() < atMost) {
            OrderCancelState order = orders.remove();
            if (!order.isDone()) {
                taken.add(order);
            }
        }
        return taken;
    }

    /** When the next delayed order may be sent; {@link Long#MAX_VALUE} if there is none. */
    long nextDue() {
        Waiting first = waiting.peek();
        return first == null ? Long.MAX_VALUE : first.due();
    }

    /** How many orders wait for a call of this purpose and may be sent now. */
    int ready(Purpose purpose, long now) {
        release(now);
        return groups(purpose).values().stream().mapToInt(Deque::size).sum();
    }

    /** How many orders wait for a call of this purpose, now or later. */
    int waiting(Purpose purpose, long now) {
        return ready(purpose, now) + delayed.getOrDefault(purpose, 0);
    }

    boolean isEmpty() {
        return waiting.isEmpty() && ready.values().stream().allMatch(Map::isEmpty);
    }

    private void release(long now) {
        for (Waiting first = waiting.peek(); first != null && first.due() <= now; first = waiting.peek()) {
            waiting.remove();
            delayed.merge(first.group().purpose(), -1, Integer::sum);
            add(first.group(), first.order());
        }
    }

    @SuppressWarnings("NullAway") // The constructor puts every purpose in.
    private Map<Group, Deque<OrderCancelState>> groups(Purpose purpose) {
        return ready.get(purpose);
    }
}
