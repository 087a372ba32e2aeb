package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ListedVenue.Mishap;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other engines learnt the hard way about cancels, where no other test says it. */
final class LessonsOfOtherEnginesTest {
    private final ListedVenue venue = new ListedVenue(true);

    @Test
    void aFillThatEveryViewShowsLateIsNoAbsence() {
        venue.fillBefore = 0;
        venue.mishaps = List.of(Mishap.HIDDEN);
        lag(Duration.ofSeconds(2));

        CancelOutcome outcome = cancelOne();

        assertFilled(outcome);
    }

    @Test
    void whereTheRefusalAndTheLookupContradictEachOtherNeitherWins() {
        venue.fillBefore = 0;
        lag(Duration.ofSeconds(20));

        CancelOutcome outcome = cancelOne();

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("Rejected: closed said the venue (order closed); yet the venue shows the order open");
        assertThat(venue.calls("cancel")).isLessThanOrEqualTo(5);
    }

    @Test
    void aRefusalLeadsToALookupAndNotToAnotherCancel() {
        venue.fillBefore = 0;

        CancelOutcome outcome = cancelOne();

        assertFilled(outcome);
        assertThat(venue.asked).containsExactly("cancel", "lookup");
    }

    @Test
    void aRepeatedCancelThatFindsNothingIsNoReasonToDoubtTheFirst() {
        // Executed and lost; shown open all the same; and then the venue no longer finds what it cancelled.
        venue.mishaps = List.of(Mishap.LOST_RESPONSE, Mishap.STALE, Mishap.HIDDEN);

        CancelOutcome outcome = cancelOne();

        assertThat(outcome.status()).isEqualTo(Status.CANCELLED);
        assertThat(venue.asked).startsWith("cancel", "lookup", "cancel", "lookup");
    }

    @Test
    void lookupsThatNeverRespondMakeNoEvent() {
        OrderRef ref = venue.place(1).get(0);
        venue.mishaps = List.of(Mishap.LOST_RESPONSE);
        Stream.of("lookup", "open", "history")
                .forEach(view -> venue.failures.put(view, ScriptedFault.transport(Effect.UNKNOWN)));

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(ref)).outcomes().get(0);

        assertThat(venue.truth(ref)).isEqualTo("CANCELLED");
        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("A cancel may have been sent, and its effect is not known: the deadline of 30 s passed");
        assertThat(outcome.cause()).hasMessage("No response from Test");
    }

    @Test
    void aNotFoundThatTheNetworkSaidIsNone() {
        OrderRef ref = venue.place(1).get(0);
        venue.mishaps = List.of(Mishap.HIDDEN);
        venue.failures.put("lookup", ScriptedFault.transport(Effect.NONE));
        venue.failures.put("open", ScriptedFault.transport(Effect.NONE));

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(ref)).outcomes().get(0);

        // The cancel itself did not find it: that alone is no proof, and 50 lost lookups do not add to it.
        assertThat(venue.calls("lookup") + venue.calls("open")).isGreaterThan(10);
        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("A cancel was sent, but its effect is not known: the deadline of 30 s passed");
    }

    @Test
    void aNotFoundOfTheVenueCountsAfterTheNetworkIsBack() {
        OrderRef ref = venue.place(1).get(0);
        venue.mishaps = Collections.nCopies(1000, Mishap.HIDDEN);
        venue.failures.put("lookup", ScriptedFault.transport(Effect.NONE));
        venue.time.in(Duration.ofSeconds(10), venue.failures::clear);

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(ref)).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(outcome.message()).isEqualTo("The venue knows no such order");
    }

    @Test
    void quantitiesCountMoreThanTheWordForTheState() {
        venue.fillBefore = 0;
        venue.words.put("FILLED", "CANCELLED");

        assertFilled(cancelOne());
    }

    @Test
    void aWordThatTheQuantitiesContradictIsNamed() {
        venue.words.put("CANCELLED", "FILLED");

        CancelReport report = venue.batchCancel().cancel(venue.place(1));

        CancelOutcome outcome = report.outcomes().get(0);
        assertThat(outcome.status()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(Objects.requireNonNull(outcome.order()).filled()).isEqualTo(new BigDecimal("0.5"));
        assertThat(report.discrepancies()).containsExactly(outcome);
    }

    @Test
    void whatAListThatFailedOrBrokeOffDoesNotShowIsNotTakenForClosed() {
        venue.place(150);
        venue.mishaps = List.of(Mishap.LOST_REQUEST, Mishap.NONE, Mishap.LOST_RESPONSE);

        CancelAllReport report = venue.batchCancel().cancelAllOpen("BTC");

        assertThat(venue.asked).startsWith("open", "open", "open", "cancel", "cancel");
        assertThat(report.noneOpen()).isTrue();
        assertThat(report.orders().outcomes())
                .hasSize(150)
                .extracting(CancelOutcome::status)
                .containsOnly(Status.CANCELLED);
    }

    @Test
    void anAcknowledgementOfAnOrderThatNobodyKnowsIsNoCancellation() {
        List<OrderRef> refs = venue.place(1);
        venue.mishaps = Stream.concat(Stream.of(Mishap.NONE), Collections.nCopies(1000, Mishap.HIDDEN).stream())
                .toList();

        CancelOutcome outcome = venue.batchCancel().cancel(refs).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(outcome.message()).isEqualTo("The venue knows no such order");
        assertThat(outcome.order()).isNull();
    }

    @Test
    void aCodeWithSeveralMeaningsMeansTheWeakest() {
        OrderRef ref = venue.place(1).get(0);
        venue.failures.put("cancel", ScriptedFault.rejection("not-open", ErrorKind.ORDER_NOT_OPEN, Effect.NONE, null));
        venue.fillBefore = 0;

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(ref)).outcomes().get(0);

        assertFilled(outcome);
        assertThat(venue.asked).containsOnly("cancel", "lookup");
    }

    private void lag(Duration duration) {
        Stream.of("lookup", "open", "history").forEach(view -> venue.lag.put(view, duration));
    }

    private CancelOutcome cancelOne() {
        return venue.batchCancel().cancel(venue.place(1)).outcomes().get(0);
    }

    private static void assertFilled(CancelOutcome outcome) {
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(outcome.message()).isEqualTo("Filled");
        assertThat(Objects.requireNonNull(outcome.order()).filled()).isEqualTo(new BigDecimal("2"));
    }
}
