package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedBook.State;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order that cannot be found: what it takes to say so, and what is said. */
final class BatchCancelAbsenceTest {
    private static final OrderRef UNKNOWN = OrderRef.byOrderId("BTC", "404");

    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 5);

    @ParameterizedTest
    @CsvSource({"3,2000", "10,2000", "30,3000", "60,6000", "3600,10000"})
    void absenceTakesATenthOfTheDeadlineWithinBounds(int deadline, long millis) {
        CancelReport report =
                venue.batchCancel().timeout(Duration.ofSeconds(deadline)).cancel(List.of(UNKNOWN));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.NOT_FOUND);
        assertThat(report.elapsed()).isBetween(Duration.ofMillis(millis), Duration.ofMillis(millis * 3 / 2));
        // First the list, then the lookup: an order on its way from open to closed is in one of them.
        assertThat(venue.received).extracting(ScriptedVenue.Received::operation).endsWith("open", "lookup");
    }

    @Test
    void anOrderThatCannotBeFoundRingsTheAlarm() {
        CancelReport report = venue.batchCancel().cancel(List.of(UNKNOWN));

        assertThat(report.resolved()).isFalse();
        assertThat(report.unresolved()).extracting(CancelOutcome::status).containsExactly(Status.NOT_FOUND);
        CancelSummary summary =
                venue.batchCancel().cancelStream(List.of(UNKNOWN).iterator(), outcome -> {});
        assertThat(summary.resolved()).isFalse();
    }

    @Test
    void anOrderThatShowsAfterMoreThanASecondIsCancelled() {
        venue.time.in(Duration.ofMillis(1_500), () -> venue.place("404"));

        CancelReport report = venue.batchCancel().cancel(List.of(UNKNOWN));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
    }

    @Test
    void anOrderThatShowsUpFilledAtTheEndIsSeen() {
        venue.time.in(Duration.ofMillis(3_005), () -> venue.place("404").state = State.FILLED);

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(UNKNOWN)).outcomes().get(0);

        assertThat(outcome.message()).isEqualTo("Filled");
    }

    @Test
    void aDeadlineThatIsTooShortLeavesItUnknown() {
        CancelOutcome outcome = venue.batchCancel()
                .timeout(Duration.ofSeconds(1))
                .cancel(List.of(UNKNOWN))
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("Not found so far, which proves nothing so soon: the deadline of 1 s passed");
    }

    @Test
    void withoutVerificationTheVenuesWordThatItDoesNotFindItIsNoProof() {
        CancelOutcome outcome = venue.batchCancel()
                .verify(false)
                .cancel(List.of(UNKNOWN))
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message()).isEqualTo("Rejected: missing said the venue (order not found)");
    }

    @Test
    void aSuccessWithoutAPayloadProvesNoAbsence() {
        List<OrderRef> refs = BatchCancelTest.place(venue, 1);
        venue.fault("cancel", ScriptedFault.lostRequest());
        venue.chaosOnLookups = ScriptedFault.responds(null);
        for (int list = 0; list < 10; list++) {
            venue.fault("open", ScriptedFault.responds(null));
        }

        CancelOutcome outcome = venue.batchCancel()
                .timeout(Duration.ofSeconds(5))
                .cancel(refs)
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anOrderThatWasSeenAndIsGoneIsNoUnknownOne() {
        List<OrderRef> refs = BatchCancelTest.place(venue, 1);
        venue.fault("cancel", ScriptedFault.lostRequest());
        venue.fault("lookup", call -> {
            Object open = call.execute();
            venue.book.orders.clear();
            return open;
        });

        CancelOutcome outcome = venue.batchCancel().cancel(refs).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(outcome.message())
                .isEqualTo("Not open any more; the venue does not tell whether cancelled or filled");
    }

    @Test
    void anOrderThatNoLookupCouldTellAndTheListDoesNotShowIsUnknownWithTheReason() {
        venue.fault("cancel", ScriptedFault.lostRequest());
        venue.chaosOnLookups = ScriptedFault.rejected("no-read", ErrorKind.PERMISSION, Effect.NONE, null);

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(UNKNOWN)).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("Not among the open orders; whether it ever was is not known, because the lookup failed:"
                        + " Test rejected: no-read");
        assertThat(outcome.cause()).hasMessage("Test rejected: no-read");
    }

    @Test
    void aCancelThatTheVenueTookNamesTheLookupThatWasRejected() {
        List<OrderRef> refs = BatchCancelTest.place(venue, 1);
        venue.chaosOnLookups = ScriptedFault.rejected("no-read", ErrorKind.PERMISSION, Effect.NONE, null);

        CancelOutcome outcome = venue.batchCancel().cancel(refs).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(outcome.cause()).hasMessage("Test rejected: no-read");
    }

    @Test
    void aVenueThatDemandsToWaitForYearsThrowsNothing() {
        Duration years = Duration.ofSeconds(Long.MAX_VALUE);
        venue.chaos = () -> ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, years);

        CancelReport report = venue.batchCancel().cancel(BatchCancelTest.place(venue, 1));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.REJECTED);
        assertThat(report.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }
}
