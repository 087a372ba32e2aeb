package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the fault schedules finds every kind of lie; a judge that finds none would prove nothing. */
final class TruthTest {
    private static final OrderRef REF = OrderRef.order("BTC", "1");

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, OPEN, false, called cancelled",
        "CANCELLED, FILLED, true, called cancelled",
        "CANCELLED, , false, called cancelled",
        "ACCEPTED, OPEN, false, called accepted",
        "ALREADY_CLOSED, OPEN, true, called closed",
        "NOT_FOUND, OPEN, false, called not found",
        "NOT_FOUND, CANCELLED, false, called not found",
        "REJECTED, CANCELLED, true, called rejected",
        "UNKNOWN, OPEN, false, called unknown without a cause"
    })
    void lieIsFound(Status status, @Nullable State state, boolean took, String lie) {
        assertThat(problems(state, took, List.of(REF), outcome(status)))
                .singleElement()
                .asString()
                .startsWith(lie);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, CANCELLED, true",
        "ACCEPTED, OPEN, true",
        "ALREADY_CLOSED, FILLED, false",
        "ALREADY_CLOSED, , false",
        "NOT_FOUND, , false",
        "REJECTED, OPEN, false"
    })
    void truthIsNoLie(Status status, @Nullable State state, boolean took) {
        assertThat(problems(state, took, List.of(REF), outcome(status))).isEmpty();
    }

    @Test
    void missingOrderIsFound() {
        assertThat(problems(State.CANCELLED, true, List.of(REF, REF), outcome(Status.CANCELLED)))
                .containsExactly("the report names [BTC order 1] for [BTC order 1, BTC order 1]");
    }

    @Test
    void twoWordsOnOneOrderAreFound() {
        assertThat(problems(
                        State.CANCELLED,
                        true,
                        List.of(REF, REF),
                        outcome(Status.CANCELLED),
                        outcome(Status.ALREADY_CLOSED)))
                .singleElement()
                .asString()
                .startsWith("two words on one order");
    }

    @Test
    void orderInDoubtIsNotSettled() {
        assertThat(Truth.unsettled(List.of(outcome(Status.CANCELLED), outcome(Status.ACCEPTED))))
                .containsExactly("not settled: " + outcome(Status.ACCEPTED));
    }

    private static List<String> problems(
            @Nullable State state, boolean took, List<OrderRef> refs, CancelOutcome... outcomes) {
        SimulatedOrder order = state == null ? null : order(state);
        return new Truth(ref -> order, took ? Set.of("1") : Set.of()).problems(refs, List.of(outcomes));
    }

    private static CancelOutcome outcome(Status status) {
        return new CancelOutcome(REF, status, null, null, "", null);
    }

    private static SimulatedOrder order(State state) {
        return new SimulatedOrder(
                "1",
                null,
                "BTC",
                Side.BUY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ZERO,
                state,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of());
    }
}
