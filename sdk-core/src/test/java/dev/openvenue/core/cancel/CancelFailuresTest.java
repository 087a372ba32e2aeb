package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.TransportException;
import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.NotYet;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.CancelVerdict.Split;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelFailuresTest {
    /** Satori's "illegal parameter" is the code of the order at which a run stopped; those before it are cancelled. */
    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void refusalOfABatchThatMayHaveCancelledSomeOrdersLeavesEachOneTouched(ErrorKind kind) {
        RejectedException e = rejected(kind, Execution.UNKNOWN, Remedy.LOOKUP);

        assertThat(CancelFailures.verdict(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(new Lost(e, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"INVALID_REQUEST", "OTHER"})
    void refusalOfABatchThatCancelledNothingIsTriedWithFewer(ErrorKind kind) {
        RejectedException e = rejected(kind, Execution.NOT_EXECUTED, Remedy.NO);

        assertThat(CancelFailures.verdict(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(new Split(e));
        assertThat(CancelFailures.verdict(e, Shape.STOPS_AT_FIRST_FAILURE, 1)).isEqualTo(Refused.of(e));
    }

    @ParameterizedTest
    @EnumSource(names = {"VENUE_UNAVAILABLE", "RATE_LIMIT", "UNKNOWN_OUTCOME"})
    void troubleOfTheVenueMayHaveCancelledEvenASingleOrder(ErrorKind kind) {
        RejectedException e = rejected(kind, Execution.UNKNOWN, Remedy.LOOKUP);

        assertThat(CancelFailures.verdict(e, Shape.PER_ITEM, 1)).isEqualTo(new Lost(e, true));
    }

    @Test
    void refusalOfASingleOrderThatMayHaveBeenCancelledIsItsOwn() {
        RejectedException e = rejected(ErrorKind.OTHER, Execution.UNKNOWN, Remedy.LOOKUP);

        assertThat(CancelFailures.verdict(e, Shape.PER_ITEM, 1)).isEqualTo(Refused.of(e));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER_CLOSED", "ORDER_NOT_OPEN", "ORDER_NOT_FOUND"})
    void codeOfOneOrderMayEndABatchBeforeItBeganOrInItsMiddle(ErrorKind kind) {
        RejectedException e = rejected(kind, Execution.NOT_EXECUTED, Remedy.NO);

        assertThat(CancelFailures.verdict(e, Shape.PARTITIONED, 3)).isEqualTo(new Split(e));
        assertThat(CancelFailures.verdict(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(new Lost(e, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "PERMISSION"})
    void refusalOfTheCallerIsNoOrdersFault(ErrorKind kind) {
        RejectedException e = rejected(kind, Execution.NOT_EXECUTED, Remedy.NO);

        assertThat(CancelFailures.verdict(e, Shape.STOPS_AT_FIRST_FAILURE, 3)).isEqualTo(Refused.of(e));
    }

    @Test
    void refusalThatAsksToWaitIsTriedAgainAfterThatTime() {
        Duration asked = Duration.ofSeconds(7);
        RejectedException e = ScriptedVenue.refusal("429", ErrorKind.RATE_LIMIT, Execution.NOT_EXECUTED, asked);

        assertThat(CancelFailures.verdict(e, Shape.PER_ITEM, 1)).isEqualTo(new NotYet(e, asked));
    }

    @Test
    void callThatWasNotSentIsTriedAgainAndOneWithoutAnAnswerIsLost() {
        NotSentException held = new NotSentException("v", "cancel", "held back", null, Duration.ofSeconds(3));
        NotSentException noKey = new NotSentException("v", "cancel", "no key", null);
        TransportException unknown = new TransportException("v", "cancel", Execution.UNKNOWN, "cut", null);

        assertThat(CancelFailures.verdict(held, Shape.PER_ITEM, 3)).isEqualTo(new NotYet(held, Duration.ofSeconds(3)));
        assertThat(CancelFailures.verdict(noKey, Shape.PER_ITEM, 3)).isEqualTo(new NotYet(noKey, Duration.ZERO));
        assertThat(CancelFailures.verdict(unknown, Shape.PER_ITEM, 3)).isEqualTo(new Lost(unknown, false));
    }

    @Test
    void wrongArgumentsOfABatchAreTriedWithFewerAndOfOneOrderAreItsRefusal() {
        NotSentException e = new NotSentException("v", "cancel", "too long", null);

        assertThat(CancelFailures.invalid(e, 2)).isEqualTo(new Split(e));
        assertThat(CancelFailures.invalid(e, 1))
                .isEqualTo(
                        new Refused(null, ErrorKind.INVALID_REQUEST, Execution.NOT_EXECUTED, Remedy.NO, "too long", e));
    }

    private static RejectedException rejected(ErrorKind kind, Execution execution, Remedy remedy) {
        return new RejectedException("v", "cancel", execution, "no", "2001", kind, remedy, 200, "no", null, "{}");
    }
}
