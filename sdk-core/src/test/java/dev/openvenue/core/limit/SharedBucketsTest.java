package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.PermitBucket.Response;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * One bucket of one permit per second in a store that takes 20 ms for an operation: a permit takes two, and three more
 * if the bucket is new.
 */
final class SharedBucketsTest {
    private static final Duration OPERATION = Duration.ofMillis(20);
    private static final Quota QUOTA = new Quota("orders", 1, Duration.ofSeconds(1), Scope.ACCOUNT);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final Map<String, byte[]> entries = new HashMap<>();
    private final DistantStore store = new DistantStore(time, entries, OPERATION);
    private final StoreCircuitBreaker access = new StoreCircuitBreaker(time, "nothing is sent");
    private final PermitBucket bucket = bucket(store, access, OnFailure.FAIL_CLOSED);
    private final long begin = time.nanos();

    @Test
    void permitSaysUntilWhenItIsGoodAndWhenTheNextOneIsFree() {
        Response response = take(Duration.ofMillis(100));

        long askedAt = begin + Duration.ofMillis(60).toNanos();
        assertThat(response.isTaken()).isTrue();
        assertThat(response.goodUntil())
                .isEqualTo(askedAt + Duration.ofMillis(50).toNanos());
        assertThat(response.freeAt())
                .isEqualTo(
                        askedAt + Duration.ofMillis(1050).plusNanos(2_500_000).toNanos());
    }

    @Test
    void requestForTheNextPermitLeavesSoEarlyThatItArrivesWhenThePermitIsFree() {
        take(Duration.ofMillis(100));
        Response response = take(OPERATION);

        // The store gave its permit after 80 ms. A request comes there half of its 40 ms later, with a margin of 2.5.
        assertThat(response.isTaken()).isFalse();
        assertThat(response.freeAt())
                .isEqualTo(begin
                        + Duration.ofMillis(80 + 1050 - 20).plusNanos(2_500_000).toNanos());
    }

    @Test
    void bucketIsPreparedAgainWhenItMayHaveLeftTheStore() {
        take(Duration.ofMillis(100));
        assertThat(store.roundTrips()).isEqualTo(5);
        time.pass(Duration.ofMinutes(1).minusNanos(1));
        take(Duration.ofMillis(40));
        assertThat(store.roundTrips()).isEqualTo(7);
        time.pass(Duration.ofMinutes(1));
        take(Duration.ofMillis(60));
        assertThat(store.roundTrips()).isEqualTo(10);
    }

    @Test
    void storeThatNeedsTheLastStepIsUsed() {
        store.delay(Duration.ofMillis(320));
        take(Duration.ofMillis(5 * 320));
        time.pass(Duration.ofSeconds(9));
        assertThat(QUOTA.steps(access.latency())).isEqualTo(Quota.LAST_STEP);

        assertThat(take(Duration.ofMillis(5 * 320)).isTaken()).isTrue();
    }

    @Test
    void permitThatOnlyACheckTookGoesBack() {
        access.took(Duration.ofSeconds(1).toNanos());
        assertThat(bucket.take(time.nanos())).isCompletedExceptionally();
        time.pass(Duration.ofSeconds(1));

        DistantStore near = new DistantStore(time, entries, Duration.ZERO);
        CompletableFuture<Response> elsewhere = bucket(near, new StoreCircuitBreaker(time, ""), OnFailure.FAIL_CLOSED)
                .take(time.nanos());
        time.pass(Duration.ZERO);
        assertThat(elsewhere.join().isTaken()).isTrue();
    }

    @Test
    void permitThatGoesBackIsFreeInTheStoreAndHere() {
        PermitBucket open = bucket(store, access, OnFailure.FAIL_OPEN);
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Response> response = open.take(time.nanos());
            time.pass(Duration.ofMillis(100));
            assertThat(response.join().isTaken()).isTrue();
            assertThat(response.join().undo().get()).isNotDone();
            time.pass(Duration.ofMillis(40));
        }
        loseStore();
        assertThat(open.take(time.nanos()).join().isTaken()).isTrue();
    }

    @Test
    void whatWasTakenFromTheStoreIsMissingHereWhenItIsLost() {
        PermitBucket open = bucket(store, access, OnFailure.FAIL_OPEN);
        CompletableFuture<Response> first = open.take(time.nanos());
        time.pass(Duration.ofMillis(100));
        assertThat(first.join().isTaken()).isTrue();

        loseStore();
        Response second = open.take(time.nanos()).join();
        assertThat(second.isTaken()).isFalse();
        assertThat(second.freeAt()).isEqualTo(begin + Duration.ofMillis(1150).toNanos());
    }

    @Test
    void lostStoreEndsTheRequestWhenClosed() {
        store.delay(Duration.ofHours(1));
        CompletableFuture<Response> response = bucket.take(time.nanos());
        time.pass(Duration.ofSeconds(1));

        assertThat(response).isCompletedExceptionally();
        assertThatThrownBy(response::join)
                .cause()
                .isInstanceOf(SharedLimitsLostException.class)
                .hasMessage("the shared rate limits cannot be reached (TimeoutException)");
    }

    @Test
    void bucketThatOthersContendForIsAskedAgainAtOnce() {
        store.delay(Duration.ofHours(1));
        CompletableFuture<Response> response = bucket.take(time.nanos());
        time.pass(Duration.ofMillis(500));
        assertThat(access.ask(() -> CompletableFuture.completedFuture("here"), late -> {}))
                .isCompletedWithValue("here");
        time.pass(Duration.ofMillis(500));

        assertThat(response).isDone();
        assertThat(response.join().isTaken()).isFalse();
        assertThat(response.join().freeAt()).isEqualTo(time.nanos() + 1);
    }

    @Test
    void drainedBucketSaysForHowLongItGivesNothing() {
        assertThat(drain(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(3150));
        int before = store.roundTrips();
        assertThat(drain(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(2210));
        assertThat(store.roundTrips() - before).isEqualTo(1);
        assertThat(drain(Duration.ofSeconds(4))).isEqualTo(Duration.ofMillis(1210 + 3 * 1050));
    }

    @Test
    void pauseThatTheStoreDoesNotLearnEndsNoCall() {
        store.delay(Duration.ofHours(1));
        assertThat(drain(Duration.ofSeconds(3))).isZero();
    }

    private PermitBucket bucket(DistantStore store, StoreCircuitBreaker access, OnFailure onFailure) {
        return new SharedBuckets(new BucketStore(store), access, onFailure, new LocalBuckets(time::nanos))
                .bucket("key", 1, QUOTA);
    }

    private void loseStore() {
        CompletableFuture<?> lost =
                access.ask(() -> CompletableFuture.failedFuture(new IllegalStateException("closed")), late -> {});
        assertThat(lost).isCompletedExceptionally();
    }

    private Response take(Duration takes) {
        CompletableFuture<Response> response = bucket.take(time.nanos());
        time.pass(takes.minusNanos(1));
        assertThat(response).isNotDone();
        time.pass(Duration.ofNanos(1));
        assertThat(response).isDone();
        return response.join();
    }

    private Duration drain(Duration pause) {
        CompletableFuture<Duration> drained = bucket.drain(pause);
        time.pass(Duration.ofSeconds(1));
        assertThat(drained).isDone();
        return drained.join();
    }
}
