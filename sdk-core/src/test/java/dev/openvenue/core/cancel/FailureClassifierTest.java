package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Retryable;
import dev.openvenue.core.cancel.OrderResult.SplitNeeded;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureClassifierTest {
    /** Satori's "illegal parameter" is the code of the order at which a run stopped; those before it are cancelled. */
    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void rejectionOfABatchThatMayHaveCancelledSomeOrdersLeavesEachOneTouched(ErrorKind kind) {
        RejectedException e = rejected(kind, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER);

        assertThat(FailureClassifier.result(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(new Unknown(e, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_REQUEST", "OTHER"})
    void rejectionOfABatchThatCancelledNothingIsTriedWithFewer(ErrorKind kind) {
        RejectedException e = rejected(kind, Effect.NONE, Remedy.NONE);

        assertThat(FailureClassifier.result(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(new SplitNeeded(e));
        assertThat(FailureClassifier.result(e, Shape.STOPS_AT_FIRST_FAILURE, 1)).isEqualTo(Rejected.of(e));
    }

    @ParameterizedTest
    @EnumSource(names = {"VENUE_UNAVAILABLE", "RATE_LIMIT", "UNKNOWN_OUTCOME"})
    void troubleOfTheVenueMayHaveCancelledEvenASingleOrder(ErrorKind kind) {
        RejectedException e = rejected(kind, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER);

        assertThat(FailureClassifier.result(e, Shape.PER_ITEM, 1)).isEqualTo(new Unknown(e, true));
    }

    @Test
    void rejectionOfASingleOrderThatMayHaveBeenCancelledIsItsOwn() {
        RejectedException e = rejected(ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER);

        assertThat(FailureClassifier.result(e, Shape.PER_ITEM, 1)).isEqualTo(Rejected.of(e));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER_CLOSED", "ORDER_NOT_OPEN", "ORDER_NOT_FOUND"})
    void codeOfOneOrderMayEndABatchBeforeItBeganOrInItsMiddle(ErrorKind kind) {
        RejectedException e = rejected(kind, Effect.NONE, Remedy.NONE);

        assertThat(FailureClassifier.result(e, Shape.PARTITIONED, 3)).isEqualTo(new SplitNeeded(e));
        assertThat(FailureClassifier.result(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(new Unknown(e, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "PERMISSION"})
    void rejectionOfTheCallerIsNoOrdersFault(ErrorKind kind) {
        RejectedException e = rejected(kind, Effect.NONE, Remedy.NONE);

        assertThat(FailureClassifier.result(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(Rejected.of(e));
    }

    @Test
    void rejectionThatAsksToWaitIsTriedAgainAfterThatTime() {
        Duration asked = Duration.ofSeconds(7);
        RejectedException e = ScriptedFault.rejection("429", ErrorKind.RATE_LIMIT, Effect.NONE, asked);

        assertThat(FailureClassifier.result(e, Shape.PER_ITEM, 1)).isEqualTo(new Retryable(e, asked));
    }

    @Test
    void callThatWasNotSentIsRetriedAndOneWithoutAResponseIsLost() {
        NotSentException held = new NotSentException("v", "cancel", "held back", null, Duration.ofSeconds(3));
        NotSentException noKey = new NotSentException("v", "cancel", "no key", null);
        TransportException unknown = new TransportException("v", "cancel", Effect.UNKNOWN, "cut", null);

        assertThat(FailureClassifier.result(held, Shape.PER_ITEM, 3))
                .isEqualTo(new Retryable(held, Duration.ofSeconds(3)));
        assertThat(FailureClassifier.result(noKey, Shape.PER_ITEM, 3)).isEqualTo(new Retryable(noKey, Duration.ZERO));
        assertThat(FailureClassifier.result(unknown, Shape.PER_ITEM, 3)).isEqualTo(new Unknown(unknown, false));
    }

    @Test
    void wrongArgumentsOfABatchAreTriedWithFewerAndOfOneOrderAreItsRejection() {
        NotSentException e = new NotSentException("v", "cancel", "too long", null);

        assertThat(FailureClassifier.invalid(e, 2)).isEqualTo(new SplitNeeded(e));
        assertThat(FailureClassifier.invalid(e, 1))
                .isEqualTo(new Rejected(null, ErrorKind.INVALID_REQUEST, Effect.NONE, Remedy.NONE, "too long", e));
    }

    /** Nothing documents that a venue that only acknowledges calls cancels nothing of a call that it rejects. */
    @ParameterizedTest
    @EnumSource(names = {"INVALID_REQUEST", "OTHER", "ORDER_NOT_FOUND", "ORDER_CLOSED", "ORDER_NOT_OPEN"})
    void rejectionOfABatchThatWouldOnlyBeAcknowledgedLeavesEachOrderUnknown(ErrorKind kind) {
        RejectedException e = rejected(kind, Effect.NONE, Remedy.NONE);

        assertThat(FailureClassifier.result(e, Shape.ACKNOWLEDGED, 2)).isEqualTo(new Unknown(e, true));
        assertThat(FailureClassifier.result(e, Shape.ACKNOWLEDGED, 1)).isEqualTo(Rejected.of(e));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "PERMISSION", "TIMESTAMP"})
    void rejectionForWhoCallsConcernsNoOrderWhateverTheShape(ErrorKind kind) {
        RejectedException e = rejected(kind, Effect.NONE, Remedy.NONE);

        assertThat(FailureClassifier.result(e, Shape.ACKNOWLEDGED, 2)).isEqualTo(Rejected.of(e));
    }

    private static RejectedException rejected(ErrorKind kind, Effect effect, Remedy remedy) {
        return new RejectedException("v", "cancel", effect, "no", "2001", kind, remedy, 200, "no", null, "{}");
    }
}
