package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;
import dev.openvenue.core.RejectedException;
import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import dev.openvenue.core.cancel.CancelVerdict.Lost;
import dev.openvenue.core.cancel.CancelVerdict.Refused;
import dev.openvenue.core.cancel.CancelVerdict.Split;
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

    private static RejectedException rejected(ErrorKind kind, Execution execution, Remedy remedy) {
        return new RejectedException("v", "cancel", execution, "no", "2001", kind, remedy, 200, "no", null, "{}");
    }
}
