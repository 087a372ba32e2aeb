package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A connection can die without a word, and then looks like a venue that is slow. */
@org.junit.jupiter.api.parallel.Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadConnectionTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";
    private static final CallOptions LONG = CallOptions.timeout(Duration.ofMinutes(5));

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    private SilentProxy proxy;

    @BeforeEach
    void standBetween() throws IOException {
        proxy = new SilentProxy(venue.server.getPort());
    }

    @AfterEach
    void goAway() throws IOException {
        proxy.close();
    }

    @Test
    void pingsFindOutThatAnHttp2ConnectionIsDeadAndTheNextCallOpensAnother() {
        venue.server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        venue.responds(PLACED).responds(PLACED);
        OkHttpClient http2 = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .readTimeout(Duration.ZERO)
                .build();
        SampleApi api = venue.builder()
                .baseUrl(proxy.url())
                .httpClient(http2)
                .pingInterval(Duration.ofSeconds(2))
                .build()
                .api();
        api.placeOrder(NewOrder.BUY).execute();
        proxy.forget(() -> {});

        TransportException e = failure(api.placeOrder(NewOrder.BUY).with(LONG), TransportException.class);

        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(api.placeOrder(NewOrder.BUY).with(LONG).execute().orderId()).isEqualTo("1");
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void afterASilenceIdleConnectionsOfHttp1AreNotTrustedEither() {
        ManualDeadlines deadlines = new ManualDeadlines();
        SampleApi api =
                deadlines.rule(venue.builder()).baseUrl(proxy.url()).build().api();
        twoConnections(api);
        proxy.forget(deadlines::pass);

        TransportException e =
                failure(api.placeOrder(NewOrder.BUY).with(ManualDeadlines.SHORT), TransportException.class);

        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(api.placeOrder(NewOrder.BUY).with(LONG).execute().orderId()).isEqualTo("1");
        assertThat(proxy.connections()).isEqualTo(3);
    }

    @Test
    void everyClientPingsAndAGivenOneAsOftenAsItWasTold() {
        CallThreads threads = new CallThreads("sample", null, () -> {});
        OkHttpClient told =
                new OkHttpClient.Builder().pingInterval(Duration.ofSeconds(7)).build();

        assertThat(pingInterval(HttpClients.own(), threads)).isEqualTo(2000);
        assertThat(pingInterval(new OkHttpClient(), threads)).isEqualTo(2000);
        assertThat(pingInterval(told, threads)).isEqualTo(7000);
    }

    private static int pingInterval(OkHttpClient base, CallThreads threads) {
        return HttpClients.withRules(base, Duration.ofSeconds(2), threads, List.of(), chain -> null)
                .pingIntervalMillis();
    }

    /** Two calls at a time, so that each needs a connection: the server responses neither before both are there. */
    private void twoConnections(SampleApi api) {
        CountDownLatch both = new CountDownLatch(2);
        venue.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                both.countDown();
                both.await();
                return new MockResponse.Builder().body(PLACED).build();
            }
        });
        CompletableFuture<?> one = api.placeOrder(NewOrder.BUY).with(LONG).executeAsync();
        CompletableFuture<?> other = api.placeOrder(NewOrder.BUY).with(LONG).executeAsync();
        CompletableFuture.allOf(one, other).join();
    }
}
