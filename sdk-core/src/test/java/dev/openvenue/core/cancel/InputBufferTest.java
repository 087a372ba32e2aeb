package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.engine.OrderInput;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which inputs are under way, to the nanosecond. */
final class InputBufferTest {
    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final long START = Duration.ofDays(1).toNanos();

    private final Live input = new Live();

    @Test
    void ordersThatFillNoCallWaitTwentyMillisecondsFromTheFirstOfThem() {
        InputBuffer buffer = buffer(100, 10);
        input.add(0, 3);
        assertThat(buffer.admit(START + 5 * MILLI)).isEmpty();
        input.add(3, 2);
        assertThat(buffer.admit(START + 10 * MILLI)).isEmpty();
        assertThat(buffer.nextDue()).isEqualTo(START + 25 * MILLI);

        assertThat(buffer.admit(START + 25 * MILLI)).hasSize(5);
        assertThat(buffer.nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatAFullCallLeavesWaitsFromThenOn() {
        InputBuffer buffer = buffer(100, 10);
        input.add(0, 3);
        buffer.admit(START + 5 * MILLI);
        input.add(3, 9);

        assertThat(buffer.admit(START + 10 * MILLI)).hasSize(10);
        assertThat(buffer.nextDue()).isEqualTo(START + 30 * MILLI);
    }

    @Test
    void ordersAreTakenInOnceHalfOfTheWindowIsFree() {
        InputBuffer buffer = buffer(10, 1);
        input.add(0, 6);
        assertThat(buffer.admit(0)).hasSize(6);
        input.add(6, 6);
        assertThat(buffer.admit(1)).isEmpty();
        buffer.settled();
        assertThat(buffer.admit(2)).hasSize(5);
    }

    @Test
    void ordersThatAllFitInAreTakenInAtOnce() {
        InputBuffer buffer = buffer(10, 1);
        input.add(0, 6);
        buffer.admit(0);
        input.add(6, 4);
        assertThat(buffer.admit(1)).hasSize(4);
    }

    @Test
    void anOrderIsAnObstacleOnceItHadItsTimeAndTheOutcomesBehindItHaveNoRoom() {
        InputBuffer buffer = buffer(2, 1);
        int outcomes = InputBuffer.WAITING_OUTCOMES * 2;
        input.add(0, outcomes);
        OrderCancelState first = buffer.admit(100).get(0);
        Duration share = Duration.ofNanos(50);
        for (int settled = 0; settled < outcomes - 2; settled++) {
            assertThat(buffer.obstacle(200, share)).isNull();
            settleBehind(buffer, first);
            buffer.admit(120);
        }

        assertThat(buffer.orders()).hasSize(outcomes);
        assertThat(buffer.obstacle(149, share)).isNull();
        assertThat(buffer.obstacle(150, share)).isSameAs(first);
    }

    private static void settleBehind(InputBuffer buffer, OrderCancelState first) {
        OrderCancelState next = buffer.orders().stream()
                .filter(order -> order != first && order.outcome() == null)
                .findFirst()
                .orElseThrow();
        next.settle(new CancelOutcome(next.ref(), Status.CANCELLED, null, null, "", null, null, List.of()));
        buffer.settled();
    }

    private InputBuffer buffer(int room, int batch) {
        RunRules rules = new RunRules(true, Duration.ofSeconds(2), false);
        return new InputBuffer(input, room, batch, ref -> new OrderCancelState(ref, rules, false), outcome -> {});
    }

    /** Orders that are there, and others may follow. */
    private static final class Live implements OrderInput<OrderRef> {
        private final Queue<OrderRef> orders = new ArrayDeque<>();

        void add(int first, int count) {
            List<Integer> ids = IntStream.range(first, first + count).boxed().toList();
            ids.forEach(id -> orders.add(OrderRef.byOrderId("BTC", "" + id)));
        }

        @Override
        public @Nullable OrderRef poll() {
            return orders.poll();
        }

        @Override
        public int available() {
            return orders.size();
        }

        @Override
        public boolean isExhausted() {
            return false;
        }

        @Override
        public @Nullable OrderRef rest() {
            return poll();
        }

        @Override
        public void close() {}

        @Override
        public @Nullable Throwable failure() {
            return null;
        }
    }
}
