package dev.openvenue.conformance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelAllReport;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.SimulatedOrder.Side;
import dev.openvenue.simulator.SimulatedOrder.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the fault schedules detects every kind of false report; one that detects none would prove nothing. */
final class TruthTest {
    private static final OrderRef REF = OrderRef.byOrderId("BTC", "1");

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, OPEN, false, called cancelled",
        "CANCELLED, FILLED, true, called cancelled",
        "CANCELLED, , false, called cancelled",
        "ACCEPTED, OPEN, false, called accepted",
        "ALREADY_CLOSED, OPEN, true, called closed",
        "ALREADY_CLOSED, , false, called closed",
        "NOT_FOUND, OPEN, false, called not found",
        "NOT_FOUND, CANCELLED, false, called not found",
        "REJECTED, CANCELLED, true, called rejected",
        "UNKNOWN, OPEN, false, called unknown without a cause"
    })
    void falseReportIsDetected(Status status, @Nullable State state, boolean took, String lie) {
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
        "NOT_FOUND, , false",
        "REJECTED, OPEN, false"
    })
    void truthIsAccepted(Status status, @Nullable State state, boolean took) {
        assertThat(problems(state, took, List.of(REF), outcome(status))).isEmpty();
    }

    @Test
    void missingOrderIsDetected() {
        assertThat(problems(State.CANCELLED, true, List.of(REF, REF), outcome(Status.CANCELLED)))
                .containsExactly("the report names [BTC order 1] for [BTC order 1, BTC order 1]");
    }

    @Test
    void contradictingOutcomesOfOneOrderAreDetected() {
        assertThat(problems(
                        State.CANCELLED,
                        true,
                        List.of(REF, REF),
                        outcome(Status.CANCELLED),
                        outcome(Status.ALREADY_CLOSED)))
                .singleElement()
                .asString()
                .startsWith("contradicting outcomes of one order");
    }

    @Test
    void cancelOfTheOtherOrderOfAClientIdIsDetected() {
        List<SimulatedOrder> orders = List.of(order("1", State.CANCELLED), order("2", State.OPEN));

        assertThat(truth(orders, true).problems(List.of(REF), List.of(outcome(Status.CANCELLED)), false))
                .singleElement()
                .asString()
                .startsWith("called cancelled, but is not");
    }

    @Test
    void cancelOfOneOfTwoOrdersIsNotARejectionOfTheOther() {
        List<SimulatedOrder> orders = List.of(order("1", State.CANCELLED), order("2", State.OPEN));

        assertThat(truth(orders, true).problems(List.of(REF), List.of(outcome(Status.REJECTED)), false))
                .isEmpty();
    }

    @Test
    void rejectionSpeaksForItsOwnReferenceAlone() {
        OrderRef byClient = OrderRef.byClientOrderId("BTC", "mine");
        CancelOutcome cancelled = new CancelOutcome(byClient, Status.CANCELLED, null, null, "", null, null, List.of());

        assertThat(truth(List.of(order("1", State.CANCELLED)), true)
                        .problems(List.of(REF, byClient), List.of(outcome(Status.REJECTED), cancelled), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND, ", "REJECTED, OPEN", "ACCEPTED, OPEN"})
    void resolvedWithoutAClosedOrderIsDetected(Status status, @Nullable State state) {
        List<SimulatedOrder> orders = state == null ? List.of() : List.of(order("1", state));

        assertThat(truth(orders, status == Status.ACCEPTED).problems(List.of(REF), List.of(outcome(status)), true))
                .singleElement()
                .asString()
                .startsWith("called resolved, but is not");
    }

    @Test
    void orderThatTheVenueConcealsMayBeCalledNotFoundButNeverClosed() {
        Truth truth = new Truth(ref -> List.of(order("1", State.OPEN)), Set.of(), Set.of(), order -> true);

        assertThat(truth.problems(List.of(REF), List.of(outcome(Status.NOT_FOUND)), false))
                .isEmpty();
        assertThat(truth.problems(List.of(REF), List.of(outcome(Status.ALREADY_CLOSED)), false))
                .singleElement()
                .asString()
                .startsWith("called closed, but is open");
    }

    @Test
    void orderOfACallThatWasOnlyAcknowledgedMayBeCalledAccepted() {
        Truth truth = new Truth(ref -> List.of(), Set.of(), Set.of("1"), order -> false);

        assertThat(truth.problems(List.of(REF), List.of(outcome(Status.ACCEPTED)), false))
                .isEmpty();
    }

    @Test
    void emptyBookWithAnOpenOrderIsDetected() {
        List<SimulatedOrder> open = List.of(order("1", State.OPEN));

        assertThat(Truth.problems(allOpen("BTC", true), open)).containsExactly("called empty, but open: " + open);
        assertThat(Truth.problems(allOpen("BTC", false), open)).isEmpty();
        assertThat(Truth.problems(allOpen("ETH", true), open)).isEmpty();
    }

    @Test
    void orderThatWaitsForItsTriggerIsNotAmongTheOpenOnes() {
        SimulatedOrder waiting = order("1", State.OPEN, Map.of("awaitsTrigger", "true"));

        assertThat(Truth.problems(allOpen("BTC", true), List.of(waiting))).isEmpty();
    }

    @Test
    void orderInDoubtIsNotSettled() {
        assertThat(Truth.unsettled(List.of(outcome(Status.CANCELLED), outcome(Status.ACCEPTED))))
                .containsExactly("not settled: " + outcome(Status.ACCEPTED));
    }

    private static List<String> problems(
            @Nullable State state, boolean took, List<OrderRef> refs, CancelOutcome... outcomes) {
        List<SimulatedOrder> orders = state == null ? List.of() : List.of(order("1", state));
        return truth(orders, took).problems(refs, List.of(outcomes), false);
    }

    private static Truth truth(List<SimulatedOrder> orders, boolean took) {
        return new Truth(ref -> orders, took ? Set.of("1") : Set.of(), Set.of(), order -> false);
    }

    private static CancelAllReport allOpen(String symbol, boolean empty) {
        return new CancelAllReport(
                symbol, new CancelReport(List.of(), Duration.ZERO, Map.of()), empty, List.of(), null);
    }

    private static CancelOutcome outcome(Status status) {
        return new CancelOutcome(REF, status, null, null, "", null, null, List.of());
    }

    private static SimulatedOrder order(String orderId, State state) {
        return order(orderId, state, Map.of());
    }

    private static SimulatedOrder order(String orderId, State state, Map<String, String> details) {
        return new SimulatedOrder(
                orderId,
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
                details);
    }
}
