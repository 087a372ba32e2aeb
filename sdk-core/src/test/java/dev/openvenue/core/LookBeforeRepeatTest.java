package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a venue forgets client ids, the SDK asks what became of the first attempt before there is a second one. */
class LookBeforeRepeatTest {
    private static final NewOrder NAMED = NewOrder.BUY.withClientOid("mine-1");
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"2\"}}";
    private static final String KNOWN =
            "{\"code\":0,\"data\":[{\"orderId\":\"1\",\"clientOid\":\"mine-1\",\"price\":\"3\",\"status\":\"filled\"}]}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void orderThatTheVenueKnowsIsNotSentAgainAndAnswersLikeThePlace() {
        venue.dropsTheConnection().answers(KNOWN);

        Exchange<SampleApi.Order> exchange =
                venue.api().placeOrderUnlessKnown(NAMED).exchange();

        assertThat(exchange.value()).isEqualTo(new SampleApi.Order("1", new BigDecimal("3"), null));
        assertThat(exchange.attempts()).isEqualTo(1);
        assertThat(exchange.body()).isEqualTo(KNOWN);
        assertThat(requests()).containsExactly("POST /orders/known", "GET /orders/mine?clientOid=mine-1");
    }

    @Test
    void asynchronousCallLooksToo() {
        venue.dropsTheConnection().answers(KNOWN);

        SampleApi.Order order =
                venue.api().placeOrderUnlessKnown(NAMED).executeAsync().join();

        assertThat(order.orderId()).isEqualTo("1");
    }

    @Test
    void orderThatTheVenueDoesNotListIsSentAgain() {
        venue.dropsTheConnection().answers("{\"code\":0,\"data\":[]}").answers(PLACED);

        Exchange<SampleApi.Order> exchange =
                venue.api().placeOrderUnlessKnown(NAMED).exchange();

        assertThat(exchange.value()).isEqualTo(new SampleApi.Order("2", null, null));
        assertThat(exchange.attempts()).isEqualTo(2);
    }

    @Test
    void orderThatTheVenueSaysDoesNotExistIsSentAgain() {
        venue.dropsTheConnection().answers(400, "{\"code\":2003}").answers(PLACED);

        assertThat(venue.api().placeOrderUnlessKnown(NAMED).execute().orderId()).isEqualTo("2");
    }

    @Test
    void everyRepeatAfterAnUnknownOutcomeIsPrecededByALook() {
        venue.dropsTheConnection()
                .answers("{\"code\":0,\"data\":[]}")
                .answers(429, "")
                .answers(KNOWN);

        assertThat(venue.api().placeOrderUnlessKnown(NAMED).execute().orderId()).isEqualTo("1");
    }

    @Test
    void refusalBeforeAnythingWasExecutedNeedsNoLook() {
        venue.answers(429, "").answers(PLACED);

        venue.api().placeOrderUnlessKnown(NAMED).execute();

        assertThat(requests()).containsExactly("POST /orders/known", "POST /orders/known");
    }

    @Test
    void venueThatCannotSayIsNotSentTheOrderAgain() {
        venue.dropsTheConnection().answers(400, "{\"code\":2001}");

        TransportException e = failure(venue.api().placeOrderUnlessKnown(NAMED), TransportException.class);

        assertThat(e)
                .hasMessage("No answer from Sample to placeOrderUnlessKnown: the connection was closed"
                        + " (outcome unknown: look the order up before repeating)");
        assertThat(e.execution()).isEqualTo(Execution.UNKNOWN);
        assertThat(e.getSuppressed()[0])
                .hasMessage("Sample refused orderByClientId: 2001 (insufficient funds; not executed)");
        assertThat(requests()).containsExactly("POST /orders/known", "GET /orders/mine?clientOid=mine-1");
    }

    @Test
    void answerAboutAnotherOrderCountsAsNone() {
        venue.dropsTheConnection().answers("{\"code\":0,\"data\":[{\"orderId\":\"9\",\"clientOid\":\"mine-9\"}]}");

        TransportException e = failure(venue.api().placeOrderUnlessKnown(NAMED), TransportException.class);

        assertThat(e.getSuppressed()[0])
                .hasMessage("orderByClientId answered another order than the one with clientOid mine-1");
        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void callThatIsCancelledMeanwhileAsksNothing() throws Exception {
        venue.dropsTheConnection().answers(KNOWN);
        CompletableFuture<CompletableFuture<?>> started = new CompletableFuture<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        SampleApi api = venue.builder()
                .httpClient(new OkHttpClient.Builder()
                        .dispatcher(new Dispatcher(threads))
                        .build())
                .sleeper((pause, state) -> started.join().cancel(true))
                .build()
                .api();

        started.complete(api.placeOrderUnlessKnown(NAMED).executeAsync());
        venue.request();
        threads.shutdown();

        assertThat(threads.awaitTermination(SampleVenue.PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void orderWithoutAClientIdIsNeitherLookedUpNorRepeated() {
        venue.dropsTheConnection();

        failure(venue.api().placeOrderUnlessKnown(NewOrder.BUY), TransportException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    private List<String> requests() {
        return Stream.generate(venue::request)
                .limit(venue.server.getRequestCount())
                .map(request -> request.getMethod() + " " + request.getTarget())
                .toList();
    }
}
