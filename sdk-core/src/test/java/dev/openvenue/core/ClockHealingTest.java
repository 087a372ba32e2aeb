package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.codegen.VenueDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClockHealingTest {
    private static final String WRONG_TIME = "{\"code\":1001,\"msg\":\"timestamp expired\"}";
    private static final String STILL_WRONG = "{\"code\":1002,\"msg\":\"timestamp expired\"}";
    private static final String PLACED = "{\"code\":0,\"data\":{\"orderId\":\"1\"}}";

    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @Test
    void wrongClockIsHealedAndTheOrderSentOnceMore() {
        venue.answers(400, WRONG_TIME);
        measures(5000).answers(PLACED);
        SampleClient client = venue.builder().build();

        Exchange<SampleApi.Order> exchange =
                client.api().placeOrder(NewOrder.BUY).exchange();

        RecordedRequest first = venue.request();
        RecordedRequest measurement = venue.request();
        venue.request();
        venue.request();
        RecordedRequest second = venue.request();
        assertThat(exchange.attempts()).isEqualTo(2);
        assertThat(first.getHeaders().get("Sample-Time")).isEqualTo("1767323045678");
        assertThat(measurement.getTarget()).isEqualTo("/time");
        assertThat(measurement.getHeaders().names()).doesNotContain("Sample-Key", "Sample-Sign");
        assertThat(second.getHeaders().get("Sample-Time")).isEqualTo("1767323050678");
        assertThat(second.getHeaders().get("Sample-Sign")).isEqualTo(SampleVenue.expectedSignature(second));
        assertThat(client.clock().offset()).isEqualTo(Duration.ofSeconds(5));
        assertThat(venue.pauses).isEmpty();
    }

    @Test
    void clockIsMeasuredOncePerCallAndNotOncePerRepeat() {
        venue.answers(400, WRONG_TIME);
        measures(5000).answers(503, "").answers(400, STILL_WRONG);

        RejectedException e = failure(venue.api().findOrder("1"), RejectedException.class);

        assertThat(e.code()).isEqualTo("1002");
        assertThat(venue.server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void callThatIsCancelledAsTheRefusalArrivesMeasuresNothing() {
        venue.answers(400, WRONG_TIME).answers(timeAhead(5000));
        EventListener cancelling = new EventListener() {
            @Override
            public void responseBodyEnd(Call call, long byteCount) {
                call.cancel();
            }
        };
        SampleApi api = venue.builder()
                .httpClient(new OkHttpClient.Builder().eventListener(cancelling).build())
                .build()
                .api();

        failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void secondRefusalOfTheTimeIsPassedOn() {
        venue.answers(400, WRONG_TIME);
        measures(5000).answers(400, STILL_WRONG);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e).hasMessage("Sample refused placeOrder: 1002 timestamp expired (timestamp; not executed)");
        assertThat(venue.server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void secondRefusalOfTheTimeIsPassedOnAsynchronously() {
        venue.answers(400, WRONG_TIME);
        measures(5000).answers(400, STILL_WRONG);

        RejectedException e = asyncFailure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.code()).isEqualTo("1002");
        assertThat(venue.server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void refusalIsPassedOnWhenTheTimeCannotBeMeasured() {
        venue.answers(400, WRONG_TIME).answers(500, "");

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.code()).isEqualTo("1001");
        assertThat(e.getSuppressed())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessage(
                        "Sample refused serverTime: HTTP 500 (venue unavailable; it only reads and may be repeated)");
        assertThat(venue.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void unsignedOperationIsNoReasonToMeasure() {
        venue.answers(400, WRONG_TIME);

        RejectedException e = failure(venue.api().lastPrice(), RejectedException.class);

        assertThat(e.kind()).isEqualTo(ErrorKind.TIMESTAMP);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void offsetIsTakenAtTheMiddleOfTheRoundTrip() {
        measures(1200);

        assertThat(clock(400, 400, 400).synchronize()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void quickestOfThreeRoundTripsCounts() {
        measures(1200);

        assertThat(clock(400, 100, 900).synchronize()).isEqualTo(Duration.ofMillis(1150));
    }

    @Test
    void failedMeasurementsAfterTheFirstAreDoneWithout() {
        venue.answers(timeAhead(1200)).answers(500, "");

        assertThat(clock(400, 400).synchronize()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void slowMeasurementDoesNotReplaceAPreciseOneThatItAgreesWith() {
        measures(1000);
        measures(4000);
        VenueClock clock = clock(100, 100, 100, 9000, 9000, 9000);
        clock.synchronize();

        assertThat(clock.synchronize()).isEqualTo(Duration.ofMillis(950));
    }

    @Test
    void slowMeasurementReplacesAPreciseOneFromBeforeTheClockWasSet() {
        measures(1000);
        measures(60_000);
        VenueClock clock = clock(100, 100, 100, 9000, 9000, 9000);
        clock.synchronize();

        assertThat(clock.synchronize()).isEqualTo(Duration.ofMillis(55_500));
    }

    @Test
    void codeForAllThatCanBeWrongWithASignatureIsHealedIfItWasTheTime() {
        venue.answers(400, "{\"code\":1003}");
        measures(5000).answers(PLACED);

        assertThat(venue.api().placeOrder(NewOrder.BUY).exchange().attempts()).isEqualTo(2);
    }

    @Test
    void refusalIsPassedOnWhenTheTimeWasRight() {
        venue.answers(400, "{\"code\":1003}");
        measures(499);

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(e.execution()).isEqualTo(Execution.NOT_EXECUTED);
        assertThat(venue.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void wrongKeyDoesNotMeasureTheClockWithEveryCall() {
        venue.answers(400, "{\"code\":1003}");
        measures(0).answers(400, "{\"code\":1003}");
        SampleApi api = venue.api();

        failure(api.placeOrder(NewOrder.BUY), RejectedException.class);
        failure(api.placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(venue.server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void orderThatWasPerhapsExecutedIsNotSentAgainWhateverTheTime() {
        venue.answers(400, "{\"code\":1004}");

        RejectedException e = failure(venue.api().placeOrder(NewOrder.BUY), RejectedException.class);

        assertThat(e.execution()).isEqualTo(Execution.UNKNOWN);
        assertThat(venue.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void callsThatMeetAWrongTimeTogetherMeasureItOnce() {
        AtomicInteger measurements = new AtomicInteger();
        CountDownLatch measuring = new CountDownLatch(1);
        VenueClock clock = new VenueClock(
                () -> SampleVenue.NOW,
                within -> {
                    await(measuring);
                    measurements.incrementAndGet();
                    return new VenueClock.Sample(Duration.ofSeconds(5), Duration.ZERO);
                },
                Duration.ofSeconds(SampleVenue.PATIENCE_SECONDS));
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<CompletableFuture<Duration>> corrected = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> clock.correct(Duration.ZERO, Duration.ofSeconds(SampleVenue.PATIENCE_SECONDS)), threads))
                .limit(64)
                .toList();

        measuring.countDown();

        assertThat(corrected).allSatisfy(offset -> assertThat(offset.join()).isEqualTo(Duration.ofSeconds(5)));
        assertThat(measurements).hasValue(1);
        threads.shutdown();
    }

    @Test
    void clockTellsTheVenuesTimeOnceMeasured() {
        measures(-60_000);
        VenueClock clock = venue.builder().build().clock();
        assertThat(clock.now()).isEqualTo(SampleVenue.NOW);

        clock.synchronize();

        assertThat(clock.now()).isEqualTo(SampleVenue.NOW.minusSeconds(60));
    }

    @Test
    void answerWithoutTimeLeavesTheOffsetAlone() {
        measures(1000).answers("{\"code\":0,\"data\":{\"serverTime\":null}}");
        VenueClock clock = venue.builder().build().clock();
        clock.synchronize();

        assertThatThrownBy(clock::synchronize)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("Sample answered serverTime with something that cannot be read: it tells no time"
                        + " (it only reads and may be repeated)");
        assertThat(clock.offset()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void venueWithoutTimeOperationCannotBeMeasured() {
        VenueDescription known = SampleClient.DESCRIPTION;
        VenueDescription timeless = new VenueDescription(
                known.id(),
                known.name(),
                known.baseUrl(),
                known.signer(),
                known.errors(),
                known.json(),
                known.apis(),
                null,
                known.limits(),
                null,
                null);
        VenueClock clock =
                VenueClientBuilder.of(timeless, SampleClient::new).build().clock();

        assertThatThrownBy(clock::synchronize)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "Sample has no operation that tells its time; keep this machine's clock right by other means");
    }

    /** Three answers, as a measurement asks for. */
    private SampleVenue measures(long millisAhead) {
        return venue.answers(timeAhead(millisAhead))
                .answers(timeAhead(millisAhead))
                .answers(timeAhead(millisAhead));
    }

    /** A clock whose measurements take so many milliseconds there and back. */
    private VenueClock clock(long... roundTrips) {
        Queue<Instant> instants = new ArrayDeque<>();
        for (int i = 0; i < roundTrips.length; i++) {
            instants.add(SampleVenue.NOW);
            instants.add(SampleVenue.NOW.plusMillis(roundTrips[i]));
            if (i % 3 == 2) {
                // The end of a measurement is noted.
                instants.add(SampleVenue.NOW);
            }
        }
        return venue.builder()
                .clock(() -> instants.isEmpty() ? SampleVenue.NOW : instants.remove())
                .build()
                .clock();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String timeAhead(long millis) {
        return "{\"code\":0,\"data\":{\"serverTime\":\"" + (1_767_323_045_678L + millis) + "\"}}";
    }
}
