package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.MalformedResponseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How the venue's clock is measured. */
class VenueClockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(SampleVenue.PATIENCE_SECONDS);

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
        venue.responds(timeAhead(1200)).responds(500, "");

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
        VenueClock clock = clock(() -> SampleVenue.NOW, () -> {
            await(measuring);
            measurements.incrementAndGet();
            return sample(5000, 0);
        });
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<CompletableFuture<Duration>> corrected = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> clock.correct(Duration.ZERO, PATIENCE), threads))
                .limit(64)
                .toList();

        measuring.countDown();

        assertThat(corrected).allSatisfy(offset -> assertThat(offset.join()).isEqualTo(Duration.ofSeconds(5)));
        assertThat(measurements).hasValue(1);
        threads.shutdown();
    }

    @Test
    void measurementCorrectsAnotherIfItIsAsPreciseOrTheClocksHaveMoved() {
        VenueClock.Sample known = sample(1000, 100);

        assertThat(sample(1150, 100).corrects(known)).isTrue();
        assertThat(sample(1300, 200).corrects(known)).isFalse();
        assertThat(sample(1301, 200).corrects(known)).isTrue();
        assertThat(sample(700, 200).corrects(known)).isFalse();
        assertThat(sample(699, 200).corrects(known)).isTrue();
    }

    @Test
    void measurementIsFreshForLessThanFiveSeconds() {
        AtomicReference<Instant> machine = new AtomicReference<>(SampleVenue.NOW);
        AtomicInteger measurements = new AtomicInteger();
        VenueClock clock = clock(machine::get, () -> sample(measurements.incrementAndGet(), 0));

        assertThat(clock.measured(PATIENCE)).isEqualTo(SampleVenue.NOW.plusMillis(1));
        machine.set(SampleVenue.NOW.plusMillis(4999));
        assertThat(clock.measured(PATIENCE)).isEqualTo(SampleVenue.NOW.plusMillis(5000));
        machine.set(SampleVenue.NOW.plusMillis(5000));
        assertThat(clock.measured(PATIENCE)).isEqualTo(SampleVenue.NOW.plusMillis(5002));
    }

    @Test
    void whoWaitsForAnothersMeasurementHearsOfAnInterruptAndStaysInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch measuring = new CountDownLatch(1);
        VenueClock clock = clock(() -> SampleVenue.NOW, () -> {
            begun.countDown();
            await(measuring);
            return sample(0, 0);
        });
        CompletableFuture<Duration> other = CompletableFuture.supplyAsync(clock::synchronize);
        begun.await();

        Thread.currentThread().interrupt();

        assertThatThrownBy(clock::synchronize)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("interrupted while the venue's time was measured");
        assertThat(Thread.interrupted()).isTrue();
        measuring.countDown();
        assertThat(other.join()).isZero();
    }

    @Test
    void clockGivesTheVenuesTimeOnceMeasured() {
        measures(-60_000);
        VenueClock clock = venue.builder().build().clock();
        assertThat(clock.now()).isEqualTo(SampleVenue.NOW);

        clock.synchronize();

        assertThat(clock.now()).isEqualTo(SampleVenue.NOW.minusSeconds(60));
    }

    @Test
    void responseWithoutTimeLeavesTheOffsetAlone() {
        measures(1000).responds("{\"code\":0,\"data\":{\"serverTime\":null}}");
        VenueClock clock = venue.builder().build().clock();
        clock.synchronize();

        assertThatThrownBy(clock::synchronize)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Sample to serverTime cannot be read: it contains no time"
                        + " (it only reads and may be retried)");
        assertThat(clock.offset()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void venueWithoutTimeOperationCannotBeMeasured() {
        VenueDescription known = SampleClient.DESCRIPTION;
        VenueDescription timeless = new VenueDescription(
                known.id(),
                known.id(),
                known.name(),
                known.baseUrl(),
                known.signer(),
                known.errors(),
                known.json(),
                known.apis(),
                null,
                List.of(),
                known.limits(),
                null,
                null,
                null);
        VenueClock clock =
                VenueClientBuilder.of(timeless, SampleClient::new).build().clock();

        assertThatThrownBy(clock::synchronize)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "Sample has no operation that returns its time; keep this machine's clock right by other means");
    }

    /** Three responses, as a measurement asks for. */
    private SampleVenue measures(long millisAhead) {
        return venue.responds(timeAhead(millisAhead))
                .responds(timeAhead(millisAhead))
                .responds(timeAhead(millisAhead));
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

    private static VenueClock clock(InstantSource machine, Supplier<VenueClock.Sample> measurement) {
        return new VenueClock(machine, within -> measurement.get(), PATIENCE);
    }

    private static VenueClock.Sample sample(long offsetMillis, long errorMillis) {
        return new VenueClock.Sample(Duration.ofMillis(offsetMillis), Duration.ofMillis(errorMillis));
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
