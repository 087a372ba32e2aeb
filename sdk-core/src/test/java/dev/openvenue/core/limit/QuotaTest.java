package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.RateLimit.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuotaTest {
    private static final Quota TEN = quota(10);

    @ParameterizedTest
    @CsvSource({"10, 0, 10", "10, 20, 8", "11, 20, 8", "10, 1, 9", "3, 1, 2", "1, 0, 1", "1, 20, 1", "2, 90, 1"})
    void oneOfThePermitsIsKeptForCancelsAtLeastAndOneForTheOthers(int permits, int percent, int others) {
        assertThat(quota(permits).withoutReserve(percent)).isEqualTo(others);
    }

    @Test
    void aStepStretchesThePeriodByATwentieth() {
        assertThat(TEN.stretch(1)).isEqualTo(Duration.ofMillis(1050));
        assertThat(TEN.stretch(3)).isEqualTo(Duration.ofMillis(1150));
        assertThat(TEN.goodFor(3)).isEqualTo(150_000_000);
        assertThat(TEN.interval(2, 3)).isEqualTo(575_000_000);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "40000000, 1", "40000001, 2", "80000000, 2", "120000001, 4", "400000000, 10"})
    void aStoreNeedsStepsForItsTimeAndAQuarterMore(long nanos, long steps) {
        assertThat(TEN.steps(nanos)).isEqualTo(steps);
    }

    @Test
    void aPeriodTooShortForATwentiethStillHasSteps() {
        assertThat(new Quota("test", 1, Duration.ofNanos(19), Scope.KEY).steps(100))
                .isEqualTo(125);
    }

    @Test
    void thePermitsAreCutIntoEvenParts() {
        assertThat(quota(3).parts(5)).containsExactly(1, 1, 1);
        assertThat(quota(10).parts(5)).containsExactly(2, 2, 2, 2, 2);
        assertThat(quota(13).parts(5)).containsExactly(3, 3, 3, 2, 2);
    }

    @Test
    void quotasOfOneNameShareACountOnlyIfTheirFiguresAgree() {
        assertThat(TEN.id()).isEqualTo("placeOrder/10-1000ms");
        assertThat(TEN.withPermits(8).id()).isEqualTo("placeOrder/8-1000ms");
    }

    @Test
    void messagesNameTheQuotaInWords() {
        assertThat(TEN).hasToString("10 requests per 1 s and account for placeOrder");
        assertThat(new Quota(Quota.EVERYTHING, 1, Duration.ofMillis(1500), Scope.IP))
                .hasToString("1 request per 1.5 s and IP address over all operations");
    }

    private static Quota quota(int permits) {
        return new Quota("placeOrder", permits, Duration.ofSeconds(1), Scope.ACCOUNT);
    }
}
