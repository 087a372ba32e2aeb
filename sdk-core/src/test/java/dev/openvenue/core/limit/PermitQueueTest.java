package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PermitQueueTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final LimitRegistry book = LimitRegistry.local(time);
    private final LimitState shared = limit("methods", 10, 1);

    @Test
    void callsGoInTheOrderOfTheirArrival() {
        List<PermitRequest> queue = join(order(), false, 25);
        assertThat(granted(queue)).isEqualTo(8);
        time.pass(Duration.ofMillis(1050));
        assertThat(queue.subList(0, 16)).allMatch(PermitRequest::isGranted);
        assertThat(queue.subList(16, 25)).noneMatch(PermitRequest::isGranted);
    }

    @Test
    void aCancelOvertakesEverythingThatWaits() {
        LimitState lone = limit("lone", 1, 1);
        List<Claim> claim = List.of(new Claim(lone, 1));
        join(claim, false, 1);
        PermitRequest query = book.queue().join(claim, false, LONG);
        PermitRequest cancel = book.queue().join(claim, true, LONG);
        time.pass(Duration.ofMillis(1050));
        assertThat(cancel.isGranted()).isTrue();
        assertThat(query.isGranted()).isFalse();
    }

    @Test
    void callsThatYieldGetEverySecondPermitWhileOthersWait() {
        LimitState lone = limit("lone", 1, 1);
        List<Claim> claim = List.of(new Claim(lone, 1));
        join(claim, false, 1);
        List<PermitRequest> yielding = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            yielding.add(book.queue().join(() -> claim, PermitLane.Kind.YIELDING, LONG));
        }
        List<PermitRequest> others = join(claim, false, 3);
        List<Integer> granted = new ArrayList<>();
        for (int second = 0; second < 6; second++) {
            time.pass(Duration.ofMillis(1050));
            granted.add(granted(yielding));
        }

        // The first in the queue goes first, then the three that came while it waited; then nobody else waits.
        assertThat(granted).containsExactly(1, 1, 1, 1, 2, 3);
        assertThat(granted(others)).isEqualTo(3);
    }

    @Test
    void callThatYieldsTakesTurnsWithOneCallerWhoCallsAgainAndAgain() {
        LimitState lone = limit("lone", 1, 1);
        List<Claim> claim = List.of(new Claim(lone, 1));
        join(claim, false, 1);
        List<PermitRequest> yielding = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            yielding.add(book.queue().join(() -> claim, PermitLane.Kind.YIELDING, LONG));
        }
        int done = 0;
        PermitRequest caller = book.queue().join(claim, false, LONG);
        for (int second = 0; second < 10; second++) {
            time.pass(Duration.ofMillis(1050));
            if (caller.isGranted()) {
                done++;
                caller = book.queue().join(claim, false, LONG);
            }
        }

        assertThat(done).isEqualTo(5);
        assertThat(granted(yielding)).isEqualTo(5);
    }

    @Test
    void ordersAloneCannotUseWhatIsKeptForCancels() {
        join(order(), false, 1000);
        assertThat(granted(join(cancel(), true, 3))).isEqualTo(2);
    }

    @Test
    void cancelsAloneMayUseEverything() {
        assertThat(granted(join(cancel(), true, 12))).isEqualTo(10);
    }

    @Test
    void flatOutOrdersDoNotDelayACancelNowAndThen() {
        join(order(), false, 1000);
        for (int i = 0; i < 100; i++) {
            time.pass(Duration.ofMillis(531));
            assertThat(book.queue().join(cancel(), true, LONG).isGranted())
                    .as("cancel %d", i)
                    .isTrue();
        }
    }

    @Test
    void flatOutOrdersDelayABurstOfCancelsByLessThanAPeriod() {
        join(order(), false, 1000);
        for (int i = 0; i < 50; i++) {
            time.pass(Duration.ofMillis(2377));
            List<PermitRequest> burst = join(cancel(), true, 8);
            time.pass(Duration.ofSeconds(1));
            assertThat(granted(burst)).as("burst %d", i).isEqualTo(8);
        }
    }

    @Test
    void whatWaitsForOneLimitDoesNotStopOthers() {
        LimitState candles = limit("candles", 1, 60);
        join(List.of(new Claim(candles, 1)), false, 5);
        assertThat(granted(join(order(), false, 1))).isEqualTo(1);
    }

    @Test
    void aCallTakesAPermitOfEachLimitOrOfNone() {
        LimitState everything = limit(Quota.EVERYTHING, 5, 60);
        LimitState candles = limit("candles", 1, 60);
        join(List.of(new Claim(everything, 5), new Claim(candles, 1)), false, 5);
        assertThat(granted(join(List.of(new Claim(everything, 5)), false, 9))).isEqualTo(4);
    }

    @Test
    void aCallThatCannotGoInTimeIsToldAtOnceWhenItCould() {
        join(cancel(), true, 10);
        time.pass(Duration.ofMillis(250));
        PermitRequest request = book.queue().join(order(), false, Duration.ofMillis(799));
        assertThat(request.decided()).isCompletedWithValue(request);
        assertThat(request.isGranted()).isFalse();
        assertThat(request.late(time.nanos()).freeIn()).isEqualTo(Duration.ofMillis(800));
        assertThat(book.queue().join(order(), false, Duration.ofMillis(801)).decided())
                .isNotDone();
    }

    @Test
    void whatALateCallWasToldDoesNotChange() {
        List<Claim> claim = List.of(new Claim(limit("lone", 1, 1), 1));
        join(claim, false, 1);
        PermitRequest request = book.queue().join(claim, false, Duration.ofMillis(1));
        time.pass(Duration.ofSeconds(9));
        assertThat(request.late(time.nanos()).freeIn()).isEqualTo(Duration.ofMillis(1050));
    }

    @Test
    void aCallThatOthersAreServedBeforeGivesUpAtItsDeadline() {
        LimitState lone = limit("lone", 1, 1);
        List<Claim> claim = List.of(new Claim(lone, 1));
        join(claim, false, 2);
        PermitRequest third = book.queue().join(claim, false, Duration.ofMillis(1500));
        time.pass(Duration.ofMillis(1049));
        assertThat(third.decided()).isNotDone();
        time.pass(Duration.ofMillis(1));
        assertThat(third.late(time.nanos()).freeIn()).isEqualTo(Duration.ofMillis(1050));
    }

    @Test
    void aCallThatLeavesCostsNoPermit() {
        LimitState lone = limit("lone", 1, 1);
        List<Claim> claim = List.of(new Claim(lone, 1));
        List<PermitRequest> queue = join(claim, false, 3);
        queue.get(1).leave();
        time.pass(Duration.ofMillis(1050));
        assertThat(queue.get(2).isGranted()).isTrue();
    }

    @Test
    void aCallThatLeftIsForgottenHoweverOftenItLeaves() {
        List<Claim> claim = List.of(new Claim(limit("lone", 1, 1), 1));
        join(claim, false, 1);
        PermitRequest second = book.queue().join(claim, false, LONG);
        second.leave();
        second.leave();
        time.pass(Duration.ofMinutes(4));
        assertThat(book.size()).isZero();
    }

    @Test
    void aPermitThatIsPutBackGoesToTheNextCallAtOnce() {
        List<PermitRequest> queue = join(List.of(new Claim(limit("lone", 1, 1), 1)), false, 2);
        queue.get(0).giveBack();
        assertThat(queue.get(1).isGranted()).isTrue();
    }

    @Test
    void aPermitThatWasNotUsedForLongIsStale() {
        PermitRequest request = book.queue().join(order(), false, LONG);
        time.pass(Duration.ofMillis(50));
        assertThat(request.isStale(time.nanos())).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(request.isStale(time.nanos())).isTrue();
    }

    @Test
    void nothingGoesBeforeAPauseIsOver() {
        shared.rejected(Duration.ofSeconds(7), time.nanos(), 0);
        PermitRequest cancel = book.queue().join(cancel(), true, LONG);
        time.pass(Duration.ofMillis(6999));
        assertThat(cancel.decided()).isNotDone();
        time.pass(Duration.ofMillis(1));
        assertThat(cancel.isGranted()).isTrue();
    }

    private LimitState limit(String name, int permits, int seconds) {
        return book.limit("test:account:none", new Quota(name, permits, Duration.ofSeconds(seconds), Scope.ACCOUNT));
    }

    private List<Claim> order() {
        return List.of(new Claim(shared, 8));
    }

    private List<Claim> cancel() {
        return List.of(new Claim(shared, 10));
    }

    private List<PermitRequest> join(List<Claim> claims, boolean cancels, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> book.queue().join(claims, cancels, LONG))
                .toList();
    }

    private static int granted(List<PermitRequest> queue) {
        return (int)
                new ArrayList<>(queue).stream().filter(PermitRequest::isGranted).count();
    }
}
