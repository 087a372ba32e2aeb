package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancels that the rate limits hold back are late and not lost. */
final class HeldBackTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 10);

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "lookup"})
    void aCallThatIsHeldBackIsMadeWhenTheLimitsAllowIt(String operation) {
        holdBack(operation, 6);

        CancelReport report =
                venue.batchCancel().timeout(Duration.ofMinutes(5)).cancel(BatchCancelTest.place(venue, 3));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.CANCELLED);
        assertThat(report.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(operation.equals("cancel") ? 120 : 0));
    }

    @Test
    void aCancelThatIsHeldBackUntilTheDeadlineIsNotCalledRejected() {
        holdBack("cancel", 1);

        CancelReport report =
                venue.batchCancel().timeout(Duration.ofSeconds(5)).cancel(BatchCancelTest.place(venue, 1));

        CancelOutcome outcome = report.outcomes().get(0);
        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.cause()).isInstanceOf(NotSentException.class);
    }

    private void holdBack(String operation, int times) {
        ScriptedFault heldBack = call -> {
            throw new NotSentException(
                    "scripted", operation, "held back; nothing was sent", null, Duration.ofSeconds(20));
        };
        venue.faults.put(operation, new ArrayDeque<>(Collections.nCopies(times, heldBack)));
    }
}
