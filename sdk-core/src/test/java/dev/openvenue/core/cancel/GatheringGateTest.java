package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.CallDispatcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which calls wait while cancels are under way, and until when, to the nanosecond. */
final class GatheringGateTest {
    private static final Duration STUCK_AFTER = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Group CANCEL = group(Purpose.CANCEL, 10);
    private static final Group EVIDENCE = group(Purpose.EVIDENCE, Integer.MAX_VALUE);
    private static final Group LIST = group(Purpose.LIST, Integer.MAX_VALUE);

    private final VirtualTime time = new VirtualTime();
    private final ScriptedVenue venue = new ScriptedVenue(time, Shape.PARTITIONED, 10);
    private final CallDispatcher dispatcher = new CallDispatcher(venue.venue(), time, Duration.ofMinutes(10));
    private final CallRunner calls = new CallRunner(
            venue.venue(),
            new CallPlanner(venue.venue(), Map.of()),
            dispatcher,
            reply -> {},
            (order, next) -> {},
            orders -> {});
    private final OrderQueue queue = new OrderQueue();
    private final GatheringGate gate = new GatheringGate(queue, calls, dispatcher, STUCK_AFTER, LONGEST);

    /** A moment at which some time has passed since the start, as no run looks at the first instant. */
    private GatheringGateTest() {
        time.advance(Duration.ofSeconds(1));
    }

    @Test
    void whileNoCancelIsUnderWayEverythingMayGo() {
        assertThat(gate.isOpen(CANCEL, 1)).isTrue();
        assertThat(gate.isOpen(EVIDENCE, 100)).isTrue();
        assertThat(gate.isOpen(group(Purpose.LOOKUP, 5), 1)).isTrue();
        assertThat(gate.isOpen(LIST, 1)).isTrue();
        assertThat(gate.opensAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aCancelNeverWaitsAndAListWaitsForItsResponse() {
        cancel();

        assertThat(gate.isOpen(CANCEL, 1)).isTrue();
        assertThat(gate.isOpen(LIST, 100)).isFalse();

        dispatcher.await(Long.MAX_VALUE);

        assertThat(gate.isOpen(LIST, 100)).isTrue();
    }

    @Test
    void whileACancelIsReadyAListWaitsForIt() {
        cancel();
        dispatcher.await(Long.MAX_VALUE);
        queue.add(CANCEL, order());

        assertThat(gate.isOpen(LIST, 1)).isFalse();
        assertThat(gate.opensAt()).isEqualTo(calls.lastCancel() + STUCK_AFTER.toNanos());
    }

    @Test
    void aLookupOfOneOrAFullOneIsNoCheaperLater() {
        cancel();

        assertThat(gate.isOpen(group(Purpose.LOOKUP, 1), 1)).isTrue();
        assertThat(gate.isOpen(group(Purpose.LOOKUP, 5), 4)).isFalse();
        assertThat(gate.isOpen(group(Purpose.LOOKUP, 5), 5)).isTrue();
    }

    @Test
    void threeOrdersAreLookedAtOnceUnlessACancelIsReady() {
        cancel();
        queue.add(EVIDENCE, order());
        queue.add(EVIDENCE, order());
        queue.add(EVIDENCE, order());
        assertThat(gate.isOpen(EVIDENCE, 3)).isTrue();

        queue.add(CANCEL, order());
        assertThat(gate.isOpen(EVIDENCE, 3)).isFalse();
    }

    @Test
    void fourOrdersWaitForThoseThatMayJoinThem() {
        cancel();
        for (int i = 0; i < 4; i++) {
            queue.add(EVIDENCE, order());
        }

        assertThat(gate.isOpen(EVIDENCE, 4)).isFalse();
    }

    @Test
    void aCancelThatIsStuckHoldsNothingBack() {
        venue.latency = () -> Duration.ofMinutes(1);
        cancel();
        long stuck = dispatcher.now() + STUCK_AFTER.toNanos();
        assertThat(gate.isOpen(LIST, 1)).isFalse();
        assertThat(gate.opensAt()).isEqualTo(stuck);

        time.advance(STUCK_AFTER.minus(NANO));
        assertThat(gate.isOpen(LIST, 1)).isFalse();
        assertThat(gate.opensAt()).isEqualTo(stuck);

        time.advance(NANO);
        assertThat(gate.isOpen(LIST, 1)).isTrue();
        assertThat(gate.opensAt()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void othersThatKeepComingHoldAListBackForTheLongestTimeOnly() {
        venue.latency = () -> Duration.ofMinutes(1);
        cancel();
        long opens = dispatcher.now() + LONGEST.toNanos();
        assertThat(gate.isOpen(LIST, 1)).isFalse();
        queue.add(EVIDENCE, order());
        queue.add(EVIDENCE, order());
        queue.add(EVIDENCE, order());
        queue.add(EVIDENCE, order());
        for (int seconds = 0; seconds < 6; seconds += 2) {
            time.advance(Duration.ofSeconds(2));
            cancel();
            assertThat(gate.isOpen(LIST, 1)).isFalse();
        }
        assertThat(gate.opensAt()).isEqualTo(opens);

        time.advance(Duration.ofSeconds(1).minus(NANO));
        assertThat(gate.isOpen(LIST, 1)).isFalse();
        time.advance(NANO);
        assertThat(gate.isOpen(LIST, 1)).isTrue();
        // The list of closed orders still waits, until a cancel is stuck.
        assertThat(gate.isOpen(EVIDENCE, 4)).isFalse();
        assertThat(gate.opensAt()).isEqualTo(calls.lastCancel() + STUCK_AFTER.toNanos());
    }

    @Test
    void theTimeForWhichListsAreHeldBackBeginsAnewWithTheNextCancels() {
        cancel();
        assertThat(gate.isOpen(LIST, 1)).isFalse();
        dispatcher.await(Long.MAX_VALUE);
        assertThat(gate.isOpen(LIST, 1)).isTrue();
        time.advance(LONGEST);

        cancel();

        assertThat(gate.isOpen(LIST, 1)).isFalse();
    }

    /** Sends a cancel. */
    private void cancel() {
        calls.start(new CallBatch(CANCEL, List.of(order())));
    }

    private static OrderCancelState order() {
        return new OrderCancelState(
                OrderRef.byOrderId("BTC", "1"), new RunRules(true, Duration.ofSeconds(2), false), false);
    }

    private static Group group(Purpose purpose, int cap) {
        return new Group(purpose, "BTC", IdKind.ORDER_ID, cap);
    }
}
