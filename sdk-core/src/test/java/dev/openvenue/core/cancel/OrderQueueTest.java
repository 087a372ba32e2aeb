package dev.openvenue.core.cancel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who goes next. */
final class OrderQueueTest {
    private static final Group GROUP = new Group(Purpose.CANCEL, "BTC", IdKind.ORDER_ID, 10);

    private final OrderQueue queue = new OrderQueue();

    @Test
    void ordersThatAreDueTogetherGoInTheOrderInWhichTheyCame() {
        List<OrderCancelState> orders = IntStream.range(0, 9)
                .mapToObj(i -> new OrderCancelState(
                        OrderRef.byOrderId("BTC", "" + i), new RunRules(true, Duration.ofSeconds(2), false), false))
                .toList();
        orders.forEach(order -> queue.add(GROUP, order, 5));

        assertThat(queue.next(4, (group, size) -> true)).isNull();
        assertThat(requireNonNull(queue.next(5, (group, size) -> true)).orders())
                .isEqualTo(orders);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void orderInDoubtIsLookedUpBeforeThoseWhoseCancelWasTaken() {
        Group lookups = new Group(Purpose.LOOKUP, "BTC", IdKind.ORDER_ID, 10);
        OrderCancelState taken = order("1");
        taken.responded(new Accepted(null), 1, 0);
        OrderCancelState doubtful = order("2");

        queue.add(lookups, taken);
        queue.add(lookups, doubtful);

        assertThat(requireNonNull(queue.next(0, (group, size) -> true)).orders())
                .containsExactly(doubtful, taken);
    }

    @Test
    void ordersThatAreHeldBackLetOthersGo() {
        Group lists = new Group(Purpose.LIST, "BTC", IdKind.ORDER_ID, 10);
        queue.add(GROUP, order("1"));
        queue.add(lists, order("2"));

        assertThat(requireNonNull(queue.next(0, (group, size) -> group.equals(lists)))
                        .group())
                .isEqualTo(lists);
        assertThat(queue.waiting(Purpose.CANCEL, 0)).isEqualTo(1);
        assertThat(queue.waiting(Purpose.LIST, 0)).isZero();
    }

    @Test
    void ordersThatWaitForLaterCountForTheirOwnPurposeOnly() {
        queue.add(GROUP, order("1"), 7);

        assertThat(queue.waiting(Purpose.LIST, 0)).isZero();
        assertThat(queue.waiting(Purpose.CANCEL, 0)).isEqualTo(1);
        assertThat(queue.ready(Purpose.CANCEL, 6)).isZero();
        assertThat(queue.nextDue()).isEqualTo(7);
        assertThat(queue.ready(Purpose.CANCEL, 7)).isEqualTo(1);
        assertThat(queue.nextDue()).isEqualTo(Long.MAX_VALUE);
    }

    private static OrderCancelState order(String id) {
        return new OrderCancelState(
                OrderRef.byOrderId("BTC", id), new RunRules(true, Duration.ofSeconds(2), false), false);
    }
}
