package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.Observation.View;
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

    @Test
    void listsThatManyOrdersWaitForAreReadAtTheSameMoments() {
        venue.description = Descriptions.lookups(venue.description, List.of());
        latencies(10, 140, 150);

        venue.batchCancel().cancel(BatchCancelTest.place(venue, 1));

        // Of the three seconds of a proof a list takes a quarter, and of that a fifth is a moment.
        assertThat(gaps("open")).startsWith(890L, 900L, 900L);
    }

    @Test
    void whatTheListsProvedIsSaidEvenIfTheLastLookupNeverEnds() {
        for (int look = 0; look < 3; look++) {
            venue.fault("lookup", ScriptedFault.responds(List.of()));
        }
        venue.latency = () -> venue.calls("lookup").size() > 3 ? Duration.ofMinutes(5) : Duration.ofMillis(10);

        CancelOutcome outcome = venue.batchCancel()
                .cancel(BatchCancelTest.place(venue, 1))
                .outcomes()
                .get(0);

        assertThat(venue.calls("lookup")).hasSizeGreaterThan(3);
        assertThat(outcome.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(outcome.message()).isEqualTo("The venue knows no such order");
    }

    @Test
    void theOrderThatShowsWhetherAListIsTheRightOneIsNotSoughtInIt() {
        ScriptedVenue other = new ScriptedVenue(new VirtualTime(), Shape.STOPS_AT_FIRST_FAILURE, 100);
        // The list arrives long before the lookup.
        Deque<Integer> first = new ArrayDeque<>(List.of(10, 500));
        other.latency = () -> Duration.ofMillis(first.isEmpty() ? 10 : first.remove());
        int many = CallPlanner.LOOKUPS_BESIDE_OPEN_LIST + 1;
        List<OrderRef> refs = BatchCancelTest.place(other, many).stream()
                .map(ref -> OrderRef.byClientOrderId("BTC", "c" + ref.id()))
                .toList();

        CancelOutcome control = other.batchCancel().cancel(refs).outcomes().get(0);

        assertThat(control.proof()).extracting(Observation::view).containsExactly(View.CANCEL, View.LOOKUP);
        assertThat(other.received.get(1).operation()).isEqualTo("lookupOne");
        assertThat(other.calls("lookupOne")).hasSize(1);
    }

    /** Milliseconds between the calls of an operation. */
    private List<Long> gaps(String operation) {
        return BatchCancelVerificationTest.gapsInMillis(venue.calls(operation));
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
