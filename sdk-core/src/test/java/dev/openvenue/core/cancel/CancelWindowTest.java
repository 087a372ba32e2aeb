package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which inputs are under way, to the nanosecond. */
final class CancelWindowTest {
    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final Live input = new Live();

    @Test
    void ordersThatFillNoCallWaitTwentyMillisecondsFromTheFirstOfThem() {
        CancelWindow window = window(100, 10);
        input.add(0, 3);
        assertThat(window.admit(5 * MILLI)).isEmpty();
        input.add(3, 2);
        assertThat(window.admit(10 * MILLI)).isEmpty();
        assertThat(window.nextDue()).isEqualTo(25 * MILLI);

        assertThat(window.admit(25 * MILLI)).hasSize(5);
        assertThat(window.nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatAFullCallLeavesWaitsFromThenOn() {
        CancelWindow window = window(100, 10);
        input.add(0, 3);
        window.admit(5 * MILLI);
        input.add(3, 9);

        assertThat(window.admit(10 * MILLI)).hasSize(10);
        assertThat(window.nextDue()).isEqualTo(30 * MILLI);
    }

    @Test
    void ordersAreTakenInOnceHalfOfTheWindowIsFree() {
        CancelWindow window = window(10, 1);
        input.add(0, 6);
        assertThat(window.admit(0)).hasSize(6);
        input.add(6, 6);
        assertThat(window.admit(1)).isEmpty();
        window.settled();
        assertThat(window.admit(2)).hasSize(5);
    }

    @Test
    void ordersThatAllFitInAreTakenInAtOnce() {
        CancelWindow window = window(10, 1);
        input.add(0, 6);
        window.admit(0);
        input.add(6, 4);
        assertThat(window.admit(1)).hasSize(4);
    }

    @Test
    void anOrderIsAnObstacleOnceItHadItsTimeAndTheOutcomesBehindItHaveNoRoom() {
        CancelWindow window = window(2, 1);
        int outcomes = CancelWindow.WAITING_OUTCOMES * 2;
        input.add(0, outcomes);
        CancelTrack first = window.admit(100).get(0);
        Duration share = Duration.ofNanos(50);
        for (int settled = 0; settled < outcomes - 2; settled++) {
            assertThat(window.obstacle(200, share)).isNull();
            settleBehind(window, first);
            window.admit(120);
        }

        assertThat(window.tracks()).hasSize(outcomes);
        assertThat(window.obstacle(149, share)).isNull();
        assertThat(window.obstacle(150, share)).isSameAs(first);
    }

    private static void settleBehind(CancelWindow window, CancelTrack first) {
        CancelTrack next = window.tracks().stream()
                .filter(track -> track != first && track.outcome() == null)
                .findFirst()
                .orElseThrow();
        next.settle(new CancelOutcome(next.ref(), Status.CANCELLED, null, null, "", null));
        window.settled();
    }

    private CancelWindow window(int room, int batch) {
        CancelRules rules = new CancelRules(true, Duration.ofSeconds(2), false);
        return new CancelWindow(input, room, batch, ref -> new CancelTrack(ref, rules, false), outcome -> {});
    }

    /** Orders that are there, and others may follow. */
    private static final class Live implements CancelInput {
        private final Queue<OrderRef> orders = new ArrayDeque<>();

        void add(int first, int count) {
            List<Integer> ids = IntStream.range(first, first + count).boxed().toList();
            ids.forEach(id -> orders.add(OrderRef.order("BTC", "" + id)));
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
