package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.OrderSnapshot.Side;
import dev.openvenue.core.cancel.OrderSnapshot.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report says may still trade, and whether its quantities add up. */
final class ExposureTest {
    @Test
    void onlyOrdersThatAreNotCertainlyClosedMayTrade() {
        assertThat(report(
                                outcome("1", Status.UNKNOWN, order(Side.BUY, "100", "2", "0.5")),
                                outcome("2", Status.ACCEPTED, order(Side.BUY, "101", "1", "0")),
                                outcome("3", Status.REJECTED, order(Side.SELL, "110", "3", "1")),
                                outcome("4", Status.CANCELLED, order(Side.BUY, "99", "7", "0")),
                                outcome("5", Status.ALREADY_CLOSED, order(Side.BUY, "99", "7", "0")))
                        .exposure())
                .containsExactly(
                        new Exposure("BTC", Side.BUY, new BigDecimal("2.5"), new BigDecimal("251.0"), 2, 0),
                        new Exposure("BTC", Side.SELL, new BigDecimal("2"), new BigDecimal("220"), 1, 0));
    }

    @Test
    void orderOfWhichNothingIsKnownIsCountedAndNotLeftOut() {
        OrderSnapshot market =
                new OrderSnapshot(State.OPEN, "BTC", Side.SELL, null, new BigDecimal("5"), BigDecimal.ZERO, null);

        assertThat(report(outcome("1", Status.NOT_FOUND, null), outcome("2", Status.UNKNOWN, market))
                        .exposure())
                .containsExactly(
                        new Exposure("BTC", null, BigDecimal.ZERO, BigDecimal.ZERO, 1, 1),
                        new Exposure("BTC", Side.SELL, new BigDecimal("5"), BigDecimal.ZERO, 1, 1));
    }

    @Test
    void ordersOfWhichNothingIsKnownAddUp() {
        assertThat(report(outcome("1", Status.UNKNOWN, null), outcome("2", Status.UNKNOWN, null))
                        .exposure())
                .containsExactly(new Exposure("BTC", null, BigDecimal.ZERO, BigDecimal.ZERO, 2, 2));
    }

    @Test
    void orderThatWasGivenWithoutItsSymbolTradesTheOneThatTheVenueStates() {
        CancelOutcome outcome = new CancelOutcome(
                OrderRef.byOrderId("1"),
                Status.UNKNOWN,
                null,
                null,
                "some words",
                null,
                order(Side.BUY, "100", "2", "0"),
                List.of());

        assertThat(report(outcome).exposure()).extracting(Exposure::symbol).containsExactly("BTC");
    }

    @Test
    void duplicateInputsTradeOnce() {
        CancelOutcome outcome = outcome("1", Status.UNKNOWN, order(Side.BUY, "100", "2", "0"));

        assertThat(report(outcome, outcome).exposure())
                .containsExactly(new Exposure("BTC", Side.BUY, new BigDecimal("2"), new BigDecimal("200"), 1, 0));
    }

    @Test
    void quantitiesThatDoNotAddUpAreNamed() {
        CancelOutcome more = outcome("1", Status.CANCELLED, snapshot(State.CANCELLED, "2", "2.1"));
        CancelOutcome less = outcome("2", Status.ALREADY_CLOSED, snapshot(State.FILLED, "2", "1.9"));
        CancelOutcome exact = outcome("3", Status.ALREADY_CLOSED, snapshot(State.FILLED, "2", "2.0"));
        CancelOutcome partly = outcome("4", Status.CANCELLED, snapshot(State.CANCELLED, "2", "1"));
        CancelOutcome unknown = outcome("5", Status.CANCELLED, null);
        CancelOutcome wholly = outcome("6", Status.CANCELLED, snapshot(State.CANCELLED, "2", "2"));

        assertThat(report(more, less, exact, partly, unknown, wholly).discrepancies())
                .containsExactly(more, less);
    }

    @Test
    void marketOrderThatIsFilledForMoreThanItsQuantityIsNoDiscrepancy() {
        // Venues state the quantity of a market order in either currency.
        OrderSnapshot market = new OrderSnapshot(
                State.FILLED, "BTC", Side.BUY, null, new BigDecimal("2"), new BigDecimal("2.1"), null);

        assertThat(report(outcome("1", Status.ALREADY_CLOSED, market)).discrepancies())
                .isEmpty();
    }

    private static CancelReport report(CancelOutcome... outcomes) {
        return new CancelReport(List.of(outcomes), Duration.ZERO, Map.of());
    }

    private static CancelOutcome outcome(String id, Status status, @Nullable OrderSnapshot order) {
        return new CancelOutcome(
                OrderRef.byOrderId("BTC", id), status, null, null, "some words", null, order, List.of());
    }

    private static OrderSnapshot order(Side side, String price, String quantity, String filled) {
        return new OrderSnapshot(
                State.OPEN, "BTC", side, new BigDecimal(price), new BigDecimal(quantity), new BigDecimal(filled), null);
    }

    private static OrderSnapshot snapshot(State state, String quantity, String filled) {
        return new OrderSnapshot(
                state, "BTC", Side.BUY, BigDecimal.ONE, new BigDecimal(quantity), new BigDecimal(filled), null);
    }
}
