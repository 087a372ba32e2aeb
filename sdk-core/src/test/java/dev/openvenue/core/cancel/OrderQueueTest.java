package dev.openvenue.core.cancel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Purpose;
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

        assertThat(queue.next(4, true)).isNull();
        assertThat(requireNonNull(queue.next(5, true)).orders()).isEqualTo(orders);
        assertThat(queue.isEmpty()).isTrue();
    }
}
