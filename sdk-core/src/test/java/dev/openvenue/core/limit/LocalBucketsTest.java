package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.PermitBucket.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket of one permit per second, stretched by a twentieth, and the permits that come from it. */
final class LocalBucketsTest {
    private static final long FREE_BEFORE = 7;

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final LocalBuckets source = new LocalBuckets(time::nanos);
    private final PermitBucket bucket =
            source.bucket("key", 1, new Quota("orders", 1, Duration.ofSeconds(1), Scope.KEY));
    private final AtomicLong freeFrom = new AtomicLong();

    @Test
    void bucketTellsWhenItsNextPermitIsFree() {
        long begin = time.nanos();
        Response first = bucket.take(time.nanos()).join();
        time.pass(Duration.ofMillis(50));
        Response second = bucket.take(time.nanos()).join();

        assertThat(source.isShared()).isFalse();
        assertThat(first.isTaken()).isTrue();
        assertThat(first.freeAt()).isEqualTo(begin + Duration.ofMillis(1050).toNanos());
        assertThat(second.isTaken()).isFalse();
        assertThat(second.freeAt()).isEqualTo(begin + Duration.ofMillis(1050).toNanos());
    }

    @Test
    void drainedBucketGivesNothingForAsLongAsItSays() {
        assertThat(bucket.drain(Duration.ofSeconds(3)).join()).isEqualTo(Duration.ofMillis(3150));

        time.pass(Duration.ofMillis(3149));
        assertThat(bucket.take(time.nanos()).join().isTaken()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(bucket.take(time.nanos()).join().isTaken()).isTrue();
    }

    @Test
    void pauseOfNothingTakesNothing() {
        assertThat(bucket.drain(Duration.ZERO).join()).isZero();
        assertThat(bucket.take(time.nanos()).join().isTaken()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 2", "0, 11, 3", "0, 14, 3", "5, 10, 1", "5, 11, 2", "10, 10, 0", "20, 10, 0"})
    void asManyPermitsAreTakenAsAPauseHolds(long wait, long pause, long permits) {
        assertThat(PermitBucket.missing(Duration.ofNanos(wait), Duration.ofNanos(pause), 5))
                .isEqualTo(permits);
    }

    @Test
    void permitIsGoodUntilItsTimeIsOver() {
        long goodUntil = time.nanos() + 10;
        Permit permit = permit(CompletableFuture.completedFuture(
                new Response(true, 9, goodUntil, () -> CompletableFuture.completedFuture(null))));

        assertThat(permit.isGood(goodUntil)).isTrue();
        assertThat(permit.isGood(goodUntil + 1)).isFalse();
        permit.learn();
        assertThat(freeFrom).hasValue(9);
    }

    @Test
    void bucketIsLeftAloneWhileAPermitIsPutBack() {
        Permit permit = permit(bucket.take(time.nanos()));

        assertThat(permit.giveBack(100)).isDone();
        assertThat(freeFrom).hasValue(100 + StoreCircuitBreaker.PATIENCE.toNanos());
        permit.returned();
        assertThat(freeFrom).hasValue(FREE_BEFORE);
        assertThat(bucket.take(time.nanos()).join().isTaken()).isTrue();
    }

    @Test
    void nothingIsTakenWithoutAPermitInTheResponse() {
        Permit failed = permit(CompletableFuture.failedFuture(new IllegalStateException("gone")));
        Permit none = permit(CompletableFuture.completedFuture(Response.none(9)));

        assertThat(permit(new CompletableFuture<>()).isTaken()).isFalse();
        assertThat(failed.isTaken()).isFalse();
        assertThat(none.isTaken()).isFalse();
        assertThat(none.giveBack(0)).isDone();
        failed.learn();
        assertThat(freeFrom).hasValue(FREE_BEFORE);
    }

    private Permit permit(CompletableFuture<Response> response) {
        return new Permit(freeFrom::set, FREE_BEFORE, response);
    }
}
