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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void rejectionThatProvesItIsBelieved() {
        OrderCancelState order = order(false);

        order.answered(rejected(Remedy.NONE), 1);

        assertThat(order.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.ALREADY_CLOSED,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Rejected: state Incorrect order state (order closed)",
                        null));
    }

    @Test
    void rejectionWhoseRemedyIsALookupProvesNothing() {
        OrderCancelState order = order(false);

        order.answered(rejected(Remedy.LOOK_UP_ORDER), 1);

        assertThat(order.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Rejected: state Incorrect order state (order closed)",
                        null));
    }

    @Test
    void orderThatIsCalledClosedAndShownOpenIsLookedAtSixTimesBeforeTheNextCancel() {
        OrderCancelState order = order(true);
        order.answered(rejected(Remedy.LOOK_UP_ORDER), 1);

        assertThat(lookups(order, Found.OPEN, OrderCancelState.LOOKS_BEFORE_RESEND))
                .containsExactly(Action.LOOK, Action.LOOK, Action.LOOK, Action.LOOK, Action.LOOK, Action.CANCEL);
    }

    @Test
    void orderThatStaysCalledClosedAndShownOpenEndsUnknown() {
        OrderCancelState order = order(true);
        for (int rejection = 0; rejection < OrderCancelState.REJECTIONS; rejection++) {
            order.answered(rejected(Remedy.LOOK_UP_ORDER), 1);
            lookups(order, Found.OPEN, OrderCancelState.LOOKS_BEFORE_RESEND);
        }

        assertThat(order.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        "state",
                        ErrorKind.ORDER_CLOSED,
                        "Rejected: state Incorrect order state (order closed); yet the venue shows the order open",
                        null));
    }

    @Test
    void orderThatNoLookupTellsIsSoughtInTheListAsOften() {
        OrderCancelState order = order(true);
        order.answered(new Unknown(cut, false), 1);

        assertThat(lookups(order, new Unavailable(cut, true), 2 * Unavailable.ENOUGH))
                .containsExactly(Action.LOOK, Action.LOOK, Action.LIST, Action.LIST, Action.LIST, Action.NOTHING);
        assertThat(order.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        null,
                        null,
                        "A cancel may have been sent, but its effect could not be seen",
                        cut));
    }

    @Test
    void rejectionAfterALostCancelIsNoReasonNotToLook() {
        OrderCancelState order = order(true);
        Rejected forbidden = new Rejected("forbidden", ErrorKind.PERMISSION, Effect.NONE, Remedy.NONE, "no", null);
        order.answered(new Unknown(cut, false), 1);
        order.looked(new Row(Found.OPEN, "1"), 0);

        assertThat(order.answered(forbidden, 1).action()).isEqualTo(Action.LOOK);
        order.looked(new Row(Found.CANCELLED, "1"), 0);
        assertThat(order.outcome())
                .isEqualTo(new CancelOutcome(
                        REF, Status.CANCELLED, null, null, "Cancelled; the order's state says so", null));
    }

    @Test
    void callThatIsNotSentAfterALostCancelLeavesTheOrderUnknown() {
        OrderCancelState order = order(true);
        NotSentException noPermit = new NotSentException("sample", "cancel", "no permit", null);
        order.answered(new Unknown(cut, false), 1);
        order.looked(new Row(Found.OPEN, "1"), 0);
        for (int attempt = 1; attempt < OrderCancelState.REJECTIONS; attempt++) {
            order.answered(new Retryable(noPermit, Duration.ZERO), 1);
        }

        assertThat(order.outcome())
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.UNKNOWN,
                        null,
                        null,
                        "A cancel may have been sent, but its effect could not be seen",
                        noPermit));
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
}
