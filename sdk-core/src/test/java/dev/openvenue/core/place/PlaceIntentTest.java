package dev.openvenue.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.codegen.BatchPlaceDescription.Absence;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.place.PlaceOutcome.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** When an order in doubt is looked up, and when it counts as not placed. */
final class PlaceIntentTest {
    private static final Duration LAG = Duration.ofSeconds(10);
    private final TransportException lost = ScriptedExchange.transport();

    private final PlaceIntent order =
            new PlaceIntent(Map.of("cid", "mine"), "BTC", "mine", false, new Absence(Duration.ofSeconds(30), Map.of()));

    @Test
    void pausesBetweenLookupsGrowUntilTheRequestCanNoLongerBeExecuted() {
        doubted(0);

        assertThat(absentAt(0)).isEqualTo(250);
        assertThat(absentAt(250)).isEqualTo(750);
        assertThat(absentAt(750)).isEqualTo(1_750);
        assertThat(absentAt(1_750)).isEqualTo(3_750);
        assertThat(absentAt(3_750)).isEqualTo(7_750);
        assertThat(absentAt(7_750)).isEqualTo(15_750);
        assertThat(absentAt(15_750)).isEqualTo(31_750);
        // Half a minute at most, and the end of the venue's tolerance is not slept through.
        assertThat(absentAt(29_000)).isEqualTo(59_000);
        assertThat(absentAt(40_000)).isEqualTo(60_000);
        assertThat(absentAt(60_000)).isEqualTo(65_000);
        assertThat(absentAt(65_000)).isEqualTo(70_000);
        assertThat(order.isDone()).isFalse();
    }

    @Test
    void thirdLookupAfterTheLagProvesTheAbsence() {
        doubted(0);
        absentAt(60_000);
        absentAt(69_999);
        absentAt(69_999);
        assertThat(order.isDone()).isFalse();

        absentAt(70_000);

        assertThat(Objects.requireNonNull(order.ending()).status()).isEqualTo(Status.NOT_PLACED);
    }

    @Test
    void lookupsThatWereAskedWhileTheRequestCouldBeExecutedProveNothing() {
        doubted(0);
        absentAt(59_999);
        absentAt(59_999);
        absentAt(59_999);
        absentAt(70_000);
        absentAt(71_000);
        assertThat(order.isDone()).isFalse();

        absentAt(72_000);

        assertThat(order.isDone()).isTrue();
    }

    @Test
    void timeOfTheProofBeginsWithTheLastResponse() {
        doubted(5_000);

        assertThat(absentAt(40_000)).isEqualTo(40_250);
        assertThat(absentAt(64_900)).isEqualTo(65_000);
        assertThat(absentAt(65_000)).isEqualTo(70_000);
    }

    @Test
    void orderWhoseAbsenceProvesNothingIsLookedUpToTheEndWithPausesOfHalfAMinute() {
        PlaceIntent open = new PlaceIntent(Map.of("cid", "mine"), "BTC", "mine", false, null);
        open.doubted(lost, 0, true, "");
        for (int look = 0; look < 20; look++) {
            open.looking();
            open.absent(millis(100_000), millis(100_000), LAG);
        }

        assertThat(open.isDone()).isFalse();
        assertThat(open.nextLook()).isEqualTo(millis(130_000));
    }

    private void doubted(long now) {
        order.sent(0);
        order.doubted(lost, millis(now), true, "");
        assertThat(order.nextLook()).isEqualTo(millis(now));
    }

    /** A lookup that takes no time; returns when the next one is due. */
    private long absentAt(long now) {
        order.looking();
        assertThat(order.nextLook()).isEqualTo(Long.MAX_VALUE);
        order.absent(millis(now), millis(now), LAG);
        return Duration.ofNanos(order.nextLook()).toMillis();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
