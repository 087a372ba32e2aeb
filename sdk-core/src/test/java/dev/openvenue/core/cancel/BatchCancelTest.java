package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedBook.State;
import dev.openvenue.core.cancel.ScriptedVenue.Received;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes out, and what the report says when the venue behaves. */
final class BatchCancelTest {
    private static final int CAP = 7;

    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, CAP);

    @ParameterizedTest
    @CsvSource({
        "PER_ITEM,0",
        "PER_ITEM,1",
        "PER_ITEM,6",
        "PER_ITEM,7",
        "PER_ITEM,8",
        "PER_ITEM,70",
        "PARTITIONED,0",
        "PARTITIONED,1",
        "PARTITIONED,6",
        "PARTITIONED,7",
        "PARTITIONED,8",
        "PARTITIONED,70",
        "STOPS_AT_FIRST_FAILURE,0",
        "STOPS_AT_FIRST_FAILURE,1",
        "STOPS_AT_FIRST_FAILURE,6",
        "STOPS_AT_FIRST_FAILURE,7",
        "STOPS_AT_FIRST_FAILURE,8",
        "STOPS_AT_FIRST_FAILURE,70"
    })
    void everyOrderIsCancelledInFullCallsAndReportedInOrder(Shape shape, int orders) {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), shape, CAP);
        List<OrderRef> refs = place(venue, orders);

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(orders);
        assertThat(report.resolved()).isTrue();
        assertThat(venue.calls("cancel")).hasSize((orders + CAP - 1) / CAP);
        assertThat(venue.calls("cancel")).allMatch(call -> call.ids().size() <= CAP);
        assertThat(venue.mostRunning).isLessThanOrEqualTo(4);
        assertThat(report.calls()).isEqualTo(venue.received.size());
    }

    @Test
    void aVenueThatStatesNoCapIsGivenTwentyAtATime() {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.STOPS_AT_FIRST_FAILURE, 0);

        venue.batchCancel().cancel(place(venue, 41));

        assertThat(venue.calls("cancel")).extracting(call -> call.ids().size()).containsExactly(20, 20, 1);
    }

    @Test
    void allCancelsGoOutBeforeTheFirstLook() {
        venue.batchCancel().parallelism(1).cancel(place(venue, 21));

        assertThat(venue.received.subList(0, 3)).extracting(Received::operation).containsOnly("cancel");
    }

    @Test
    void aCallHoldsOneSymbolAndOneKindOfId() {
        List<OrderRef> refs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ScriptedBook.Order order = venue.place("" + i, i % 2 == 0 ? "BTC" : "ETH");
            refs.add(
                    i % 3 == 0
                            ? OrderRef.byClientOrderId(order.symbol, order.clientId)
                            : OrderRef.byOrderId(order.symbol, order.id));
        }

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(12);
        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
        assertThat(venue.calls("cancel"))
                .extracting(call -> Map.of("symbol", call.arguments().get("symbol"), "ids", call.ids()))
                .containsExactlyInAnyOrder(
                        Map.of("symbol", "BTC", "ids", List.of("c0", "c6")),
                        Map.of("symbol", "ETH", "ids", List.of("1", "5", "7", "11")),
                        Map.of("symbol", "BTC", "ids", List.of("2", "4", "8", "10")),
                        Map.of("symbol", "ETH", "ids", List.of("c3", "c9")));
        assertThat(venue.calls("cancel"))
                .allMatch(call -> call.arguments().keySet().size() == 3
                        && "single".equals(call.arguments().get("mode")));
    }

    @Test
    void duplicatesAreSentOnceAndShareAnOutcome() {
        OrderRef first = OrderRef.byOrderId("BTC", venue.place("1").id);
        OrderRef second = OrderRef.byOrderId("BTC", venue.place("2").id);

        CancelReport report =
                venue.batchCancel().cancel(List.of(first, second, OrderRef.byOrderId("BTC", "1"), second, first));

        assertThat(report.outcomes())
                .extracting(outcome -> outcome.ref().id())
                .containsExactly("1", "2", "1", "2", "1");
        assertThat(report.outcomes().get(2)).isSameAs(report.outcomes().get(0));
        assertThat(venue.calls("cancel")).extracting(Received::ids).containsExactly(List.of("1", "2"));
    }

    @Test
    void idsInRowsAreComparedAsText() {
        venue.book.numericIds = true;
        List<OrderRef> refs = place(venue, 3);

        assertThat(venue.batchCancel().cancel(refs).counts().get(Status.CANCELLED))
                .isEqualTo(3);
    }

    @Test
    void anEmptyInputSendsNothing() {
        CancelReport report = venue.batchCancel().cancel(List.of());

        assertThat(report.outcomes()).isEmpty();
        assertThat(report.resolved()).isTrue();
        assertThat(venue.received).isEmpty();
    }

    @Test
    void anOrderWithoutTheSymbolThatTheVenueNeedsIsRejectedAloneAndNothingIsSentForIt() {
        venue.place("1");

        CancelReport report =
                venue.batchCancel().cancel(List.of(OrderRef.byOrderId("7"), OrderRef.byOrderId("BTC", "1")));

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.REJECTED, Status.CANCELLED);
        assertThat(report.outcomes().get(0).message())
                .isEqualTo("Not sent: Test needs the symbol to cancel order 7; give it to OrderRef.order");
        assertThat(venue.calls("cancel")).extracting(Received::ids).containsExactly(List.of("1"));
    }

    @Test
    void anIdOfAKindThatTheVenueDoesNotTakeIsRejectedAloneAndNothingIsSentForIt() {
        venue.description = Descriptions.orderIdsOnly(venue.description);
        venue.place("1");

        CancelReport report = venue.batchCancel()
                .cancel(List.of(OrderRef.byClientOrderId("BTC", "c1"), OrderRef.byOrderId("BTC", "1")));

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.REJECTED, Status.CANCELLED);
        assertThat(report.outcomes().get(0).message())
                .isEqualTo("Not sent: Test cancels in batches by order id only; name the order with OrderRef.order");
    }

    @Test
    void anIdThatBreaksTheSpecDoesNotPoisonTheOthers() {
        List<OrderRef> refs = place(venue, 20);
        venue.invalidIds = Set.of("13");

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(19);
        CancelOutcome outcome = report.outcomes().get(13);
        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.message()).isEqualTo("Rejected: 13 is not an id; nothing was sent (invalid request)");
        assertThat(outcome.cause()).isInstanceOf(NotSentException.class);
        assertThat(venue.calls("cancel")).noneMatch(call -> call.ids().contains("13"));
    }

    @Test
    void argumentsReachTheOperationsThatTakeThem() {
        venue.batchCancel().arguments(Map.of("account", "42")).cancel(place(venue, 1));

        assertThat(venue.calls("cancel"))
                .allMatch(call -> "42".equals(call.arguments().get("account")));
        assertThat(venue.calls("lookup"))
                .isNotEmpty()
                .noneMatch(call -> call.arguments().containsKey("account"));
    }

    @Test
    void anArgumentThatNoOperationTakesIsRejected() {
        assertThatThrownBy(() -> venue.batchCancel().arguments(Map.of("acount", "42")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "None of Test's cancel, lookup, lookupOne, open takes acount with such a value here; check its"
                                + " name. Filters are not for cancels: an order that they leave out would look closed");
    }

    @ParameterizedTest
    @EnumSource(value = Shape.class, mode = EnumSource.Mode.EXCLUDE, names = "SINGLE")
    void ordersThatWereClosedBeforeAreDistinguished(Shape shape) {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), shape, CAP);
        List<OrderRef> refs = new ArrayList<>(place(venue, 4));
        venue.order("1").state = State.FILLED;
        refs.add(OrderRef.byOrderId("BTC", "404"));

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(
                        Status.CANCELLED, Status.ALREADY_CLOSED, Status.CANCELLED, Status.CANCELLED, Status.NOT_FOUND);
        assertThat(report.outcomes().get(1).message()).isEqualTo("Filled");
        assertThat(report.outcomes().get(4).message()).isEqualTo("The venue knows no such order");
        assertThat(report.resolved()).isFalse();
        assertThat(report.unresolved())
                .extracting(outcome -> outcome.ref().id())
                .containsExactly("404");
    }

    @Test
    void anOrderThatSomebodyElseCancelledBeforeIsNotClaimed() {
        venue.place("1").state = State.CANCELLED;

        CancelOutcome outcome = venue.batchCancel()
                .cancel(List.of(OrderRef.byOrderId("BTC", "1")))
                .outcomes()
                .get(0);

        assertThat(Descriptions.withoutProof(outcome))
                .isEqualTo(new CancelOutcome(
                        OrderRef.byOrderId("BTC", "1"),
                        Status.ALREADY_CLOSED,
                        "closed",
                        ErrorKind.ORDER_CLOSED,
                        "Cancelled before",
                        null,
                        null,
                        List.of()));
    }

    @Test
    void withoutVerificationNothingIsLookedUpAndNothingIsCalledCancelled() {
        List<OrderRef> refs = place(venue, 3);
        venue.order("1").state = State.FILLED;

        CancelReport report = venue.batchCancel().verify(false).cancel(refs);

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.ALREADY_CLOSED, Status.ACCEPTED);
        assertThat(venue.received).hasSize(1);
        assertThat(report.resolved()).isFalse();
        assertThat(report.unresolved())
                .extracting(outcome -> outcome.ref().id())
                .containsExactly("0", "2");
    }

    @Test
    void progressIsReportedUntilAllIsSettled() {
        List<CancelProgress> heard = new ArrayList<>();

        CancelReport report = venue.batchCancel().onProgress(heard::add).cancel(place(venue, 20));

        assertThat(heard).isNotEmpty().isSortedAccordingTo((a, b) -> Long.compare(a.settled(), b.settled()));
        assertThat(heard.get(heard.size() - 1)).isEqualTo(new CancelProgress("test", 20, 20, report.calls(), null));
    }

    @Test
    void anOrderThatCannotBeSentCountsAsSettled() {
        List<CancelProgress> heard = new ArrayList<>();

        venue.batchCancel().onProgress(heard::add).cancel(List.of(OrderRef.byOrderId("1")));

        assertThat(heard).containsExactly(new CancelProgress("test", 1, 1, 0, null));
    }

    @Test
    void misuseThrowsBeforeAnythingIsSent() {
        List<OrderRef> refs = Arrays.asList(OrderRef.byOrderId("BTC", venue.place("1").id), null);

        assertThatThrownBy(() -> venue.batchCancel().cancel(refs)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> venue.batchCancel().parallelism(0))
                .hasMessage("parallelism is 0; at least one call must be allowed at a time");
        assertThatThrownBy(() -> venue.batchCancel().timeout(Duration.ZERO))
                .hasMessage("The timeout is PT0S; it must be longer than nothing");
        assertThat(venue.received).isEmpty();
    }

    static List<OrderRef> place(ScriptedVenue venue, int orders) {
        return IntStream.range(0, orders)
                .mapToObj(i -> OrderRef.byOrderId("BTC", venue.place("" + i).id))
                .toList();
    }
}
