package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the sums of a run say that nothing is open any more. */
final class CancelSummaryTest {
    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"CANCELLED", "ALREADY_CLOSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void oneOrderThatMayBeOpenIsEnough(Status status) {
        assertThat(summary(Map.of(Status.CANCELLED, 3L, status, 1L)).resolved()).isFalse();
        assertThat(summary(Map.of(Status.CANCELLED, 3L, status, 0L)).resolved()).isTrue();
    }

    @Test
    void ordersThatWereClosedBeforeAreNotOpen() {
        assertThat(summary(Map.of(Status.CANCELLED, 3L, Status.ALREADY_CLOSED, 2L))
                        .resolved())
                .isTrue();
    }

    private static CancelSummary summary(Map<Status, Long> counts) {
        return new CancelSummary(counts, Duration.ZERO, Map.of());
    }
}
