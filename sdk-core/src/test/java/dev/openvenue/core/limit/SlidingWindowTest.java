package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.PermitBucket.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlidingWindowTest {
    private final VirtualLimitTime time = new VirtualLimitTime();

    @ParameterizedTest
    @CsvSource({"1, PT1S", "3, PT1S", "10, PT1S", "20, PT1S", "50, PT2S", "100, PT2S", "1000, PT1M", "4500, PT5M"})
    void noWindowHoldsMoreThanTheQuota(int permits, Duration period) {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            List<Long> sent = randomTraffic(allowance(permits, period), random, permits, period);
            assertThat(Windows.fullest(sent, period)).as("seed %d", seed).isLessThanOrEqualTo(permits);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "3, PT1S", "10, PT1S", "20, PT1S", "50, PT2S", "100, PT2S", "1000, PT1M"})
    void requestsMayBeUnderWayForDifferentTimes(int permits, Duration period) {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            ToLongFunction<Long> travel = at -> at + random.nextLong(period.toNanos() / 20);
            List<Long> sent = randomTraffic(allowance(permits, period), random, permits, period);
            List<Long> arrived = sent.stream().map(travel::applyAsLong).sorted().toList();
            assertThat(Windows.fullest(arrived, period)).as("seed %d", seed).isLessThanOrEqualTo(permits);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "3, PT1S", "10, PT1S", "20, PT1S", "50, PT2S", "100, PT2S", "1000, PT1M"})
    void nineTenthsOfTheQuotaCanBeUsed(int permits, Duration period) {
        SlidingWindow allowance = allowance(permits, period);
        Duration lateness = Duration.ofMillis(2);
        long begin = time.nanos();
        int taken = 0;
        while (time.nanos() - begin < period.multipliedBy(20).toNanos()) {
            if (Takes.take(allowance, time.nanos())) {
                taken++;
            } else {
                time.pass(Duration.ofNanos(allowance.freeAt() - time.nanos()).plus(lateness));
            }
        }
        assertThat(taken).isGreaterThanOrEqualTo(permits * 20 * 9 / 10);
    }

    @Test
    void aBurstAfterQuietTimeGoesAtOnce() {
        SlidingWindow allowance = allowance(10, Duration.ofSeconds(1));
        takeAll(allowance);
        time.pass(Duration.ofMinutes(1));
        assertThat(takeAll(allowance)).isEqualTo(10);
    }

    @Test
    void aPermitThatIsGivenBackCanBeTakenAgain() {
        SlidingWindow allowance = allowance(1, Duration.ofSeconds(1));
        Permit permit = allowance.ask(time.nanos());
        assertThat(permit.isTaken()).isTrue();
        assertThat(permit.giveBack(time.nanos())).isDone();
        permit.returned();
        assertThat(takeAll(allowance)).isEqualTo(1);
    }

    @Test
    void aDrainedAllowanceGivesNothingUntilThePauseIsOver() {
        SlidingWindow allowance = allowance(10, Duration.ofSeconds(1));
        long begin = time.nanos();
        allowance.drain(Duration.ofSeconds(30), begin);
        assertThat(allowance.freeAt() - begin)
                .isBetween(
                        Duration.ofSeconds(30).toNanos(),
                        Duration.ofMillis(31_050).toNanos());
        time.pass(Duration.ofMillis(29_999));
        assertThat(takeAll(allowance)).isZero();
        time.pass(Duration.ofMillis(1_051));
        assertThat(takeAll(allowance)).isEqualTo(10);
    }

    @Test
    void pausesOfSeveralHostsDoNotAddUp() {
        SlidingWindow allowance = allowance(10, Duration.ofSeconds(1));
        allowance.drain(Duration.ofSeconds(5), time.nanos());
        allowance.drain(Duration.ofSeconds(5), time.nanos());
        time.pass(Duration.ofMillis(6_051));
        assertThat(takeAll(allowance)).isEqualTo(10);
    }

    @Test
    void hostsThatShareBucketsAskThemInOrdersOfTheirOwn() {
        List<String> alone = asked(false);

        assertThat(alone).isEqualTo(asked(false)).hasSize(20);
        assertThat(asked(true)).isNotEqualTo(asked(true)).containsExactlyInAnyOrderElementsOf(alone);
    }

    /** The buckets that a new window asks for its first permits. */
    private List<String> asked(boolean shared) {
        Quota quota = new Quota("placeOrder", 20, Duration.ofSeconds(1), Scope.ACCOUNT);
        Watched source = new Watched(new ArrayList<>(), shared);
        SlidingWindow window = new SlidingWindow(quota, "key", source, time.nanos());
        for (int i = 0; i < 20; i++) {
            window.ask(time.nanos()).learn();
        }
        return source.asked();
    }

    /** Empty buckets that record who was asked. */
    private record Watched(List<String> asked, boolean isShared) implements BucketSource {
        @Override
        public PermitBucket bucket(String key, int share, Quota quota) {
            return new PermitBucket() {
                @Override
                public CompletableFuture<Response> take(long now) {
                    asked.add(key);
                    return CompletableFuture.completedFuture(Response.none(Long.MAX_VALUE));
                }

                @Override
                public CompletableFuture<Duration> drain(Duration pause) {
                    return CompletableFuture.completedFuture(pause);
                }
            };
        }
    }

    private SlidingWindow allowance(int permits, Duration period) {
        Quota quota = new Quota("placeOrder", permits, period, Scope.ACCOUNT);
        return new SlidingWindow(quota, "key", new LocalBuckets(time::nanos), time.nanos());
    }

    private int takeAll(SlidingWindow allowance) {
        int taken = 0;
        while (Takes.take(allowance, time.nanos())) {
            taken++;
        }
        return taken;
    }

    /** Takes permits in bursts and trickles, with quiet times between. */
    private List<Long> randomTraffic(SlidingWindow allowance, Random random, int permits, Duration period) {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            for (int wish = random.nextInt(permits + 2); wish > 0 && Takes.take(allowance, time.nanos()); wish--) {
                taken.add(time.nanos());
            }
            long most =
                    random.nextInt(10) == 0 ? period.toNanos() * 2 : period.toNanos() / (1 + random.nextInt(permits));
            time.pass(Duration.ofNanos(random.nextLong(most)));
        }
        return taken;
    }
}
