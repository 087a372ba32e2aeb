package dev.openvenue.core.cancel;

import dev.openvenue.core.engine.OrderInput;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The inputs in progress, in input order, which is also the order of their outcomes. Only orders without an outcome
 * count against the capacity; outcomes that wait for earlier ones cost little. If too many of them wait, the order that
 * holds them back is given up as soon as it has had its time, so that no order can block a stream. Inputs that name the
 * same order share one state as long as the first of them is in the buffer.
 */
final class InputBuffer {
    /** How many outcomes may wait for earlier ones, as a multiple of the capacity for orders. */
    static final int WAITING_OUTCOMES = 16;

    /** How long orders that do not fill a call wait for others. */
    private static final long GATHERING = Duration.ofMillis(20).toNanos();

    private final OrderInput<OrderRef> input;
    private final int room;
    private final int batch;
    private final Function<OrderRef, OrderCancelState> orders;
    private final Consumer<CancelOutcome> sink;
    private final Deque<Slot> slots = new ArrayDeque<>();
    private final Deque<OrderCancelState> gathered = new ArrayDeque<>();
    private final Map<OrderRef, OrderCancelState> byRef = new HashMap<>();
    private long gatheringSince;
    private int unsettled;

    /** An input and when it was admitted. */
    private record Slot(OrderCancelState order, long since) {}

    /**
     * Creates the buffer of a run's input.
     *
     * @param room how many orders may be in progress
     * @param batch how many orders fill a call
     */
    InputBuffer(
            OrderInput<OrderRef> input,
            int room,
            int batch,
            Function<OrderRef, OrderCancelState> orders,
            Consumer<CancelOutcome> sink) {
        this.input = input;
        this.room = room;
        this.batch = batch;
        this.orders = orders;
        this.sink = sink;
    }

    /**
     * Admits inputs while there is room, and returns the new orders that may be sent now. Because calls with single
     * orders would waste the venue's rate limit, it waits until half of the buffer is free, or all available inputs
     * fit; and orders that do not fill a call wait for more, but not for long.
     */
    List<OrderCancelState> admit(long now) {
        take(now);
        List<OrderCancelState> fresh = new ArrayList<>();
        boolean all = input.isExhausted() || now - gatheringSince >= GATHERING;
        int size = all ? gathered.size() : gathered.size() - gathered.size() % batch;
        while (fresh.size() < size) {
            fresh.add(gathered.remove());
        }
        gatheringSince = size > 0 ? now : gatheringSince;
        return fresh;
    }

    /** When orders that wait for others may be sent; {@link Long#MAX_VALUE} if none wait. */
    long nextDue() {
        return gathered.isEmpty() ? Long.MAX_VALUE : gatheringSince + GATHERING;
    }

    /** The orders in progress, one for each input. */
    List<OrderCancelState> orders() {
        return slots.stream().map(Slot::order).toList();
    }

    /** Frees the room of an order that has its outcome. */
    void settled() {
        unsettled--;
    }

    /**
     * The order that holds back as many outcomes as may wait; null if there is none, or if it has not had the given
     * time yet.
     */
    @Nullable
    OrderCancelState obstacle(long now, Duration share) {
        Slot first = slots.peek();
        return first != null && isFull() && now - first.since() >= share.toNanos() ? first.order() : null;
    }

    /** Passes on every outcome whose turn it is. */
    void emit() {
        for (Slot first = slots.peek(); first != null && first.order().outcome() != null; first = slots.peek()) {
            slots.remove();
            byRef.remove(first.order().ref(), first.order());
            sink.accept(Objects.requireNonNull(first.order().outcome()));
        }
    }

    /** Whether every input has had its outcome. */
    boolean isDrained() {
        return input.isExhausted() && slots.isEmpty();
    }

    /** Whether all available inputs were admitted, and others may come. */
    boolean isWaiting() {
        return !input.isExhausted() && input.available() == 0;
    }

    /** Gives every input without an outcome the given one, including those that were never admitted. */
    void finish(Function<OrderCancelState, CancelOutcome> end) {
        OrderRef next;
        do {
            for (Slot slot : slots) {
                if (slot.order().outcome() == null) {
                    slot.order().settle(end.apply(slot.order()));
                }
            }
            emit();
            next = input.rest();
            if (next != null) {
                slots.add(new Slot(orders.apply(next), 0));
            }
        } while (next != null);
    }

    /** Admits nothing more. */
    void close() {
        input.close();
    }

    /** Throws what the input threw, if it did. */
    void rethrow() {
        if (input.failure() instanceof RuntimeException failure) {
            throw failure;
        } else if (input.failure() instanceof Error error) {
            throw error;
        }
    }

    private void take(long now) {
        int free = room - unsettled;
        if (unsettled > room / 2 && input.available() > free) {
            return;
        }
        for (OrderRef ref = next(); ref != null; ref = next()) {
            OrderCancelState known = byRef.get(ref);
            OrderCancelState order = known == null ? orders.apply(ref) : known;
            if (known == null) {
                byRef.put(ref, order);
                gatheringSince = gathered.isEmpty() ? now : gatheringSince;
                gathered.add(order);
                unsettled++;
            }
            slots.add(new Slot(order, now));
        }
    }

    private @Nullable OrderRef next() {
        return unsettled < room && !isFull() ? input.poll() : null;
    }

    private boolean isFull() {
        return slots.size() >= (long) WAITING_OUTCOMES * room;
    }
}
