package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitStateTest {
    private final VirtualLimitTime time = new VirtualLimitTime();
    private final LimitState limit = new LimitState(
            new Quota("placeOrder", 10, Duration.ofSeconds(1), Scope.ACCOUNT),
            "key",
            new LocalBuckets(time::nanos),
            time::nanos);

    @Test
    void rejectionsWithoutATimeDoubleThePause() {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pauses.add(limit.rejected(null, time.nanos(), 0));
            time.pass(Duration.ofMinutes(2));
        }
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void chanceMakesThePauseUpToHalfAsLongAgain() {
        assertThat(limit.rejected(null, time.nanos(), 1)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void requestsThatWereRejectedTogetherCountOnce() {
        long together = time.nanos();
        time.pass(Duration.ofMillis(30));
        limit.rejected(null, together, 0);
        assertThat(limit.rejected(null, together, 0)).isEqualTo(Duration.ZERO);
        time.pass(Duration.ofMinutes(1));
        assertThat(limit.rejected(null, time.nanos(), 0)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRequestThatTheVenueTookEndsTheDoubling() {
        limit.rejected(null, time.nanos(), 0);
        time.pass(Duration.ofSeconds(2));
        limit.accepted(time.nanos());
        assertThat(limit.rejected(null, time.nanos(), 0)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aRequestThatWasSentBeforeTheRejectionDoesNotEndTheDoubling() {
        long before = time.nanos();
        time.pass(Duration.ofMillis(30));
        limit.rejected(null, time.nanos(), 0);
        limit.accepted(before);
        assertThat(limit.rejected(null, time.nanos(), 0)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aRequestThatWasSentInTheMomentOfTheRejectionEndsTheDoubling() {
        limit.rejected(null, time.nanos(), 0);
        limit.accepted(time.nanos());
        assertThat(limit.rejected(null, time.nanos(), 0)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theVenuesOwnTimeIsObeyed() {
        limit.rejected(Duration.ofMinutes(5), time.nanos(), 0);
        time.pass(Duration.ofMillis(299_999));
        assertThat(limit.isHeld(time.nanos())).isTrue();
        time.pass(Duration.ofMillis(1));
        assertThat(limit.isHeld(time.nanos())).isFalse();
    }

    @Test
    void nobodyIsHeldForYears() {
        assertThat(limit.rejected(Duration.ofSeconds(999_999_999), time.nanos(), 0))
                .isEqualTo(Duration.ofMinutes(5));
        time.pass(Duration.ofMinutes(5));
        assertThat(limit.isHeld(time.nanos())).isFalse();
    }

    @Test
    void aShorterPauseDoesNotEndALongerOne() {
        limit.rejected(Duration.ofSeconds(9), time.nanos(), 0);
        limit.rejected(Duration.ofSeconds(1), time.nanos(), 0);
        time.pass(Duration.ofMillis(8_999));
        assertThat(limit.isHeld(time.nanos())).isTrue();
    }

    @Test
    void nothingLeftIsNewsIfTheRequestsWereNotOurs() {
        take(7);
        assertThat(limit.nothingLeft(Duration.ofMillis(400))).isEqualTo(Duration.ofMillis(400));
        assertThat(limit.isHeld(time.nanos())).isTrue();
    }

    @Test
    void nothingLeftIsNoNewsIfTheRequestsWereOurs() {
        take(8);
        assertThat(limit.nothingLeft(Duration.ofMillis(400))).isEqualTo(Duration.ZERO);
        assertThat(limit.isHeld(time.nanos())).isFalse();
    }

    @Test
    void nothingLeftPausesForOnePeriodAtMost() {
        assertThat(limit.nothingLeft(Duration.ofHours(9))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLimitIsIdleAfterTwoMinutesWithoutUse() {
        limit.touch(time.nanos());
        time.pass(Duration.ofMillis(119_999));
        assertThat(limit.isIdle(time.nanos())).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(limit.isIdle(time.nanos())).isTrue();
    }

    @Test
    void aLimitOfALongPeriodIsIdleAfterTwoOfThem() {
        LimitState rare = new LimitState(
                new Quota("rare", 1, Duration.ofMinutes(5), Scope.KEY),
                "key",
                new LocalBuckets(time::nanos),
                time::nanos);
        time.pass(Duration.ofMillis(599_999));
        assertThat(rare.isIdle(time.nanos())).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(rare.isIdle(time.nanos())).isTrue();
    }

    @Test
    void aLimitThatACallWaitsForIsNotIdleUntilLongAfterIt() {
        limit.enter();
        time.pass(Duration.ofHours(1));
        assertThat(limit.isIdle(time.nanos())).isFalse();
        limit.exit(time.nanos());
        assertThat(limit.isIdle(time.nanos())).isFalse();
        time.pass(Duration.ofMinutes(2));
        assertThat(limit.isIdle(time.nanos())).isTrue();
    }

    @Test
    void aClaimTellsWhatIsKeptForCancels() {
        assertThat(new LimitState.Claim(limit, 10)).hasToString("10 requests per 1 s and account for placeOrder");
        assertThat(new LimitState.Claim(limit, 8))
                .hasToString("10 requests per 1 s and account for placeOrder, 2 of them kept for cancels");
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(Takes.take(new LimitState.Claim(limit, 10).allowances().get(0), time.nanos()))
                    .isTrue();
        }
    }
}
