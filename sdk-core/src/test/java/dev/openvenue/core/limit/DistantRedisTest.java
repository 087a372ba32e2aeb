package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import dev.openvenue.fixtures.DelayingProxy;
import dev.openvenue.fixtures.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A real Redis that is some way off. What it costs exactly, {@link DistantStoreTest} says; here it is shown to work at
 * all.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
final class DistantRedisTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @ValueSource(ints = {5, 20, 200})
    void everyCallGoesAndNoneTooSoon(int millis) throws Exception {
        Quota quota = new Quota("placeOrder", 10, Duration.ofSeconds(2), Scope.ACCOUNT);
        try (RedisServer redis = RedisServer.start();
                DelayingProxy proxy = new DelayingProxy(redis.port(), Duration.ofMillis(millis));
                RedisStore store = RedisStore.connect(proxy.port())) {
            LimitRegistry book =
                    LimitRegistry.shared(store.buckets(), "test", OnFailure.FAIL_CLOSED, LimitTime.system());
            List<Claim> claims = List.of(new Claim(book.limit("me", quota), quota.permits()));
            long begin = book.time().nanos();
            List<PermitRequest> queue = IntStream.range(0, 30)
                    .mapToObj(i -> book.queue().join(claims, false, LONG))
                    .toList();
            for (PermitRequest request : queue) {
                request.decided().get(1, TimeUnit.MINUTES);
            }
            Duration took = Duration.ofNanos(book.time().nanos() - begin);
            // One of the ten buckets gave three permits at least, each two seconds and a tenth after the one before.
            assertThat(took).isGreaterThan(Duration.ofMillis(4150));
            assertThat(queue).allMatch(PermitRequest::isGranted);
        }
    }
}
