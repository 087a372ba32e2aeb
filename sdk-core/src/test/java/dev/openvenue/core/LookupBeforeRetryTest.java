package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.TransportException;
import java.math.BigDecimal;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a venue forgets client ids, the SDK asks what became of the first attempt before there is a second one. */
class LookupBeforeRetryTest {
    private static final NewOrder NAMED = NewOrder.BUY.withClientOid("mine-1");
    private static final String PLACE = "POST /orders/known";
    private static final String LOOK = "GET /orders/mine?clientOid=mine-1";
    private static final String DATE = "Date: Fri, 02 Jan 2026 03:04:05 GMT";
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"2\"}}";
    private static final String KNOWN = response(0, row(0, "\"price\":\"3\""));
    private static final String NONE = response(0, "");

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void orderThatTheVenueKnowsIsNotSentAgainAndReturnsWhatThePlaceWouldHave() {
        venue.dropsTheConnection().responds(KNOWN);

        VenueResponse<SampleApi.Order> response =
                api().placeOrderUnlessKnown(NAMED).executeWithResponse();

        assertThat(response.value()).isEqualTo(new SampleApi.Order("1", new BigDecimal("3"), null));
        assertThat(response.attempts()).isEqualTo(1);
        assertThat(response.body()).isEqualTo(KNOWN);
        assertThat(requests()).containsExactly(PLACE, LOOK);
    }

    @Test
    void asynchronousCallLooksUpToo() {
        venue.dropsTheConnection().responds(KNOWN);

        SampleApi.Order order =
                api().placeOrderUnlessKnown(NAMED).executeAsync().join();

        assertThat(order.orderId()).isEqualTo("1");
    }

    @Test
    void orderThatTheVenueDoesNotListIsSentAgainOnceTwoSecondsShowedNothing() {
        venue.dropsTheConnection().responds(NONE).responds(NONE).responds(NONE).responds(PLACED);

        VenueResponse<SampleApi.Order> response =
                api().placeOrderUnlessKnown(NAMED).executeWithResponse();

        assertThat(response.value()).isEqualTo(new SampleApi.Order("2", null, null));
        assertThat(response.attempts()).isEqualTo(2);
        assertThat(requests()).containsExactly(PLACE, LOOK, LOOK, LOOK, PLACE);
        assertThat(venue.pauses).containsExactly(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void orderThatShowsLateIsNotSentAgain() {
        venue.dropsTheConnection().responds(NONE).responds(NONE).responds(KNOWN);

        assertThat(api().placeOrderUnlessKnown(NAMED).execute().orderId()).isEqualTo("1");
    }

    @Test
    void orderThatTheVenueSaysDoesNotExistIsSentAgain() {
        venue.dropsTheConnection()
                .responds(400, "{\"code\":2003}")
                .responds(400, "{\"code\":2003}")
                .responds(400, "{\"code\":2003}")
                .responds(PLACED);

        assertThat(api().placeOrderUnlessKnown(NAMED).execute().orderId()).isEqualTo("2");
    }

    @Test
    void everyRetryAfterAnUnknownOutcomeIsPrecededByALookup() {
        venue.dropsTheConnection()
                .responds(NONE)
                .responds(NONE)
                .responds(NONE)
                .responds(429, "")
                .responds(response(2600, row(2500, "")));

        assertThat(api().placeOrderUnlessKnown(NAMED).execute().orderId()).isEqualTo("1");
    }

    @Test
    void orderOfTheSameIdThatWasMadeBeforeIsSomebodyElses() {
        venue.dropsTheConnection().responds(response(200, row(-1001, "")));

        TransportException e = failure(api().placeOrderUnlessKnown(NAMED), TransportException.class);

        assertThat(e)
                .hasMessage(
                        "placeOrderUnlessKnown was not retried: the client order id mine-1 belongs to another order,"
                                + " made at 2026-01-02T03:04:04.677Z and before this call"
                                + " (outcome unknown: look the order up before retrying)")
                .cause()
                .hasMessageStartingWith("No response from Sample to placeOrderUnlessKnown: the connection was closed");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(requests()).containsExactly(PLACE, LOOK);
    }

    @Test
    void orderWasMadeBeforeByTheVenuesClockAndNotByThisMachines() {
        venue.dropsTheConnection().responds(response(20_200, row(18_000, "")));

        assertThat(failure(api().placeOrderUnlessKnown(NAMED), TransportException.class))
                .hasMessageContaining("made at 2026-01-02T03:04:23.678Z and before this call");
    }

    @Test
    void orderOfTheSameIdThatSaysSomethingElseIsSomebodyElses() {
        venue.dropsTheConnection().responds(response(200, row(0, "\"symbol\":\"btcusdt\",\"size\":\"0.2\"")));

        assertThat(failure(api().placeOrderUnlessKnown(NAMED), TransportException.class))
                .hasMessage(
                        "placeOrderUnlessKnown was not retried: the client order id mine-1 belongs to another order:"
                                + " its size is 0.2 and not 0.00000001"
                                + " (outcome unknown: look the order up before retrying)");
    }

    @Test
    void orderOfTheSameIdInAnotherMarketIsSomebodyElses() {
        venue.dropsTheConnection().responds(response(200, row(0, "\"symbol\":\"ETHUSDT\"")));

        assertThat(failure(api().placeOrderUnlessKnown(NAMED), TransportException.class))
                .hasMessage(
                        "placeOrderUnlessKnown was not retried: the client order id mine-1 belongs to another order:"
                                + " its symbol is ETHUSDT and not BTCUSDT"
                                + " (outcome unknown: look the order up before retrying)");
    }

    @Test
    void clockIsMeasuredWhereTheResponseDoesNotStateItsTime() {
        String time = "{\"code\":0,\"data\":{\"serverTime\":" + SampleVenue.NOW.toEpochMilli() + "}}";
        venue.dropsTheConnection()
                .responds("{\"code\":0,\"data\":[" + row(0, "") + "]}")
                .responds(time)
                .responds(time)
                .responds(time);

        assertThat(api().placeOrderUnlessKnown(NAMED).execute().orderId()).isEqualTo("1");
        assertThat(requests()).containsExactly(PLACE, LOOK, "GET /time", "GET /time", "GET /time");
    }

    @Test
    void numbersAreComparedByTheirValue() {
        venue.dropsTheConnection().responds(response(200, row(0, "\"size\":\"0.000000010\",\"side\":\"BUY\"")));

        assertThat(api().placeOrderUnlessKnown(NAMED).execute().orderId()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"code":0} | returned nothing for clientOid mine-1
            {"code":0,"data":null} | returned nothing for clientOid mine-1
            {"code":0,"data":[null]} | returned nothing for clientOid mine-1
            {"code":0,"data":[{"clientOid":"mine-1"}]} | did not say when the order with clientOid mine-1 was made
            {"code":0,"data":[{"clientOid":"mine-9"}]} | returned another order than the one with clientOid mine-1
            {"code":0,"data":[{}]} | returned another order than the one with clientOid mine-1
            {"code":0,"data":[{"orderId":"1"},{"orderId":"2"}]}      | returned 2 orders for clientOid mine-1
            """)
    void responseThatSaysNothingOrTwoThingsProvesNothing(String response, String problem) {
        venue.dropsTheConnection().responds(200, response, DATE);

        TransportException e = failure(api().placeOrderUnlessKnown(NAMED), TransportException.class);

        assertThat(e.getSuppressed()[0]).hasMessage("orderByClientId " + problem);
        assertThat(requests()).containsExactly(PLACE, LOOK);
    }

    @Test
    void callWithoutTheTimeToBeCertainLooksUpOnceAndIsNotSentAgain() {
        venue.dropsTheConnection().responds(NONE);
        CallOptions brief = CallOptions.timeout(Duration.ofMillis(2200));

        TransportException e = failure(api().placeOrderUnlessKnown(NAMED).with(brief), TransportException.class);

        assertThat(e)
                .hasMessage("placeOrderUnlessKnown was not retried: no order of it was seen yet, but an earlier attempt"
                        + " may still be executed for 2 s, and the deadline of 2.2 s passes before"
                        + " (outcome unknown: look the order up before retrying)");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(requests()).containsExactly(PLACE, LOOK);
    }

    @Test
    void rejectionBeforeAnythingWasExecutedNeedsNoLook() {
        venue.responds(429, "").responds(PLACED);

        api().placeOrderUnlessKnown(NAMED).execute();

        assertThat(requests()).containsExactly(PLACE, PLACE);
    }

    @Test
    void venueThatCannotSayIsNotSentTheOrderAgain() {
        venue.dropsTheConnection().responds(400, "{\"code\":2001}");

        TransportException e = failure(api().placeOrderUnlessKnown(NAMED), TransportException.class);

        assertThat(e)
                .hasMessage("No response from Sample to placeOrderUnlessKnown: the connection was closed"
                        + " (outcome unknown: look the order up before retrying)");
        assertThat(e.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(e.getSuppressed()[0])
                .hasMessage("Sample rejected orderByClientId: 2001 Balance too small (insufficient funds; no effect)");
        assertThat(requests()).containsExactly(PLACE, LOOK);
    }

    @Test
    void callThatIsCancelledMeanwhileAsksNothing() throws Exception {
        venue.dropsTheConnection().responds(KNOWN);
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
    void orderWithoutAClientIdIsNeitherLookedUpNorRetried() {
        venue.dropsTheConnection();

        failure(api().placeOrderUnlessKnown(NewOrder.BUY), TransportException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    /** The deadline passes with the pauses, as for a client that really made them. */
    private SampleApi api() {
        return venue.builder()
                .nanoTime(() -> Duration.between(SampleVenue.NOW, venue.now).toNanos())
                .deadlineTimer(new ManualDeadlines())
                .build()
                .api();
    }

    /** A response so many milliseconds after the beginning. */
    private static String response(long millis, String rows) {
        return "{\"code\":0,\"time\":" + SampleVenue.NOW.plusMillis(millis).toEpochMilli() + ",\"data\":[" + rows
                + "]}";
    }

    /** An order that was made so many milliseconds after the beginning. */
    private static String row(long millis, String more) {
        return "{\"orderId\":\"1\",\"clientOid\":\"mine-1\",\"createdAt\":\""
                + SampleVenue.NOW.plusMillis(millis).toEpochMilli() + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private List<String> requests() {
        return Stream.generate(venue::request)
                .limit(venue.server.getRequestCount())
                .map(request -> request.getMethod() + " " + request.getTarget())
                .toList();
    }
}
