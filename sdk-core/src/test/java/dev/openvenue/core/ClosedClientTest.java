package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.SampleApi.Order;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** Closed means closed, and what is on its way comes to its end. */
@Isolated("it waits until no thread of a client is left in this process")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosedClientTest {
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";
    private static final String CLOSED =
            "placeOrder was not sent to Sample: the client was closed; build a new client; nothing was sent";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void everyCallFailsAtOnce() {
        SampleClient client = venue.builder().build();
        client.close();

        NotSentException e = failure(client.api().placeOrder(NewOrder.BUY), NotSentException.class);
        NotSentException async = asyncFailure(client.api().placeOrder(NewOrder.BUY), NotSentException.class);

        assertThat(e).hasMessage(CLOSED);
        assertThat(e.isClientClosed()).isTrue();
        assertThat(async).hasMessage(CLOSED);
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    @Timeout(60)
    void itsThreadsEnd() throws InterruptedException {
        venue.responds(PLACED);
        SampleClient client = venue.builder().build();
        client.api().placeOrder(NewOrder.BUY).executeAsync().join();

        client.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("openvenue-sample-")
                    || thread.getName().startsWith("openvenue-rate-limits-")) {
                thread.join();
            }
        }
    }

    @Test
    void callsFailTooWhenTheGivenClientWasShutDown() {
        OkHttpClient given = new OkHttpClient();
        SampleClient client = venue.builder().httpClient(given).build();
        given.dispatcher().executorService().shutdown();

        NotSentException e = failure(client.api().placeOrder(NewOrder.BUY), NotSentException.class);
        NotSentException async = asyncFailure(client.api().placeOrder(NewOrder.BUY), NotSentException.class);

        assertThat(e)
                .hasMessage("placeOrder was not sent to Sample: the OkHttpClient that it was given was shut down;"
                        + " build a new client; nothing was sent");
        assertThat(async).hasMessage(e.getMessage());
    }

    @Test
    void requestThatIsOnItsWayComesToItsEnd() {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        venue.server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                closed.await();
                return new MockResponse.Builder().body(PLACED).build();
            }
        });
        SampleClient client = venue.builder().build();
        CompletableFuture<Order> future = client.api().placeOrder(NewOrder.BUY).executeAsync();
        awaitQuietly(arrived);

        client.close();
        closed.countDown();

        assertThat(future.join().orderId()).isEqualTo("1");
    }

    @Test
    void pauseEndsInWhatWentBefore() {
        venue.responds(503, "");
        CountDownLatch pausing = new CountDownLatch(1);
        SampleClient client = venue.builder()
                .retryPolicy(new RetryPolicy(2, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .timeout(Duration.ofMinutes(5))
                .sleeper((pause, state) -> {
                    pausing.countDown();
                    Sleeper.REAL.sleep(pause, state);
                })
                .build();
        CompletableFuture<Order> future = client.api().findOrder("1").executeAsync();
        awaitQuietly(pausing);

        client.close();

        assertThatThrownBy(future::join)
                .cause()
                .isInstanceOf(RejectedException.class)
                .hasMessage(
                        "Sample rejected findOrder: HTTP 503 (venue unavailable; it only reads and may be retried)");
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void callsThatWaitForTheirTurnFail() {
        SampleClient client = venue.builder().timeout(Duration.ofMinutes(5)).build();
        for (int i = 0; i < CallThreads.PARALLEL_CALLS; i++) {
            venue.staysSilent();
            var unused = client.api().placeOrder(NewOrder.BUY).executeAsync();
        }
        CompletableFuture<Order> waiting = client.api().placeOrder(NewOrder.BUY).executeAsync();

        client.close();

        assertThatThrownBy(waiting::join)
                .cause()
                .isInstanceOf(NotSentException.class)
                .hasMessage(CLOSED);
    }

    @Test
    void noThreadAndNoConnectionStays() throws InterruptedException {
        venue.responds(PLACED).responds(PLACED);
        SampleClient client = venue.builder().build();
        client.api().placeOrder(NewOrder.BUY).execute();
        Thread worker = client.api()
                .placeOrder(NewOrder.BUY)
                .executeAsync()
                .thenApply(order -> Thread.currentThread())
                .join();

        client.close();

        // Both would hang if it stayed: the worker idles for a minute else, and the server waits for the connection's
        // end.
        if (worker != Thread.currentThread()) {
            worker.join();
        }
        venue.server.close();
    }

    @Test
    void connectionsOfAGivenClientStayInItsPool() {
        OkHttpClient given = new OkHttpClient();
        venue.responds(PLACED);
        SampleClient client = venue.builder().httpClient(given).build();
        client.api().placeOrder(NewOrder.BUY).execute();

        client.close();

        assertThat(given.dispatcher().executorService().isShutdown()).isFalse();
        assertThat(given.connectionPool().connectionCount()).isEqualTo(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
