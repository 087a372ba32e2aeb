package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which calls are looked at, and when. */
final class PermitLanesTest {
    private static final long LATER = Duration.ofMinutes(1).toNanos();

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final LimitRegistry book = LimitRegistry.local(time);
    private final LimitState orders = limit("orders");
    private final LimitState candles = limit("candles");
    private final PermitLanes lanes = new PermitLanes();
    private final long now = time.nanos();

    @Test
    void callWhoseTimeIsOverIsLateAndOneWhosePermitComesInItsLastMomentIsNot() {
        hold(orders);
        PermitLane lane = new PermitLane(key(orders), 0);
        PermitRequest over = request(orders, 0, now);
        PermitRequest tooShort = request(orders, 1, now + LATER - 1);
        PermitRequest justInTime = request(orders, 2, now + LATER);
        PermitRequest patient = request(orders, 3, now + LATER + 1);
        List.of(patient, justInTime, over, tooShort).forEach(lane::add);
        lane.look();

        assertThat(lane.removeLate(now)).containsExactly(over, tooShort);
        assertThat(lane.first()).isSameAs(justInTime);
        assertThat(lane.removeLate(now)).isEmpty();
    }

    @Test
    void callWhoseTimeIsOverIsLateThoughThereIsAPermit() {
        PermitLane lane = new PermitLane(key(orders), 0);
        PermitRequest over = request(orders, 0, now);
        lane.add(over);

        assertThat(lane.removeLate(now)).containsExactly(over);
    }

    @Test
    void callsOfOneDeadlineAreAllLate() {
        PermitLane lane = new PermitLane(key(orders), 0);
        PermitRequest first = request(orders, 0, now);
        PermitRequest second = request(orders, 1, now);
        lane.add(second);
        lane.add(first);

        assertThat(lane.removeLate(now)).containsExactly(first, second);
    }

    @Test
    void lanesSleepInTheOrderOfTheirTimes() {
        hold(candles);
        PermitLane soon = new PermitLane(key(orders), 2);
        PermitLane asSoon = new PermitLane(key(orders), 3);
        PermitLane late = new PermitLane(key(candles), 1);
        List.of(soon, asSoon, late).forEach(PermitLane::look);

        assertThat(PermitLane.BY_TIME.compare(soon, asSoon)).isNegative();
        assertThat(PermitLane.BY_TIME.compare(asSoon, soon)).isPositive();
        assertThat(PermitLane.BY_TIME.compare(soon, late)).isNegative();
        assertThat(PermitLane.BY_TIME.compare(late, soon)).isPositive();
    }

    @Test
    void laneCountsItsOwnLimitsAndNamesTheFirstOfThoseThatAreFreeLast() {
        LimitState news = limit("news");
        PermitLane.Key key = new PermitLane.Key(List.of(claim(orders), claim(candles)), PermitLane.Kind.ORDINARY);

        assertThat(key.counts(candles)).isTrue();
        assertThat(key.counts(news)).isFalse();
        assertThat(key.last()).isEqualTo(claim(orders));
        hold(candles);
        assertThat(key.last()).isEqualTo(claim(candles));
    }

    @Test
    void lanesAreLookedAtInTheOrderOfTheirFirstCallsAndCancelsFirst() {
        PermitRequest second = request(orders, 2, now);
        PermitRequest first = request(candles, 1, now);
        PermitRequest cancel = new PermitRequest(
                book.queue(), new PermitLane.Key(List.of(claim(orders)), PermitLane.Kind.CANCEL), 3, now);
        List.of(second, cancel, first).forEach(lanes::add);

        assertThat(Stream.generate(lanes::next)
                        .limit(3)
                        .map(lane -> Objects.requireNonNull(lane).first()))
                .containsExactly(cancel, first, second);
    }

    @Test
    void sleepingLaneIsLookedAtAgainWhenItsLimitIsTouched() {
        hold(orders);
        lanes.add(request(orders, 0, now + 2 * LATER));
        sleepNext();

        lanes.touch(candles);
        assertThat(lanes.next()).isNull();
        assertThat(lanes.wakeAt()).isEqualTo(now + LATER);

        lanes.touch(orders);
        assertThat(lanes.wakeAt()).isNull();
        assertThat(lanes.next()).isNotNull();
    }

    @Test
    void sleepingLaneThatACallJoinsIsLookedAtOnce() {
        hold(orders);
        lanes.add(request(orders, 0, now + 2 * LATER));
        sleepNext();

        lanes.add(request(orders, 1, now + 2 * LATER));

        assertThat(lanes.wakeAt()).isNull();
        assertThat(lanes.next()).isNotNull();
        assertThat(lanes.next()).isNull();
    }

    @Test
    void sleepingLaneThatACallLeavesIsLookedAtAgain() {
        hold(orders);
        PermitRequest first = request(orders, 0, now + 2 * LATER);
        PermitRequest second = request(orders, 1, now + 2 * LATER);
        lanes.add(first);
        lanes.add(second);
        sleepNext();

        lanes.remove(first);

        assertThat(lanes.wakeAt()).isNull();
        assertThat(Objects.requireNonNull(lanes.next()).first()).isSameAs(second);
    }

    @Test
    void laneThatItsLastCallLeavesIsForgotten() {
        PermitRequest only = request(orders, 0, now);
        lanes.add(only);

        lanes.remove(only);
        lanes.remove(only);

        assertThat(lanes.next()).isNull();
        assertThat(lanes.wakeAt()).isNull();
    }

    private void sleepNext() {
        PermitLane lane = Objects.requireNonNull(lanes.next());
        lane.look();
        lanes.sleep(lane);
    }

    private void hold(LimitState limit) {
        limit.rejected(Duration.ofNanos(LATER), now, 0);
    }

    private PermitRequest request(LimitState limit, long number, long giveUpAt) {
        return new PermitRequest(book.queue(), key(limit), number, giveUpAt);
    }

    private static PermitLane.Key key(LimitState limit) {
        return new PermitLane.Key(List.of(claim(limit)), PermitLane.Kind.ORDINARY);
    }

    private static Claim claim(LimitState limit) {
        return new Claim(limit, 10);
    }

    private LimitState limit(String name) {
        return book.limit("key", new Quota(name, 10, Duration.ofSeconds(1), Scope.KEY));
    }
}
