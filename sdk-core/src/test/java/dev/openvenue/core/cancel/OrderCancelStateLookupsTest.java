package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.NextStep.Action;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which look follows which, where an order is out of sight or shares its id with others. */
final class OrderCancelStateLookupsTest {
    private static final OrderRef OWN = OrderRef.byClientOrderId("BTC", "mine");
    private static final Row CLOSED = new Row(Found.CANCELLED, "7");
    private static final Row NOT_LISTED = new Row(new NotFound(true), null);
    private static final Row NOT_FOUND = new Row(new NotFound(false), null);
    private static final String OTHERS = "The newest order of this client id is closed; the venue lets ids repeat,"
            + " and whether another one is open could not be seen";

    private final TransportException cut = failure("the connection was closed");
    private final TransportException dark = failure("the look was lost");
    private final Row passing = new Row(new Unavailable(dark, false), null);
    private final Row lasting = new Row(new Unavailable(dark, true), null);

    @Test
    void orderThatTheLookupsCannotTellIsSoughtInTheListAlone() {
        OrderCancelState told = order(false);
        OrderCancelState dumb = order(false);
        lookups(told, lasting, Unavailable.ENOUGH - 1);
        lookups(dumb, lasting, Unavailable.ENOUGH);

        assertThat(told.looked(NOT_LISTED, 0)).isEqualTo(new NextStep(Action.LOOK, 1));
        assertThat(dumb.looked(NOT_LISTED, 0)).isEqualTo(new NextStep(Action.LIST, 1));
    }

    @Test
    void orderThatWasSeenBeginsItsAbsenceAnew() {
        OrderCancelState order = order(false);
        order.responded(new Accepted("7"), 1, 0);
        lookups(order, NOT_FOUND, 2);
        order.looked(new Row(Found.OPEN, "7"), 0);

        assertThat(order.looked(NOT_FOUND, 0)).isEqualTo(new NextStep(Action.LOOK, 1));
    }

    @Test
    void absenceBeginsWithTheFirstCancelAndNotWithTheFirstLook() {
        OrderCancelState order = order(false);
        order.responded(new Accepted("7"), 1, millis(0));
        order.looked(NOT_FOUND, millis(1_400));
        order.looked(NOT_FOUND, millis(1_500));

        assertThat(order.looked(NOT_LISTED, millis(2_000))).isEqualTo(new NextStep(Action.LOOK, 0));
        assertThat(order.isLastLook()).isTrue();
    }

    @Test
    void anOrderIsKnownOnceTheVenueShowedIt() {
        OrderCancelState order = order(false);
        order.looked(NOT_FOUND, 0);
        assertThat(order.isKnown()).isFalse();

        order.looked(new Row(Found.OPEN, "7"), 0);

        assertThat(order.isKnown()).isTrue();
    }

    @Test
    void aListIsNoLookup() {
        OrderCancelState order = order(false);
        order.looked(NOT_LISTED, 0);
        assertThat(order.isLookedUp()).isFalse();

        order.looked(NOT_FOUND, 0);

        assertThat(order.isLookedUp()).isTrue();
    }

    @Test
    void aViewThatShowsAnOrderOpenAfterItsCancelWasTakenLags() {
        RunRules rules = new RunRules(true, Duration.ofSeconds(2), false);
        OrderCancelState order = new OrderCancelState(OWN, rules, false);
        order.looked(new Row(Found.OPEN, "7"), millis(500));
        order.responded(new Accepted("7"), 1, millis(1_000));
        assertThat(rules.absence()).isEqualTo(Duration.ofSeconds(2));

        order.looked(new Row(Found.OPEN, "7"), millis(2_400));
        assertThat(rules.absence()).isEqualTo(Duration.ofMillis(2_800));
        // What it shows now it may have shown only just before.
        order.looked(new Row(Found.CANCELLED, "7"), millis(2_600));
        assertThat(rules.absence()).isEqualTo(Duration.ofMillis(3_200));
    }

    @Test
    void aViewThatShowsAnOrderClosedAtFirstDoesNotLag() {
        RunRules rules = new RunRules(true, Duration.ofSeconds(2), false);
        OrderCancelState order = new OrderCancelState(OWN, rules, false);
        order.responded(new Accepted("7"), 1, millis(0));

        order.looked(new Row(Found.CANCELLED, "7"), millis(5_000));

        assertThat(rules.absence()).isEqualTo(Duration.ofSeconds(2));
    }

    /** The views may still lag behind a cancel that was lost one and a half seconds ago. */
    @Test
    void rejectionsOfAnOrderWhoseCancelWasLostJustBeforeDecideNothing() {
        OrderCancelState order = order(false);
        order.responded(new Unknown(cut, false), 1, millis(1_000));
        Rejected no = new Rejected("403", ErrorKind.PERMISSION, Effect.NONE, Remedy.NONE, "no", null);
        for (int i = 0; i < OrderCancelState.REJECTIONS; i++) {
            order.responded(no, 1, millis(1_100));
        }

        assertThat(order.looked(new Row(Found.OPEN, "7"), millis(2_500)).action())
                .isEqualTo(Action.CANCEL);
    }

    @Test
    void whatWentWrongFirstStaysTheCauseUntilTheVenueTookTheCancel() {
        OrderCancelState silent = order(false);
        OrderCancelState lost = order(false);
        OrderCancelState taken = order(false);
        lost.responded(new Unknown(cut, false), 1, 0);
        taken.responded(new Unknown(cut, false), 1, 0);
        taken.responded(new Accepted("7"), 1, 0);

        assertThat(silent.looked(passing, 0)).isEqualTo(new NextStep(Action.LOOK, 1));
        lost.looked(passing, 0);
        taken.looked(passing, 0);

        assertThat(silent.evidence().cause()).isSameAs(dark);
        assertThat(lost.evidence().cause()).isSameAs(cut);
        assertThat(taken.evidence().cause()).isSameAs(dark);
    }

    @Test
    void closedOrderWhoseIdRepeatsIsSoughtAmongTheOpenOnes() {
        OrderCancelState order = order(true);
        order.responded(new Accepted("7"), 1, 0);

        assertThat(order.looked(CLOSED, 0)).isEqualTo(new NextStep(Action.LIST_NAMESAKES, 0));
        assertThat(order.looked(new Row(Found.OPEN, "7"), 0)).isEqualTo(new NextStep(Action.LIST_NAMESAKES, 1));
        assertThat(order.looked(new Row(Found.OPEN, "7"), 0)).isEqualTo(new NextStep(Action.LIST_NAMESAKES, 2));
        assertThat(order.looked(new Row(Found.OPEN, "3"), 0)).isEqualTo(new NextStep(Action.CANCEL, 0));
        assertThat(order.orderId()).isEqualTo("3");
    }

    @Test
    void listOfNamesakesThatTellsNothingForAWhileIsReadAgain() {
        OrderCancelState order = order(true);
        order.responded(new Accepted("7"), 1, 0);
        order.looked(CLOSED, 0);

        for (int list = 1; list <= 2 * Unavailable.ENOUGH; list++) {
            assertThat(order.looked(passing, 0)).isEqualTo(new NextStep(Action.LIST_NAMESAKES, list));
        }
    }

    @Test
    void listOfNamesakesThatWillTellNothingIsReadThreeTimes() {
        OrderCancelState order = order(true);
        order.responded(new Accepted("7"), 1, 0);
        order.looked(CLOSED, 0);

        assertThat(order.looked(lasting, 0)).isEqualTo(new NextStep(Action.LIST_NAMESAKES, 1));
        assertThat(order.looked(lasting, 0)).isEqualTo(new NextStep(Action.LIST_NAMESAKES, 2));
        assertThat(order.looked(lasting, 0)).isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(OWN, Status.ACCEPTED, null, null, OTHERS, dark, null, List.of()));
    }

    @Test
    void closedOrderWhoseNamesakesNoCallShowsIsNotCalledClosed() {
        OrderCancelState order = order(true);
        order.responded(new Accepted("7"), 1, 0);
        order.looked(CLOSED, 0);

        assertThat(order.cannotLookUp()).isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(OWN, Status.ACCEPTED, null, null, OTHERS, null, null, List.of()));
    }

    @Test
    void absenceThatOnlyLookupsShowTakesItsTime() {
        OrderCancelState order = order(false);
        lookups(order, NOT_FOUND, AbsenceProof.QUICK_LOOKS);

        assertThat(order.cannotLookUp()).isEqualTo(new NextStep(Action.LOOK, 0, Duration.ofMillis(500)));
        order.looked(NOT_FOUND, Duration.ofSeconds(2).toNanos());
        assertThat(order.cannotLookUp()).isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        OWN, Status.NOT_FOUND, null, null, "The venue knows no such order", null, null, List.of()));
    }

    @Test
    void orderThatNoCallShowsIsReportedByTheWordOfItsCancel() {
        OrderCancelState order = order(false);
        order.responded(new Accepted("7"), 1, 0);

        assertThat(order.cannotLookUp()).isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        OWN,
                        Status.ACCEPTED,
                        null,
                        null,
                        "The venue took the cancel; its effect could not be seen",
                        null,
                        null,
                        List.of()));
    }

    private static OrderCancelState order(boolean clientIdsRepeat) {
        return new OrderCancelState(OWN, new RunRules(true, Duration.ofSeconds(2), clientIdsRepeat), false);
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private static void lookups(OrderCancelState order, Row row, int count) {
        for (int look = 0; look < count; look++) {
            order.looked(row, 0);
        }
    }

    private static TransportException failure(String message) {
        return new TransportException("sample", "cancel", Effect.UNKNOWN, message, null);
    }
}
