package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several hosts over one store, here in one process and in virtual time. */
final class SharedCountTest {
    private final VirtualLimitTime time = new VirtualLimitTime();
    private final Store store = new Store();

    /** A store that gives every host the same bucket for a key. */
    private final class Store implements BucketSource {
        private final Map<String, PermitBucket> buckets = new HashMap<>();
        private final LocalBuckets memory = new LocalBuckets(time::nanos);

        @Override
        public PermitBucket bucket(String key, int share, Quota quota) {
            return buckets.computeIfAbsent(key, k -> memory.bucket(k, share, quota));
        }

        @Override
        public boolean isShared() {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "3, PT1S", "10, PT1S", "50, PT2S", "100, PT2S"})
    void threeHostsFlatOutStayWithinTheQuotaAndUseNineTenthsOfIt(int permits, Duration period) {
        List<SlidingWindow> hosts = List.of(host(permits, period), host(permits, period), host(permits, period));
        Random random = new Random(permits);
        List<Long> taken = new ArrayList<>();
        long end = time.nanos() + period.multipliedBy(20).toNanos();
        while (time.nanos() < end) {
            if (Takes.take(hosts.get(random.nextInt(3)), time.nanos())) {
                taken.add(time.nanos());
            }
            time.pass(Duration.ofMillis(1));
        }
        assertThat(Windows.fullest(taken, period)).isLessThanOrEqualTo(permits);
        assertThat(taken).hasSizeGreaterThanOrEqualTo(permits * 20 * 9 / 10);
    }

    @ParameterizedTest
    @CsvSource({"10, PT1S", "100, PT2S"})
    void aPauseHoldsOnEveryHost(int permits, Duration period) {
        LimitState first = limit(permits, period);
        SlidingWindow second = host(permits, period);
        first.drain(first.rejected(Duration.ofSeconds(9), time.nanos(), 0));
        time.pass(Duration.ofMillis(8999));
        assertThat(Takes.take(second, time.nanos())).isFalse();
        time.pass(period);
        assertThat(Takes.take(second, time.nanos())).isTrue();
    }

    @Test
    void aPermitIsGivenBackIfAnotherHostTookTheNextOne() {
        Quota everything = quota(1, Duration.ofMinutes(1));
        Quota candles = quota(2, Duration.ofSeconds(1));
        LimitState.Claim first = new LimitState.Claim(new LimitState(everything, "everything", store, time::nanos), 1);
        LimitState.Claim second = new LimitState.Claim(new LimitState(candles, "candles", store, time::nanos), 2);
        SlidingWindow elsewhere = new SlidingWindow(candles, "candles/all", store, time.nanos());
        assertThat(Takes.take(elsewhere, time.nanos())).isTrue();
        assertThat(Takes.take(elsewhere, time.nanos())).isTrue();

        PermitRequest request =
                new PermitQueue(time, Runnable::run).join(List.of(first, second), false, Duration.ofMinutes(9));

        assertThat(request.decided()).isNotDone();
        assertThat(Takes.take(new SlidingWindow(everything, "everything/all", store, time.nanos()), time.nanos()))
                .isTrue();
    }

    private SlidingWindow host(int permits, Duration period) {
        return new SlidingWindow(quota(permits, period), "key/all", store, time.nanos());
    }

    private LimitState limit(int permits, Duration period) {
        return new LimitState(quota(permits, period), "key", store, time::nanos);
    }

    private static Quota quota(int permits, Duration period) {
        return new Quota("placeOrder", permits, period, Scope.ACCOUNT);
    }
}
