package dev.openvenue.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    @Test
    void thePauseDoublesUpToACeiling() {
        assertThat(IntStream.rangeClosed(0, 8)
                        .mapToObj(
                                tries -> Backoff.after(tries, Duration.ZERO, 0).toMillis()))
                .containsExactly(0L, 50L, 100L, 200L, 400L, 800L, 1600L, 1600L, 1600L);
    }

    @Test
    void chanceTakesAwayAtMostHalf() {
        assertThat(Backoff.after(3, Duration.ZERO, 1)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whatTheVenueDemandsIsTheLeast() {
        assertThat(Backoff.after(1, Duration.ofSeconds(7), 0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(Backoff.after(0, Duration.ofSeconds(7), 0)).isEqualTo(Duration.ofSeconds(7));
        assertThat(Backoff.after(6, Duration.ofMillis(7), 0)).isEqualTo(Duration.ofMillis(1600));
    }
}
