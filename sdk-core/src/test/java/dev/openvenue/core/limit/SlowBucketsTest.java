package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.limit.LimitState.Claim;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What the queue does while the responses of buckets are pending, and when they come. */
final class SlowBucketsTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(100);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final SlowBuckets buckets = new SlowBuckets();
    private final PermitQueue queue = new PermitQueue(time, Runnable::run);
    private final List<Claim> one = List.of(claim("one"));
    private final List<Claim> both = List.of(claim("this"), claim("that"));

    @Test
    void callMayBeSentWhenTheLastOfItsPermitsIsGranted() {
        PermitRequest request = queue.join(both, false, LONG);

        buckets.grant(0, time.nanos());
        assertThat(request.decided()).isNotDone();
        buckets.grant(1, time.nanos());
        assertThat(request.decided()).isCompletedWithValue(request);
        assertThat(request.isGranted()).isTrue();
    }

    @Test
    void callThatGotNoPermitAsksAgainWhenTheNextOneIsFree() {
        PermitRequest request = queue.join(one, false, LONG);

        buckets.deny(0, soon());
        time.pass(SOON.minusNanos(1));
        assertThat(buckets.requests()).isEqualTo(1);
        time.pass(Duration.ofNanos(1));
        assertThat(buckets.requests()).isEqualTo(2);
        buckets.grant(1, time.nanos());
        assertThat(request.isGranted()).isTrue();
    }

    @Test
    void cancelThatCameMeanwhileIsFirstWhenTheNextPermitIsFreeEarly() {
        PermitRequest order = queue.join(one, false, LONG);
        PermitRequest cancel = queue.join(one, true, LONG);

        buckets.deny(0, soon());
        time.pass(SOON);
        buckets.grant(1, time.nanos());
        assertThat(cancel.isGranted()).isTrue();
        assertThat(order.isGranted()).isFalse();
    }

    @Test
    void bucketWhoseResponseIsLateIsAskedNothingElse() {
        PermitRequest first = queue.join(one, false, LONG);
        PermitRequest second = queue.join(one, false, LONG);

        time.pass(Duration.ofSeconds(5));
        assertThat(buckets.requests()).isEqualTo(1);
        buckets.grant(0, time.nanos());
        assertThat(first.isGranted()).isTrue();
        time.pass(Duration.ofSeconds(1));
        assertThat(buckets.requests()).isEqualTo(2);
        buckets.grant(1, time.nanos());
        assertThat(second.isGranted()).isTrue();
    }

    @Test
    void permitOfACallThatLeftGoesToTheNextCallOnceItIsBack() {
        PermitRequest first = queue.join(one, false, LONG);
        PermitRequest second = queue.join(one, false, LONG);
        CompletableFuture<?> back = new CompletableFuture<>();

        first.leave();
        buckets.grant(0, time.nanos(), () -> back);
        assertThat(buckets.requests()).isEqualTo(1);
        back.complete(null);
        assertThat(buckets.requests()).isEqualTo(2);
        buckets.grant(1, time.nanos());
        assertThat(first.isGranted()).isFalse();
        assertThat(second.isGranted()).isTrue();
    }

    @Test
    void noPermitIsRequestedForACallThatLeft() {
        queue.join(one, false, LONG);
        PermitRequest second = queue.join(one, false, LONG);
        buckets.grant(0, time.nanos());

        second.leave();
        time.pass(Duration.ofSeconds(9));
        assertThat(buckets.requests()).isEqualTo(1);
    }

    @Test
    void errorWhileAPermitGoesBackEndsTheCallThatWaited() {
        PermitRequest request = queue.join(both, false, LONG);
        buckets.grant(0, time.nanos(), () -> {
            throw new IllegalStateException("closed");
        });

        buckets.deny(1, soon());
        assertThat(request.decided()).isCompletedExceptionally();
        assertThatThrownBy(() -> request.decided().join()).hasRootCauseMessage("closed");
        assertThat(request.lost())
                .extracting(PermitRequest.Lost::problem)
                .isEqualTo("the rate limiter failed (IllegalStateException)");
    }

    @Test
    void failureOfABucketEndsTheCallThatWaited() {
        PermitRequest request = queue.join(one, false, LONG);

        buckets.fail(0, new SharedLimitsLostException("cannot be reached", new TimeoutException("no response")));
        assertThat(request.decided()).isCompletedExceptionally();
        assertThatThrownBy(() -> request.decided().join()).hasRootCauseMessage("no response");
        assertThat(request.lost())
                .extracting(PermitRequest.Lost::problem)
                .isEqualTo("the shared rate limits cannot be reached, and they are set to FAIL_CLOSED;"
                        + " repair their store or choose FAIL_OPEN");
    }

    @Test
    void errorOfABucketEndsTheCallThatWaited() {
        PermitRequest request = queue.join(one, false, LONG);

        buckets.fail(0, new IllegalStateException("closed"));
        assertThat(request.decided()).isCompletedExceptionally();
        assertThat(request.lost())
                .extracting(PermitRequest.Lost::problem)
                .isEqualTo("the rate limiter failed (IllegalStateException)");
    }

    @Test
    void exceptionIsTakenOutOfThatOfAFuture() {
        Exception cause = new IllegalStateException("closed", new IllegalArgumentException("broken"));
        Exception bare = new CompletionException("without a cause", null);

        assertThat(SharedLimitsLostException.cause(new CompletionException(cause)))
                .isSameAs(cause);
        assertThat(SharedLimitsLostException.cause(cause)).isSameAs(cause);
        assertThat(SharedLimitsLostException.cause(bare)).isSameAs(bare);
    }

    @Test
    void failureOfABucketChangesNothingForACallThatLeft() {
        PermitRequest request = queue.join(one, false, LONG);
        request.leave();

        buckets.fail(0, new IllegalStateException("closed"));
        assertThat(request.lost()).isNull();
        assertThat(request.decided()).isCancelled();
    }

    private long soon() {
        return time.nanos() + SOON.toNanos();
    }

    private Claim claim(String name) {
        Quota quota = new Quota(name, 1, Duration.ofSeconds(1), Scope.ACCOUNT);
        return new Claim(new LimitState(quota, name, buckets, time::nanos), 1);
    }
}
