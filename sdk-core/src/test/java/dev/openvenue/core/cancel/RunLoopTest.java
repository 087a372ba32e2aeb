package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When a run wakes up, and what it does then. */
final class RunLoopTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 10);

    /** The orders become due before the pause is over, and everything else arrives within it. */
    @Test
    void ordersThatBecomeDueWhileAllCallsPauseGoAfterThePause() {
        latencies(10, 10, 11, 70, 80);
        busy("lookupOne", 2);

        CancelReport report = venue.batchCancel().cancel(byClientId(4));

        assertThat(report.counts()).containsEntry(Status.CANCELLED, 4L);
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    private void busy(String operation, int times) {
        for (int i = 0; i < times; i++) {
            venue.fault(operation, ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, null));
        }
    }

    /** How many milliseconds the first calls take; the others take 10. */
    private void latencies(int... millis) {
        Deque<Integer> first = new ArrayDeque<>(IntStream.of(millis).boxed().toList());
        venue.latency = () -> Duration.ofMillis(first.isEmpty() ? 10 : first.remove());
    }

    /** Places orders, to be looked up one by one. */
    private List<OrderRef> byClientId(int count) {
        return Stream.of(BatchCancelTest.place(venue, count).toArray(OrderRef[]::new))
                .map(ref -> OrderRef.byClientOrderId("BTC", "c" + ref.id()))
                .toList();
    }
}
