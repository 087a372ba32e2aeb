package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.SampleApi.Order;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever ends the future of a call ends the call. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndedFutureTest {
    private static final CallOptions LONG = CallOptions.timeout(Duration.ofMinutes(5));

    private static final Map<String, Consumer<CompletableFuture<Order>>> ENDS = Map.of(
            "cancel", future -> future.cancel(true),
            "complete", future -> future.complete(new Order("0", null, null)),
            "completeExceptionally", future -> future.completeExceptionally(new IllegalStateException("enough")),
            "orTimeout", future -> future.orTimeout(1, TimeUnit.MILLISECONDS),
            "completeOnTimeout",
                    future -> future.completeOnTimeout(new Order("0", null, null), 1, TimeUnit.MILLISECONDS),
            "completeAsync", future -> future.completeAsync(() -> new Order("0", null, null)),
            "obtrudeValue", future -> future.obtrudeValue(new Order("0", null, null)),
            "obtrudeException", future -> future.obtrudeException(new IllegalStateException("enough")));

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    private final CountDownLatch failed = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cancel",
                "complete",
                "completeExceptionally",
                "orTimeout",
                "completeOnTimeout",
                "completeAsync",
                "obtrudeValue",
                "obtrudeException"
            })
    void callOnTheWireEnds(String how) throws InterruptedException {
        venue.staysSilent();
        CompletableFuture<Order> future =
                watched().build().api().placeOrder(NewOrder.BUY).with(LONG).executeAsync();
        venue.request();

        Objects.requireNonNull(ENDS.get(how)).accept(future);

        assertThat(failed.await(SampleVenue.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "complete", "completeExceptionally", "orTimeout", "completeOnTimeout"})
    void pauseEndsAndNothingIsRetried(String how) throws InterruptedException {
        venue.responds(503, "");
        CountDownLatch pausing = new CountDownLatch(1);
        SampleApi api = watched()
                .retryPolicy(new RetryPolicy(2, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .sleeper((pause, state) -> {
                    pausing.countDown();
                    Sleeper.REAL.sleep(pause, state);
                })
                .build()
                .api();
        CompletableFuture<Order> future = api.findOrder("1").with(LONG).executeAsync();
        pausing.await();

        Objects.requireNonNull(ENDS.get(how)).accept(future);

        assertThat(failed.await(SampleVenue.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void callEndsBeforeThoseWhoWaitForItsFutureHearOfIt() throws InterruptedException {
        venue.staysSilent();
        CompletableFuture<Order> future =
                watched().build().api().placeOrder(NewOrder.BUY).with(LONG).executeAsync();
        CompletableFuture<Boolean> heard = future.thenApply(order -> awaitFailed());
        venue.request();

        future.complete(new Order("0", null, null));

        assertThat(heard.join()).isTrue();
    }

    @Test
    void callThatSucceededIsNotCancelledAfterwards() {
        venue.responds("{\"code\":0,\"data\":{\"orderId\":\"1\"}}");
        CountDownLatch cancelled = new CountDownLatch(1);
        OkHttpClient given = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void canceled(Call call) {
                        cancelled.countDown();
                    }
                })
                .build();

        venue.builder()
                .httpClient(given)
                .build()
                .api()
                .placeOrder(NewOrder.BUY)
                .executeAsync()
                .join();

        assertThat(cancelled.getCount()).isEqualTo(1);
    }

    @Test
    void thoseWhoWaitHearOfADeadlineOnAThreadOfTheClients() {
        venue.staysSilent();
        CompletableFuture<String> thread = venue.api()
                .placeOrder(NewOrder.BUY)
                .with(CallOptions.timeout(Duration.ofMillis(200)))
                .executeAsync()
                .handle((order, failure) -> Thread.currentThread().getName());

        assertThat(thread.join()).startsWith("openvenue-sample-");
    }

    @Test
    void lookUpEndsWithTheCallThatNeedsIt() throws InterruptedException {
        venue.dropsTheConnection().staysSilent();
        CountDownLatch bothFailed = new CountDownLatch(2);
        SampleApi api =
                venue.builder().httpClient(listening(bothFailed)).build().api();
        CompletableFuture<Order> future = api.placeOrderUnlessKnown(NewOrder.BUY.withClientOid("c1"))
                .with(LONG)
                .executeAsync();
        venue.request();
        venue.request();

        future.cancel(true);

        assertThat(bothFailed.await(SampleVenue.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
    }

    private boolean awaitFailed() {
        try {
            return failed.await(SampleVenue.PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private VenueClientBuilder<SampleClient> watched() {
        return venue.builder().httpClient(listening(failed));
    }

    private static OkHttpClient listening(CountDownLatch failed) {
        return new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void callFailed(Call call, IOException e) {
                        failed.countDown();
                    }
                })
                .build();
    }
}
