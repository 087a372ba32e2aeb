package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.MalformedResponseException;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the venue's clock is measured. */
class VenueClockTest {
    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

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
                        + " (it only reads and may be retried)");
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
