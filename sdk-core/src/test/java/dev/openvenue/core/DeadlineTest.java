package dev.openvenue.core;

import static dev.openvenue.core.ManualDeadlines.SHORT;
import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static dev.openvenue.core.SampleVenue.futureFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each test would hang if the deadline were not kept; in a thread of its own, for a blocked read honours no interrupt.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineTest {
    private static final String LATE = "No response from Sample to placeOrder: the deadline of 0.5 s passed"
            + " (outcome unknown: look the order up before retrying)";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    private final ManualDeadlines deadlines = new ManualDeadlines();

    @Test
    void responseThatNeverComesEndsAtTheDeadline() {
        venue.staysSilent();
        deadlines.passAfter(1, venue);

        TransportException e = failure(api().placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);

        assertThat(e).hasMessage(LATE);
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void responseThatNeverComesEndsAtTheDeadlineAsynchronously() {
        venue.staysSilent();
        deadlines.passAfter(1, venue);

        TransportException e = asyncFailure(api().placeOrder(NewOrder.BUY).with(SHORT), TransportException.class);

        assertThat(e).hasMessage(LATE);
    }

    /** In real time, of which there is enough for the request to leave, also on a busy machine. */
    @Test
    void responseThatStopsInTheMiddleEndsAtTheDeadline() {
        venue.stopsInTheMiddle("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");

        TransportException e = failure(
                venue.api().placeOrder(NewOrder.BUY).with(CallOptions.timeout(Duration.ofSeconds(3))),
                TransportException.class);

        assertThat(e).hasMessage(LATE.replace("0.5 s", "3 s"));
    }

    @Test
    void deadlineCoversAllAttempts() {
        venue.dropsTheConnection().staysSilent();
        deadlines.passAfter(2, venue);

        TransportException e = failure(api().findOrder("1").with(SHORT), TransportException.class);

        assertThat(e)
                .hasMessage("No response from Sample to findOrder: the deadline of 0.5 s passed"
                        + " (it only reads and may be retried)");
        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void callThatWaitsForItsTurnEndsAtTheDeadlineToo() {
        SampleApi api = api();
        List<CompletableFuture<?>> running = new ArrayList<>();
        for (int i = 0; i < CallThreads.PARALLEL_CALLS; i++) {
            venue.staysSilent();
            running.add(api.placeOrder(NewOrder.BUY)
                    .with(CallOptions.timeout(Duration.ofMinutes(5)))
                    .executeAsync());
        }

        CompletableFuture<?> late = api.placeOrder(NewOrder.BUY).with(SHORT).executeAsync();
        deadlines.pass();

        TransportException e = futureFailure(late, TransportException.class);
        assertThat(e).hasMessage("placeOrder did not reach Sample: the deadline of 0.5 s passed (no effect)");
        assertThat(e.effect()).isEqualTo(Effect.NONE);
        running.forEach(call -> call.cancel(true));
    }

    @Test
    void pauseThatWouldPassTheDeadlineIsNotMade() {
        venue.responds(429, "{\"code\":3001,\"msg\":\"slow down\"}", "Retry-After: 60");

        RejectedException e = failure(venue.api().findOrder("1"), RejectedException.class);

        assertThat(e.retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(venue.pauses).isEmpty();
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nothingIsSentOnceTheDeadlineHasPassed() {
        long[] nanos = {0};
        SampleApi api = venue.builder()
                .nanoTime(() -> nanos[0])
                .clock(() -> {
                    nanos[0] += 11_000_000_000L;
                    return SampleVenue.NOW;
                })
                .build()
                .api();

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(e).hasMessage("placeOrder did not reach Sample: the deadline of 10 s passed (no effect)");
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void cancellingTheFutureCancelsTheCall() throws InterruptedException {
        venue.staysSilent();
        Ended ended = new Ended();
        SampleApi api = venue.builder().httpClient(ended.client()).build().api();
        CompletableFuture<?> future = api.placeOrder(NewOrder.BUY).executeAsync();
        venue.request();

        future.cancel(true);

        assertThat(ended.await()).isTrue();
        assertThat(future).isCancelled();
    }

    @Test
    void cancellingTheFutureEndsAPause() throws InterruptedException {
        venue.responds(503, "");
        Ended ended = new Ended();
        CountDownLatch pausing = new CountDownLatch(1);
        SampleApi api = venue.builder()
                .httpClient(ended.client())
                .retryPolicy(new RetryPolicy(2, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .timeout(Duration.ofMinutes(5))
                .sleeper((pause, state) -> {
                    pausing.countDown();
                    Sleeper.REAL.sleep(pause, state);
                })
                .build()
                .api();
        CompletableFuture<?> future = api.findOrder("1").executeAsync();
        assertThat(pausing.await(SampleVenue.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();

        future.cancel(true);

        assertThat(ended.await()).isTrue();
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void interruptedPauseEndsInWhatWentBefore() {
        venue.responds(503, "");
        SampleApi api = venue.builder()
                .sleeper((pause, state) -> {
                    Thread.currentThread().interrupt();
                    Sleeper.REAL.sleep(pause, state);
                })
                .build()
                .api();

        RejectedException e = failure(api.findOrder("1"), RejectedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e.code()).isEqualTo("HTTP 503");
        assertThat(e.getSuppressed()).singleElement().isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void interruptedThreadSendsNothing() {
        SampleApi api = venue.builder().retryPolicy(RetryPolicy.none()).build().api();
        Thread.currentThread().interrupt();

        TransportException e = failure(api.placeOrder(NewOrder.BUY), TransportException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e).hasMessage("placeOrder did not reach Sample: the thread was interrupted (no effect)");
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void deadlineWithoutEndIsRejected() {
        assertThatThrownBy(() -> CallOptions.timeout(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The timeout is PT2562047788015215H30M7S; it must not be longer than 365 days");
        assertThatThrownBy(() -> SampleClient.builder().timeout(Duration.ofDays(366)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The timeout is PT8784H; it must not be longer than 365 days");
        assertThat(CallOptions.timeout(Duration.ofDays(365)).timeout()).contains(Duration.ofDays(365));
    }

    @Test
    void deadlineOfNothingIsRejected() {
        assertThatThrownBy(() -> SampleClient.builder().timeout(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The timeout is PT0S; it must be longer than nothing");
    }

    private SampleApi api() {
        return deadlines.rule(venue.builder()).build().api();
    }

    /** Tells when a call has failed for good. */
    private static final class Ended extends EventListener {
        private final CountDownLatch failed = new CountDownLatch(1);

        OkHttpClient client() {
            return new OkHttpClient.Builder().eventListener(this).build();
        }

        boolean await() throws InterruptedException {
            return failed.await(SampleVenue.PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void callFailed(Call call, IOException e) {
            failed.countDown();
        }
    }
}
