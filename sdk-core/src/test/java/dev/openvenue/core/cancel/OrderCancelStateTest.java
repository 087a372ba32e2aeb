package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.NextStep.Action;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Retryable;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order does next, where a venue contradicts itself. */
final class OrderCancelStateTest {
    private static final OrderRef REF = OrderRef.byOrderId("BTC", "1");
    private final TransportException cut =
            new TransportException("sample", "cancel", Effect.UNKNOWN, "the connection was closed", null);

    @Test
    void everyOrderOfAnIdThatRepeatsLeavesTheOthersTheirTimeToShow() {
        OrderCancelState order = new OrderCancelState(
                OrderRef.byClientOrderId("BTC", "mine"), new RunRules(true, Duration.ofSeconds(2), true), false);
        Row none = new Row(new NotFound(true), null);
        order.looked(new Row(Found.CANCELLED, "1"), millis(0));
        order.looked(none, millis(0));
        order.looked(none, millis(1_000));
        order.looked(new Row(Found.OPEN, "2"), millis(1_100));
        order.looked(new Row(Found.CANCELLED, "2"), millis(1_200));

        assertThat(order.looked(none, millis(1_300))).isEqualTo(new NextStep(Action.LIST_NAMESAKES, 1));
        order.looked(none, millis(2_500));
        order.looked(none, millis(3_299));
        assertThat(order.outcome()).isNull();
        order.looked(none, millis(3_300));
        assertThat(order.outcome()).isNotNull();
    }

    @Test
    void orderThatWasSeenIsKnownForGood() {
        OrderCancelState order = order(true);
        assertThat(order.evidence().known()).isFalse();

        order.looked(new Row(Found.OPEN, "1"), 0);
        order.looked(new Row(new NotFound(true), null), 0);

        assertThat(order.evidence().known()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NONE, ALREADY_CLOSED", "LOOK_UP_ORDER, UNKNOWN"})
    void rejectionProvesThatAnOrderIsClosedUnlessItsRemedyIsALookup(Remedy remedy, Status status) {
        OrderCancelState order = order(false);

        order.responded(rejected(remedy), 1, 0);

        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF,
                        status,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Rejected: state Incorrect order state (order closed)",
                        null,
                        null,
                        List.of()));
    }

    @Test
    void orderThatIsCalledClosedAndShownOpenIsLookedAtSixTimesBeforeTheNextCancel() {
        OrderCancelState order = order(true);
        order.responded(rejected(Remedy.LOOK_UP_ORDER), 1, 0);

        assertThat(lookups(order, Found.OPEN, OrderCancelState.LOOKS_BEFORE_RESEND))
                .containsExactly(Action.LOOK, Action.LOOK, Action.LOOK, Action.LOOK, Action.LOOK, Action.CANCEL);
    }

    @Test
    void orderThatStaysCalledClosedAndShownOpenEndsUnknown() {
        OrderCancelState order = order(true);
        for (int rejection = 0; rejection < OrderCancelState.REJECTIONS; rejection++) {
            order.responded(rejected(Remedy.LOOK_UP_ORDER), 1, 0);
            lookups(order, Found.OPEN, OrderCancelState.LOOKS_BEFORE_RESEND);
        }

        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Rejected: state Incorrect order state (order closed); yet the venue shows the order open",
                        null,
                        null,
                        List.of()));
    }

    @Test
    void orderThatNoLookupTellsIsSoughtInTheListAsOften() {
        OrderCancelState order = order(true);
        order.responded(new Unknown(cut, false), 1, 0);

        assertThat(lookups(order, new Unavailable(cut, true), 2 * Unavailable.ENOUGH))
                .containsExactly(Action.LOOK, Action.LOOK, Action.LIST, Action.LIST, Action.LIST, Action.NOTHING);
        assertThat(Descriptions.withoutProof(order.outcome())).isEqualTo(unseen(cut));
    }

    @Test
    void rejectionAfterALostCancelIsNoReasonNotToLook() {
        OrderCancelState order = order(true);
        Rejected forbidden = new Rejected("forbidden", ErrorKind.PERMISSION, Effect.NONE, Remedy.NONE, "no", null);
        order.responded(new Unknown(cut, false), 1, 0);
        order.looked(new Row(Found.OPEN, "1"), 0);

        assertThat(order.responded(forbidden, 1, 0).action()).isEqualTo(Action.LOOK);
        order.looked(new Row(Found.CANCELLED, "1"), 0);
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.CANCELLED,
                        null,
                        null,
                        "Cancelled; the order's state says so",
                        null,
                        null,
                        List.of()));
    }

    @Test
    void callThatIsNotSentAfterALostCancelLeavesTheOrderUnknown() {
        OrderCancelState order = order(true);
        NotSentException noPermit = new NotSentException("sample", "cancel", "no permit", null);
        order.responded(new Unknown(cut, false), 1, 0);
        order.looked(new Row(Found.OPEN, "1"), 0);
        for (int attempt = 1; attempt < OrderCancelState.REJECTIONS; attempt++) {
            order.responded(new Retryable(noPermit, Duration.ZERO), 1, 0);
        }

        assertThat(Descriptions.withoutProof(order.outcome())).isEqualTo(unseen(noPermit));
    }

    private static CancelOutcome unseen(VenueException cause) {
        return new CancelOutcome(
                REF,
                Status.UNKNOWN,
                null,
                null,
                "A cancel may have been sent, but its effect could not be seen",
                cause,
                null,
                List.of());
    }

    private static OrderCancelState order(boolean verify) {
        return new OrderCancelState(REF, new RunRules(verify, Duration.ofSeconds(2), false), false);
    }

    private static List<Action> lookups(OrderCancelState order, OrderLookup lookup, int count) {
        List<Action> actions = new ArrayList<>();
        for (int look = 0; look < count; look++) {
            actions.add(order.looked(new Row(lookup, null), 0).action());
        }
        return actions;
    }

    private static Rejected rejected(Remedy remedy) {
        return new Rejected("state", ErrorKind.ORDER_CLOSED, Effect.NONE, remedy, "Incorrect order state", null);
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
