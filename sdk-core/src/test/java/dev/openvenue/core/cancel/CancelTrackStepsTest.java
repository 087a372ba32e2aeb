package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.TransportException;
import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelStep.Action;
import dev.openvenue.core.cancel.CancelVerdict.Accepted;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.NotYet;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.CancelVerdict.Split;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order does next, how often that was tried, and what its calls may hold. */
final class CancelTrackStepsTest {
    private static final OrderRef REF = OrderRef.order("BTC", "1");
    private static final OrderRef OWN = OrderRef.client("BTC", "mine");
    private static final Refused NOT_FOUND = refused("404", ErrorKind.ORDER_NOT_FOUND, Execution.NOT_EXECUTED);
    private static final Refused FORBIDDEN = refused("403", ErrorKind.PERMISSION, Execution.NOT_EXECUTED);
    private static final Refused DOUBTFUL = refused("500", ErrorKind.OTHER, Execution.UNKNOWN);

    private final TransportException cut =
            new TransportException("sample", "cancel", Execution.UNKNOWN, "the connection was closed", null);

    @ParameterizedTest
    @CsvSource({"10, 5", "3, 1", "1, 1"})
    void nextCallHoldsHalfAsManyIfOneOfThemMayBeTheReason(int size, int limit) {
        CancelTrack lost = track(REF);
        CancelTrack split = track(REF);

        assertThat(lost.answered(new Lost(cut, true), size)).isEqualTo(new CancelStep(Action.LOOK, 0));
        assertThat(split.answered(new Split(cut), size)).isEqualTo(new CancelStep(Action.CANCEL, 0));

        assertThat(lost.limit()).isEqualTo(limit);
        assertThat(split.limit()).isEqualTo(limit);
    }

    @Test
    void callThatWasLostForAnotherReasonMayBeAsLargeAgain() {
        CancelTrack track = track(REF);

        track.answered(new Lost(cut, false), 10);

        assertThat(track.limit()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void refusalThatAsksToWaitIsTriedAgainLaterEachTime() {
        CancelTrack track = track(REF);
        Refused busy = refused("429", ErrorKind.RATE_LIMIT, Execution.NOT_EXECUTED);

        assertThat(track.answered(busy, 1)).isEqualTo(new CancelStep(Action.CANCEL, 1));
        assertThat(track.answered(busy, 1)).isEqualTo(new CancelStep(Action.CANCEL, 2));
    }

    @Test
    void callThatTheLimitsHoldBackIsTriedAgainAfterTheirPauseHoweverOften() {
        CancelTrack track = track(REF);
        NotSentException held = new NotSentException("sample", "cancel", "held back", null, Duration.ofSeconds(3));
        for (int attempt = 1; attempt <= 2 * CancelTrack.REFUSALS; attempt++) {
            assertThat(track.answered(new NotYet(held, Duration.ofSeconds(3)), 1))
                    .isEqualTo(new CancelStep(Action.CANCEL, attempt, Duration.ofSeconds(3)));
        }
    }

    @Test
    void callThatIsNotSentForGoodIsGivenUpAfterFiveTries() {
        CancelTrack track = track(REF);
        NotSentException noKey = new NotSentException("sample", "cancel", "no key", null);
        for (int attempt = 1; attempt < CancelTrack.REFUSALS; attempt++) {
            assertThat(track.answered(new NotYet(noKey, Duration.ZERO), 1))
                    .isEqualTo(new CancelStep(Action.CANCEL, attempt));
        }

        assertThat(track.answered(new NotYet(noKey, Duration.ZERO), 1)).isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(REF, Status.REJECTED, null, null, "Not sent: no key", noKey));
    }

    @Test
    void orderThatIsCancelledAfterADoubtfulRefusalCountsAsCancelledByThisRun() {
        CancelTrack track = track(REF);

        assertThat(track.answered(DOUBTFUL, 1)).isEqualTo(new CancelStep(Action.LOOK, 0));
        track.looked(new Row(State.CANCELLED, "1"), 0);

        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF, Status.CANCELLED, null, null, "Cancelled; the order's state says so", null));
    }

    @Test
    void orderThatIsCancelledAfterItWasCalledNotOpenWasCancelledBefore() {
        CancelTrack track = track(REF);

        track.answered(refused("closed", ErrorKind.ORDER_CLOSED, Execution.UNKNOWN), 1);
        track.looked(new Row(State.CANCELLED, "1"), 0);

        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF, Status.ALREADY_CLOSED, "closed", ErrorKind.ORDER_CLOSED, "Cancelled before", null));
    }

    @Test
    void refusalOfACertainKindIsBelievedAtOnce() {
        CancelTrack track = track(REF);

        assertThat(track.answered(FORBIDDEN, 1)).isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF, Status.REJECTED, "403", ErrorKind.PERMISSION, "Refused: 403 no (permission)", null));
    }

    @Test
    void openOrderStaysOnlyIfItIsRefusedFiveTimesWithOneCode() {
        CancelTrack track = track(REF);
        track.answered(refused("501", ErrorKind.OTHER, Execution.UNKNOWN), 1);
        assertThat(track.looked(new Row(State.OPEN, "1"), 0)).isEqualTo(new CancelStep(Action.CANCEL, 1));
        for (int refusal = 1; refusal < CancelTrack.REFUSALS; refusal++) {
            track.answered(DOUBTFUL, 1);
            assertThat(track.looked(new Row(State.OPEN, "1"), 0)).isEqualTo(new CancelStep(Action.CANCEL, 1 + refusal));
        }
        track.answered(DOUBTFUL, 1);
        track.looked(new Row(State.OPEN, "1"), 0);

        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.REJECTED,
                        "500",
                        ErrorKind.OTHER,
                        "Refused: 500 no; the order is still open",
                        null));
    }

    @Test
    void orderThatItsClientIdDoesNotReachIsCancelledByTheVenuesIdOnce() {
        CancelTrack track = track(OWN);
        track.answered(NOT_FOUND, 1);
        assertThat(track.kind()).isEqualTo(IdKind.CLIENT_ORDER_ID);

        assertThat(track.looked(new Row(State.OPEN, "7"), 0)).isEqualTo(new CancelStep(Action.CANCEL, 0));
        assertThat(track.kind()).isEqualTo(IdKind.ORDER_ID);
        assertThat(track.orderId()).isEqualTo("7");

        track.answered(NOT_FOUND, 1);
        assertThat(track.looked(new Row(State.OPEN, "7"), 0)).isEqualTo(new CancelStep(Action.LOOK, 1));
    }

    @Test
    void orderThatNoOtherIdIsKnownOfIsLookedAtAgain() {
        CancelTrack byOrderId = track(REF);
        CancelTrack byClientId = track(OWN);
        byOrderId.answered(NOT_FOUND, 1);
        byClientId.answered(NOT_FOUND, 1);

        assertThat(byOrderId.looked(new Row(State.OPEN, "1"), 0)).isEqualTo(new CancelStep(Action.LOOK, 1));
        assertThat(byClientId.looked(new Row(State.OPEN, null), 0)).isEqualTo(new CancelStep(Action.LOOK, 1));
    }

    @Test
    void venuesIdIsLearntFromTheAnswerAndFromTheLook() {
        CancelTrack answered = track(OWN);
        CancelTrack looked = track(OWN);

        answered.answered(new Accepted("7"), 1);
        answered.looked(new Row(State.OPEN, "8"), 0);
        looked.looked(new Row(State.OPEN, "8"), 0);

        assertThat(answered.orderId()).isEqualTo("7");
        assertThat(looked.orderId()).isEqualTo("8");
    }

    @Test
    void looksThatTellNothingForAWhileGoOnWithTheVenuesPause() {
        CancelTrack track = track(REF);
        track.answered(new Lost(cut, false), 1);
        for (int look = 1; look <= 3 * Hidden.ENOUGH; look++) {
            assertThat(track.looked(new Row(new Hidden(cut, false), null), 0))
                    .isEqualTo(new CancelStep(Action.LOOK, look));
        }
    }

    @Test
    void looksThatWillTellNothingGiveWayToTheList() {
        CancelTrack track = track(REF);
        Row hidden = new Row(new Hidden(cut, true), null);
        track.answered(new Accepted(null), 1);

        assertThat(track.looked(hidden, 0)).isEqualTo(new CancelStep(Action.LOOK, 1));
        assertThat(track.looked(hidden, 0)).isEqualTo(new CancelStep(Action.LOOK, 2));
        assertThat(track.looked(hidden, 0)).isEqualTo(new CancelStep(Action.LIST, 0));
        assertThat(track.looked(hidden, 0)).isEqualTo(new CancelStep(Action.LIST, 1));
        assertThat(track.looked(hidden, 0)).isEqualTo(new CancelStep(Action.LIST, 2));
        assertThat(track.looked(hidden, 0)).isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.ACCEPTED,
                        null,
                        null,
                        "The venue took the cancel; its effect could not be seen",
                        cut));
    }

    @Test
    void lookupThatNamedOthersTooIsMadeAlone() {
        CancelTrack track = track(REF);
        assertThat(track.lookAlone()).isFalse();

        assertThat(track.alone()).isEqualTo(new CancelStep(Action.LOOK, 0));
        assertThat(track.lookAlone()).isTrue();
    }

    @Test
    void firstOutcomeStays() {
        CancelTrack track = track(REF);
        track.answered(FORBIDDEN, 1);
        CancelOutcome first = track.outcome();

        assertThat(track.settle(new CancelOutcome(REF, Status.UNKNOWN, null, null, "late", null)))
                .isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome()).isSameAs(first);
        assertThat(track.isDone()).isFalse();
        track.done();
        assertThat(track.isDone()).isTrue();
    }

    private static CancelTrack track(OrderRef ref) {
        return new CancelTrack(ref, new CancelRules(true, Duration.ofSeconds(2), false), false);
    }

    private static Refused refused(String code, ErrorKind kind, Execution execution) {
        return new Refused(code, kind, execution, Remedy.NO, "no", null);
    }
}
