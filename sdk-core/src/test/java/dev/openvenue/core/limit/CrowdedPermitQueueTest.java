package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many callers, and what they may not do to one another. */
final class CrowdedPermitQueueTest {
    private static final Duration LONG = Duration.ofHours(9);
    private static final Quota ORDERS = new Quota("orders", 10, Duration.ofSeconds(1), Scope.ACCOUNT);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private int questions;
    private int errors;

    /** Counts what buckets are asked, and fails when it is told to. */
    private final class Watched implements BucketSource {
        private final BucketSource memory = new LocalBuckets(time::nanos);

        @Override
        public PermitBucket bucket(String key, int share, Quota quota) {
            PermitBucket bucket = memory.bucket(key, share, quota);
            return new PermitBucket() {
                @Override
                public CompletableFuture<Response> take(long now) {
                    questions++;
                    if (errors-- > 0) {
                        throw new StackOverflowError();
                    }
                    return bucket.take(now);
                }

                @Override
                public CompletableFuture<Duration> drain(Duration pause) {
                    return bucket.drain(pause);
                }
            };
        }

        @Override
        public boolean isShared() {
            return false;
        }
    }

    @Test
    void theCostOfACallDoesNotGrowWithTheQueue() {
        PermitQueue queue = new PermitQueue(time, Runnable::run);
        LimitState limit = new LimitState(ORDERS, "orders", new Watched(), time::nanos);
        List<PermitRequest> waiting = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            waiting.add(queue.join(List.of(new Claim(limit, 8)), false, LONG));
        }
        assertThat(waiting.stream().filter(PermitRequest::isGranted)).hasSize(8);
        time.pass(Duration.ofMinutes(30));
        assertThat(waiting).allMatch(PermitRequest::isGranted);
        // A permit of each of the two allowances for every call, and nothing in vain but a rounding now and then.
        assertThat(questions).isBetween(20_000, 25_000);
    }

    @Test
    void anErrorEndsOneCallAndNotTheLimits() {
        PermitQueue queue = new PermitQueue(time, Runnable::run);
        List<Claim> claims = List.of(new Claim(new LimitState(ORDERS, "orders", new Watched(), time::nanos), 10));
        errors = 1;
        PermitRequest first = queue.join(claims, false, LONG);
        assertThat(first.decided()).isCompletedExceptionally();
        assertThat(first.lost())
                .extracting(PermitRequest.Lost::problem)
                .isEqualTo("the rate limiter failed (StackOverflowError)");
        assertThat(queue.join(claims, false, LONG).isGranted()).isTrue();
    }

    @Test
    void whatDependsOnADecisionRunsElsewhere() {
        Queue<Runnable> elsewhere = new ArrayDeque<>();
        PermitQueue queue = new PermitQueue(time, elsewhere::add);
        List<Claim> claims = List.of(new Claim(new LimitState(ORDERS, "orders", new Watched(), time::nanos), 10));
        List<PermitRequest> all = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            all.add(queue.join(claims, false, LONG));
        }
        PermitRequest last = all.get(10);
        time.pass(Duration.ofSeconds(2));
        assertThat(last.isGranted()).isTrue();
        assertThat(last.decided()).isNotDone();
        elsewhere.remove().run();
        assertThat(last.decided()).isCompletedWithValue(last);
    }

    @Test
    void patienceMayBeEndless() {
        PermitQueue queue = new PermitQueue(time, Runnable::run);
        List<Claim> claims = List.of(new Claim(new LimitState(ORDERS, "orders", new Watched(), time::nanos), 10));
        assertThat(queue.join(claims, false, Duration.ofSeconds(Long.MAX_VALUE)).isGranted())
                .isTrue();
    }
}
