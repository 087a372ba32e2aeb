package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.NextStep.Action;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Retryable;
import dev.openvenue.core.cancel.OrderResult.SplitNeeded;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order does next, how often that was tried, and what its calls may hold. */
final class OrderCancelStateStepsTest {
    private static final OrderRef REF = OrderRef.byOrderId("BTC", "1");
    private static final OrderRef OWN = OrderRef.byClientOrderId("BTC", "mine");
    private static final Rejected NOT_FOUND = rejected("404", ErrorKind.ORDER_NOT_FOUND, Effect.NONE);
    private static final Rejected FORBIDDEN = rejected("403", ErrorKind.PERMISSION, Effect.NONE);
    private static final Rejected DOUBTFUL = rejected("500", ErrorKind.OTHER, Effect.UNKNOWN);

    private final TransportException cut =
            new TransportException("sample", "cancel", Effect.UNKNOWN, "the connection was closed", null);

    @ParameterizedTest
    @CsvSource({"10, 5", "3, 1", "1, 1"})
    void nextCallHoldsHalfAsManyIfOneOfThemMayBeTheReason(int size, int limit) {
        OrderCancelState lost = order(REF);
        OrderCancelState split = order(REF);

        assertThat(lost.responded(new Unknown(cut, true), size, 0)).isEqualTo(new NextStep(Action.LOOK, 0));
        assertThat(split.responded(new SplitNeeded(cut), size, 0)).isEqualTo(new NextStep(Action.CANCEL, 0));

        assertThat(lost.limit()).isEqualTo(limit);
        assertThat(split.limit()).isEqualTo(limit);
    }

    /** The lost cancel may be why the venue rejects the next ones, and the view may lag. */
    @Test
    void rejectionsAfterALostCancelDecideOnlyOnceTheViewsHadTimeToShowItsEffect() {
        OrderCancelState order = new OrderCancelState(REF, new RunRules(true, Duration.ofSeconds(2), false), false);
        order.responded(new Unknown(cut, false), 1, 0);
        for (int i = 1; i <= 2 * OrderCancelState.REJECTIONS; i++) {
            long asked = Duration.ofMillis(i * 100L).toNanos();
            order.looked(new Row(Found.OPEN, "1"), asked);
            order.responded(FORBIDDEN, 1, asked);
        }

        assertThat(order.looked(
                                new Row(Found.OPEN, "1"),
                                Duration.ofMillis(1_999).toNanos())
                        .action())
                .isEqualTo(Action.CANCEL);
        assertThat(order.looked(new Row(Found.OPEN, "1"), Duration.ofSeconds(2).toNanos())
                        .action())
                .isEqualTo(Action.NOTHING);
        assertThat(order.outcome()).extracting(CancelOutcome::status).isEqualTo(Status.REJECTED);
    }

    @Test
    void callThatWasLostForAnotherReasonMayBeAsLargeAgain() {
        OrderCancelState order = order(REF);

        order.responded(new Unknown(cut, false), 10, 0);

        assertThat(order.limit()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void rejectionThatAsksToWaitIsTriedAgainLaterEachTime() {
        OrderCancelState order = order(REF);
        Rejected busy = rejected("429", ErrorKind.RATE_LIMIT, Effect.NONE);

        assertThat(order.responded(busy, 1, 0)).isEqualTo(new NextStep(Action.CANCEL, 1));
        assertThat(order.responded(busy, 1, 0)).isEqualTo(new NextStep(Action.CANCEL, 2));
    }

    @Test
    void callThatTheLimitsHoldBackIsTriedAgainAfterTheirPauseHoweverOften() {
        OrderCancelState order = order(REF);
        NotSentException held = new NotSentException("sample", "cancel", "held back", null, Duration.ofSeconds(3));
        for (int attempt = 1; attempt <= 2 * OrderCancelState.REJECTIONS; attempt++) {
            assertThat(order.responded(new Retryable(held, Duration.ofSeconds(3)), 1, 0))
                    .isEqualTo(new NextStep(Action.CANCEL, attempt, Duration.ofSeconds(3)));
        }
    }

    @Test
    void callThatIsNotSentForGoodIsGivenUpAfterFiveTries() {
        OrderCancelState order = order(REF);
        NotSentException noKey = new NotSentException("sample", "cancel", "no key", null);
        for (int attempt = 1; attempt < OrderCancelState.REJECTIONS; attempt++) {
            assertThat(order.responded(new Retryable(noKey, Duration.ZERO), 1, 0))
                    .isEqualTo(new NextStep(Action.CANCEL, attempt));
        }

        assertThat(order.responded(new Retryable(noKey, Duration.ZERO), 1, 0))
                .isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF, Status.REJECTED, null, null, "Not sent: no key", noKey, null, List.of()));
    }

    @Test
    void orderThatIsCancelledAfterADoubtfulRejectionCountsAsCancelledByThisRun() {
        OrderCancelState order = order(REF);

        assertThat(order.responded(DOUBTFUL, 1, 0)).isEqualTo(new NextStep(Action.LOOK, 0));
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
    void orderThatIsCancelledAfterItWasCalledNotOpenWasCancelledBefore() {
        OrderCancelState order = order(REF);

        order.responded(rejected("closed", ErrorKind.ORDER_CLOSED, Effect.UNKNOWN), 1, 0);
        order.looked(new Row(Found.CANCELLED, "1"), 0);

        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.ALREADY_CLOSED,
                        "closed",
                        ErrorKind.ORDER_CLOSED,
                        "Cancelled before",
                        null,
                        null,
                        List.of()));
    }

    @Test
    void rejectionOfACertainKindIsBelievedAtOnce() {
        OrderCancelState order = order(REF);

        assertThat(order.responded(FORBIDDEN, 1, 0)).isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.REJECTED,
                        "403",
                        ErrorKind.PERMISSION,
                        "Rejected: 403 no (permission)",
                        null,
                        null,
                        List.of()));
    }

    @Test
    void openOrderStaysOnlyIfItIsRejectedFiveTimesWithOneCode() {
        OrderCancelState order = order(REF);
        order.responded(rejected("501", ErrorKind.OTHER, Effect.UNKNOWN), 1, 0);
        assertThat(order.looked(new Row(Found.OPEN, "1"), 0)).isEqualTo(new NextStep(Action.CANCEL, 1));
        for (int rejection = 1; rejection < OrderCancelState.REJECTIONS; rejection++) {
            order.responded(DOUBTFUL, 1, 0);
            assertThat(order.looked(new Row(Found.OPEN, "1"), 0)).isEqualTo(new NextStep(Action.CANCEL, 1 + rejection));
        }
        order.responded(DOUBTFUL, 1, 0);
        order.looked(new Row(Found.OPEN, "1"), 0);

        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.REJECTED,
                        "500",
                        ErrorKind.OTHER,
                        "Rejected: 500 no; the order is still open",
                        null,
                        null,
                        List.of()));
    }

    @Test
    void orderThatItsClientIdDoesNotReachIsCancelledByTheVenuesIdOnce() {
        OrderCancelState order = order(OWN);
        order.responded(NOT_FOUND, 1, 0);
        assertThat(order.kind()).isEqualTo(IdKind.CLIENT_ORDER_ID);

        assertThat(order.looked(new Row(Found.OPEN, "7"), 0)).isEqualTo(new NextStep(Action.CANCEL, 0));
        assertThat(order.kind()).isEqualTo(IdKind.ORDER_ID);
        assertThat(order.orderId()).isEqualTo("7");

        order.responded(NOT_FOUND, 1, 0);
        assertThat(order.looked(new Row(Found.OPEN, "7"), 0)).isEqualTo(new NextStep(Action.LOOK, 1));
    }

    @Test
    void orderThatNoOtherIdIsKnownOfIsLookedAtAgain() {
        OrderCancelState byOrderId = order(REF);
        OrderCancelState byClientId = order(OWN);
        byOrderId.responded(NOT_FOUND, 1, 0);
        byClientId.responded(NOT_FOUND, 1, 0);

        assertThat(byOrderId.looked(new Row(Found.OPEN, "1"), 0)).isEqualTo(new NextStep(Action.LOOK, 1));
        assertThat(byClientId.looked(new Row(Found.OPEN, null), 0)).isEqualTo(new NextStep(Action.LOOK, 1));
    }

    @Test
    void venuesIdIsLearntFromTheResponseAndFromTheLookup() {
        OrderCancelState responded = order(OWN);
        OrderCancelState looked = order(OWN);

        responded.responded(new Accepted("7"), 1, 0);
        responded.looked(new Row(Found.OPEN, "8"), 0);
        looked.looked(new Row(Found.OPEN, "8"), 0);

        assertThat(responded.orderId()).isEqualTo("7");
        assertThat(looked.orderId()).isEqualTo("8");
    }

    @Test
    void looksThatTellNothingForAWhileGoOnWithTheVenuesPause() {
        OrderCancelState order = order(REF);
        order.responded(new Unknown(cut, false), 1, 0);
        for (int look = 1; look <= 3 * Unavailable.ENOUGH; look++) {
            assertThat(order.looked(new Row(new Unavailable(cut, false), null), 0))
                    .isEqualTo(new NextStep(Action.LOOK, look));
        }
    }

    @Test
    void looksThatWillTellNothingGiveWayToTheList() {
        OrderCancelState order = order(REF);
        Row hidden = new Row(new Unavailable(cut, true), null);
        order.responded(new Accepted(null), 1, 0);

        assertThat(order.looked(hidden, 0)).isEqualTo(new NextStep(Action.LOOK, 1));
        assertThat(order.looked(hidden, 0)).isEqualTo(new NextStep(Action.LOOK, 2));
        assertThat(order.looked(hidden, 0)).isEqualTo(new NextStep(Action.LIST, 0));
        assertThat(order.looked(hidden, 0)).isEqualTo(new NextStep(Action.LIST, 1));
        assertThat(order.looked(hidden, 0)).isEqualTo(new NextStep(Action.LIST, 2));
        assertThat(order.looked(hidden, 0)).isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(Descriptions.withoutProof(order.outcome()))
                .isEqualTo(new CancelOutcome(
                        REF,
                        Status.ACCEPTED,
                        null,
                        null,
                        "The venue took the cancel; its effect could not be seen",
                        cut,
                        null,
                        List.of()));
    }

    @Test
    void lookupThatNamedOthersTooIsMadeAlone() {
        OrderCancelState order = order(REF);
        assertThat(order.lookLimit()).isEqualTo(Integer.MAX_VALUE);

        assertThat(order.fewer(5)).isEqualTo(new NextStep(Action.LOOK, 0));
        assertThat(order.lookLimit()).isEqualTo(2);
        order.fewer(1);
        assertThat(order.lookLimit()).isEqualTo(1);
    }

    @Test
    void firstOutcomeStays() {
        OrderCancelState order = order(REF);
        order.responded(FORBIDDEN, 1, 0);
        CancelOutcome first = order.outcome();

        assertThat(order.settle(new CancelOutcome(REF, Status.UNKNOWN, null, null, "late", null, null, List.of())))
                .isEqualTo(new NextStep(Action.NOTHING, 0));
        assertThat(order.outcome()).isSameAs(first);
        assertThat(order.isDone()).isFalse();
        order.done();
        assertThat(order.isDone()).isTrue();
    }

    private static OrderCancelState order(OrderRef ref) {
        return new OrderCancelState(ref, new RunRules(true, Duration.ofSeconds(2), false), false);
    }

    private static Rejected rejected(String code, ErrorKind kind, Effect effect) {
        return new Rejected(code, kind, effect, Remedy.NONE, "no", null);
    }
}
