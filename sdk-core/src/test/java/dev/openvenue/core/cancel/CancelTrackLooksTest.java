package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.Execution;
import dev.openvenue.core.TransportException;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelStep.Action;
import dev.openvenue.core.cancel.CancelVerdict.Accepted;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.OrderSight.Absent;
import dev.openvenue.core.cancel.OrderSight.Hidden;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which look follows which, where an order is out of sight or shares its id with others. */
final class CancelTrackLooksTest {
    private static final OrderRef OWN = OrderRef.client("BTC", "mine");
    private static final Row CLOSED = new Row(State.CANCELLED, "7");
    private static final Row NOT_LISTED = new Row(new Absent(true), null);
    private static final Row NOT_FOUND = new Row(new Absent(false), null);
    private static final String OTHERS = "The newest order of this client id is closed; the venue lets ids repeat,"
            + " and whether another one is open could not be seen";

    private final TransportException cut = failure("the connection was closed");
    private final TransportException dark = failure("the look was lost");
    private final Row passing = new Row(new Hidden(dark, false), null);
    private final Row lasting = new Row(new Hidden(dark, true), null);

    @Test
    void orderThatTheLookupsCannotTellIsSoughtInTheListAlone() {
        CancelTrack told = track(false);
        CancelTrack dumb = track(false);
        looks(told, lasting, Hidden.ENOUGH - 1);
        looks(dumb, lasting, Hidden.ENOUGH);

        assertThat(told.looked(NOT_LISTED, 0)).isEqualTo(new CancelStep(Action.LOOK, 1));
        assertThat(dumb.looked(NOT_LISTED, 0)).isEqualTo(new CancelStep(Action.LIST, 1));
    }

    @Test
    void orderThatWasSeenBeginsItsAbsenceAnew() {
        CancelTrack track = track(false);
        track.answered(new Accepted("7"), 1);
        looks(track, NOT_FOUND, 2);
        track.looked(new Row(State.OPEN, "7"), 0);

        assertThat(track.looked(NOT_FOUND, 0)).isEqualTo(new CancelStep(Action.LOOK, 1));
    }

    @Test
    void whatWentWrongFirstStaysTheCauseUntilTheVenueTookTheCancel() {
        CancelTrack silent = track(false);
        CancelTrack lost = track(false);
        CancelTrack taken = track(false);
        lost.answered(new Lost(cut, false), 1);
        taken.answered(new Lost(cut, false), 1);
        taken.answered(new Accepted("7"), 1);

        assertThat(silent.looked(passing, 0)).isEqualTo(new CancelStep(Action.LOOK, 1));
        lost.looked(passing, 0);
        taken.looked(passing, 0);

        assertThat(silent.evidence().cause()).isSameAs(dark);
        assertThat(lost.evidence().cause()).isSameAs(cut);
        assertThat(taken.evidence().cause()).isSameAs(dark);
    }

    @Test
    void closedOrderWhoseIdRepeatsIsSoughtAmongTheOpenOnes() {
        CancelTrack track = track(true);
        track.answered(new Accepted("7"), 1);

        assertThat(track.looked(CLOSED, 0)).isEqualTo(new CancelStep(Action.LIST_NAMESAKES, 0));
        assertThat(track.looked(new Row(State.OPEN, "7"), 0)).isEqualTo(new CancelStep(Action.LIST_NAMESAKES, 1));
        assertThat(track.looked(new Row(State.OPEN, "7"), 0)).isEqualTo(new CancelStep(Action.LIST_NAMESAKES, 2));
        assertThat(track.looked(new Row(State.OPEN, "3"), 0)).isEqualTo(new CancelStep(Action.CANCEL, 0));
        assertThat(track.orderId()).isEqualTo("3");
    }

    @Test
    void listOfNamesakesThatTellsNothingForAWhileIsReadAgain() {
        CancelTrack track = track(true);
        track.answered(new Accepted("7"), 1);
        track.looked(CLOSED, 0);

        for (int list = 1; list <= 2 * Hidden.ENOUGH; list++) {
            assertThat(track.looked(passing, 0)).isEqualTo(new CancelStep(Action.LIST_NAMESAKES, list));
        }
    }

    @Test
    void listOfNamesakesThatWillTellNothingIsReadThreeTimes() {
        CancelTrack track = track(true);
        track.answered(new Accepted("7"), 1);
        track.looked(CLOSED, 0);

        assertThat(track.looked(lasting, 0)).isEqualTo(new CancelStep(Action.LIST_NAMESAKES, 1));
        assertThat(track.looked(lasting, 0)).isEqualTo(new CancelStep(Action.LIST_NAMESAKES, 2));
        assertThat(track.looked(lasting, 0)).isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome()).isEqualTo(new CancelOutcome(OWN, Status.ACCEPTED, null, null, OTHERS, dark));
    }

    @Test
    void closedOrderWhoseNamesakesNoCallShowsIsNotCalledClosed() {
        CancelTrack track = track(true);
        track.answered(new Accepted("7"), 1);
        track.looked(CLOSED, 0);

        assertThat(track.blind()).isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome()).isEqualTo(new CancelOutcome(OWN, Status.ACCEPTED, null, null, OTHERS, null));
    }

    @Test
    void absenceThatOnlyLookupsShowTakesItsTime() {
        CancelTrack track = track(false);
        looks(track, NOT_FOUND, CancelAbsence.QUICK_LOOKS);

        assertThat(track.blind()).isEqualTo(new CancelStep(Action.LOOK, 0, Duration.ofMillis(500)));
        track.looked(NOT_FOUND, Duration.ofSeconds(2).toNanos());
        assertThat(track.blind()).isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(OWN, Status.NOT_FOUND, null, null, "The venue knows no such order", null));
    }

    @Test
    void orderThatNoCallShowsIsReportedByTheWordOfItsCancel() {
        CancelTrack track = track(false);
        track.answered(new Accepted("7"), 1);

        assertThat(track.blind()).isEqualTo(new CancelStep(Action.NOTHING, 0));
        assertThat(track.outcome())
                .isEqualTo(new CancelOutcome(
                        OWN,
                        Status.ACCEPTED,
                        null,
                        null,
                        "The venue took the cancel; its effect could not be seen",
                        null));
    }

    private static CancelTrack track(boolean clientIdsRepeat) {
        return new CancelTrack(OWN, new CancelRules(true, Duration.ofSeconds(2), clientIdsRepeat), false);
    }

    private static void looks(CancelTrack track, Row row, int count) {
        for (int look = 0; look < count; look++) {
            track.looked(row, 0);
        }
    }

    private static TransportException failure(String message) {
        return new TransportException("sample", "cancel", Execution.UNKNOWN, message, null);
    }
}
