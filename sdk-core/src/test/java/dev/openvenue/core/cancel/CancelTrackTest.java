package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.TransportException;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelStep.Action;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.NotYet;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.OrderSight.Absent;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an order does next, where a venue contradicts itself. */
final class CancelTrackTest {
    private static final OrderRef REF = OrderRef.order("BTC", "1");
    private final TransportException cut =
            new TransportException("sample", "cancel", Execution.UNKNOWN, "the connection was closed", null);

    @Test
    void everyOrderOfAnIdThatRepeatsLeavesTheOthersTheirTimeToShow() {
        CancelTrack track = new CancelTrack(
                OrderRef.client("BTC", "mine"), new CancelRules(true, Duration.ofSeconds(2), true), false);
        Row none = new Row(new Absent(true), null);
        track.looked(new Row(State.CANCELLED, "1"), millis(0));
        track.looked(none, millis(0));
        track.looked(none, millis(1_000));
        track.looked(new Row(State.OPEN, "2"), millis(1_100));
        track.looked(new Row(State.CANCELLED, "2"), millis(1_200));

        track.looked(none, millis(1_300));
        track.looked(none, millis(2_500));
        track.looked(none, millis(3_299));
        assertThat(track.outcome()).isNull();
        track.looked(none, millis(3_300));
        assertThat(track.outcome()).isNotNull();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void refusalThatProvesItIsBelieved() {
        CancelTrack track = track(false);

        track.answered(refused(Remedy.NO), 1);

        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.ALREADY_CLOSED,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Refused: state Incorrect order state (order closed)",
                        null));
    }

    @Test
    void refusalThatBidsToLookFirstProvesNothing() {
        CancelTrack track = track(false);

        track.answered(refused(Remedy.LOOKUP), 1);

        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Refused: state Incorrect order state (order closed)",
                        null));
    }

    @Test
    void orderThatIsCalledClosedAndShownOpenIsLookedAtSixTimesBeforeTheNextCancel() {
        CancelTrack track = track(true);
        track.answered(refused(Remedy.LOOKUP), 1);

        assertThat(looks(track, State.OPEN, CancelTrack.LOOKS_BEFORE_RESEND))
                .containsExactly(Action.LOOK, Action.LOOK, Action.LOOK, Action.LOOK, Action.LOOK, Action.CANCEL);
    }

    @Test
    void orderThatStaysCalledClosedAndShownOpenEndsUnknown() {
        CancelTrack track = track(true);
        for (int refusal = 0; refusal < CancelTrack.REFUSALS; refusal++) {
            track.answered(refused(Remedy.LOOKUP), 1);
            looks(track, State.OPEN, CancelTrack.LOOKS_BEFORE_RESEND);
        }

        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Refused: state Incorrect order state (order closed); yet the venue shows the order open",
                        null));
    }

    @Test
    void orderThatNoLookupTellsIsSoughtInTheListAsOften() {
        CancelTrack track = track(true);
        track.answered(new Lost(cut, false), 1);

        assertThat(looks(track, new Hidden(cut, true), 2 * Hidden.ENOUGH))
                .containsExactly(Action.LOOK, Action.LOOK, Action.LIST, Action.LIST, Action.LIST, Action.NOTHING);
        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        null,
                        null,
                        "A cancel may have been sent, but its effect could not be seen",
                        cut));
    }

    @Test
    void refusalAfterALostCancelIsNoReasonNotToLook() {
        CancelTrack track = track(true);
        Refused forbidden =
                new Refused("forbidden", ErrorKind.PERMISSION, Execution.NOT_EXECUTED, Remedy.NO, "no", null);
        track.answered(new Lost(cut, false), 1);
        track.looked(new Row(State.OPEN, "1"), 0);

        assertThat(track.answered(forbidden, 1).action()).isEqualTo(Action.LOOK);
        track.looked(new Row(State.CANCELLED, "1"), 0);
        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF, Status.CANCELLED, null, null, "Cancelled; the order's state says so", null));
    }

    @Test
    void callThatIsNotSentAfterALostCancelLeavesTheOrderUnknown() {
        CancelTrack track = track(true);
        NotSentException noPermit = new NotSentException("sample", "cancel", "no permit", null);
        track.answered(new Lost(cut, false), 1);
        track.looked(new Row(State.OPEN, "1"), 0);
        for (int attempt = 1; attempt < CancelTrack.REFUSALS; attempt++) {
            track.answered(new NotYet(noPermit, Duration.ZERO), 1);
        }

        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        null,
                        null,
                        "A cancel may have been sent, but its effect could not be seen",
                        noPermit));
    }

    private static CancelTrack track(boolean verify) {
        return new CancelTrack(REF, new CancelRules(verify, Duration.ofSeconds(2), false), false);
    }

    private static List<Action> looks(CancelTrack track, OrderSight sight, int count) {
        List<Action> actions = new ArrayList<>();
        for (int look = 0; look < count; look++) {
            actions.add(track.looked(new Row(sight, null), 0).action());
        }
        return actions;
    }

    private static Refused refused(Remedy remedy) {
        return new Refused(
                "state", ErrorKind.ORDER_CLOSED, Execution.NOT_EXECUTED, remedy, "Incorrect order state", null);
    }
}
