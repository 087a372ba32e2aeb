package dev.openvenue.core.cancel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import dev.openvenue.core.cancel.CancelWork.Group;
import dev.openvenue.core.cancel.CancelWork.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who goes next. */
final class CancelQueueTest {
    private static final Group GROUP = new Group(Purpose.CANCEL, "BTC", IdKind.ORDER_ID, 10);

    private final CancelQueue queue = new CancelQueue();

    @Test
    void ordersThatAreDueTogetherGoInTheOrderInWhichTheyCame() {
        List<CancelTrack> tracks = IntStream.range(0, 9)
                .mapToObj(i -> new CancelTrack(
                        OrderRef.order("BTC", "" + i), new CancelRules(true, Duration.ofSeconds(2), false), false))
                .toList();
        tracks.forEach(track -> queue.add(GROUP, track, 5));

        assertThat(queue.next(4)).isNull();
        assertThat(requireNonNull(queue.next(5)).tracks()).isEqualTo(tracks);
        assertThat(queue.isEmpty()).isTrue();
    }
}
