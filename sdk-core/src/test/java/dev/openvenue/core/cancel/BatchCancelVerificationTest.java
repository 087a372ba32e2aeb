package dev.openvenue.core.cancel;

import static dev.openvenue.core.cancel.BatchCancelTest.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedBook.State;
import dev.openvenue.core.cancel.ScriptedVenue.Received;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the engine makes of what it sees when it looks orders up. */
final class BatchCancelVerificationTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 5);

    @Test
    void anOrderThatStaysOpenAfterItsCancelWasTakenIsLookedAtAgain() {
        List<OrderRef> refs = place(venue, 1);
        venue.order("0").latency = 4;

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
        assertThat(venue.calls("cancel")).hasSize(1);
        assertThat(venue.calls("lookup")).hasSize(4);
        assertThat(gapsInMillis(venue.calls("lookup"))).containsExactly(60L, 110L, 210L);
    }

    @Test
    void aCancelThatTheVenueTookAndForgotIsSentAgain() {
        List<OrderRef> refs = place(venue, 1);
        venue.order("0").forgotten = 1;

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
        assertThat(venue.calls("cancel")).hasSize(2);
    }

    @Test
    void anOrderThatIsFilledAfterItsCancelWasTakenIsNotCalledCancelled() {
        List<OrderRef> refs = place(venue, 1);
        venue.order("0").latency = 9;
        venue.time.in(Duration.ofMillis(15), () -> venue.order("0").state = State.FILLED);

        CancelOutcome outcome = venue.batchCancel().cancel(refs).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(outcome.message()).isEqualTo("Filled");
    }

    @Test
    void anOrderThatWasJustPlacedAndCannotBeFoundYetIsCancelledAllTheSame() {
        List<OrderRef> refs = place(venue, 1);
        venue.order("0").hiddenLooks = 2;

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
        assertThat(venue.calls("cancel")).hasSize(2);
    }

    @Test
    void anOrderThatTheLookupForgotButTheListShowsIsNotCalledAbsent() {
        List<OrderRef> refs = place(venue, 1);
        venue.fault("cancel", ScriptedFault.lostRequest());
        for (int look = 0; look < 3; look++) {
            venue.fault("lookup", ScriptedFault.responds(List.of()));
        }

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
        assertThat(venue.calls("open")).hasSize(1);
        assertThat(venue.calls("cancel")).hasSize(2);
    }

    @Test
    void anOrderWhoseCancelWasTakenAndThatTheVenueDoesNotKnowIsNeitherCancelledNorClosed() {
        List<OrderRef> refs = place(venue, 1);
        venue.chaosOnLookups = ScriptedFault.responds(List.of());

        CancelOutcome outcome = venue.batchCancel().cancel(refs).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(outcome.message()).isEqualTo("The venue knows no such order");
    }

    @Test
    void withoutAListAnAcceptedOrderThatIsNotFoundStaysAccepted() {
        venue.description = Descriptions.open(venue.description, null);
        List<OrderRef> refs = place(venue, 1);
        venue.chaosOnLookups = ScriptedFault.responds(List.of());

        CancelOutcome outcome = venue.batchCancel().cancel(refs).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.ACCEPTED);
        assertThat(outcome.message()).isEqualTo("The venue took the cancel and does not know the order any more");
    }

    @Test
    void withoutALookupTheListShowsThatAnOrderIsClosedButNotHow() {
        venue.description = Descriptions.lookups(venue.description, List.of());
        List<OrderRef> refs = place(venue, 2);
        venue.order("1").forgotten = 1;

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ALREADY_CLOSED);
        assertThat(venue.order("1").state).isEqualTo(State.CANCELLED);
    }

    @Test
    void withoutAnyWayToLookTheVenuesWordIsAllThereIs() {
        venue.description = Descriptions.open(Descriptions.lookups(venue.description, List.of()), null);
        List<OrderRef> refs = place(venue, 3);
        venue.order("1").state = State.FILLED;
        venue.order("2").rejection = "stuck";

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.ACCEPTED, Status.ALREADY_CLOSED, Status.UNKNOWN);
        assertThat(report.outcomes().get(2).code()).isEqualTo("stuck");
    }

    @Test
    void aStateThatTheSpecDoesNotKnowIsNoProofOfAnything() {
        venue.chaosOnLookups = ScriptedFault.responds(List.of(Map.of("id", "0", "status", "ASLEEP")));

        CancelOutcome outcome =
                venue.batchCancel().cancel(place(venue, 1)).outcomes().get(0);

        // The list of open orders no longer holds it, which is all that can be known.
        assertThat(outcome.status()).isEqualTo(Status.ALREADY_CLOSED);
        assertThat(outcome.message())
                .isEqualTo("Not open any more; the venue does not tell whether cancelled or filled, because the lookup"
                        + " failed: Test's lookup told a state that the spec does not know: ASLEEP");
        assertThat(outcome.cause()).hasMessage("Test's lookup told a state that the spec does not know: ASLEEP");
    }

    @Test
    void aLookupThatIsRejectedForGoodDoesNotHoldTheRunUntilItsDeadline() {
        venue.description = Descriptions.open(venue.description, null);
        venue.chaosOnLookups = ScriptedFault.rejected("no-read", ErrorKind.PERMISSION, Effect.NONE, null);

        CancelReport report = venue.batchCancel().cancel(place(venue, 3));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ACCEPTED);
        assertThat(report.outcomes().get(0).message())
                .isEqualTo("The venue took the cancel; its effect could not be seen");
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void anOrderThatALookupOfManyIsRejectedForDoesNotHideTheOthers() {
        venue.book.lookupsNeedAll = true;
        List<OrderRef> refs = new ArrayList<>(place(venue, 3));
        refs.add(OrderRef.byOrderId("BTC", "404"));

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.CANCELLED, Status.CANCELLED, Status.CANCELLED, Status.NOT_FOUND);
    }

    @Test
    void aLookupOfManyThatIsLostIsMadeAgainForAllOfThem() {
        venue.fault("lookup", ScriptedFault.unreachable());

        CancelReport report = venue.batchCancel().cancel(place(venue, 3));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(3);
        assertThat(venue.calls("lookup")).extracting(call -> call.ids().size()).containsExactly(3, 3);
    }

    @Test
    void lookupsNameTheirSymbolAndWhatTheSpecAddsToThem() {
        venue.batchCancel().cancel(place(venue, 1));

        assertThat(venue.calls("lookup"))
                .extracting(Received::arguments)
                .containsExactly(Map.of("symbol", "BTC", "orderIds", List.of("0")));
    }

    @Test
    void withoutALookupAListIsReadToItsEnd() throws Exception {
        listsOnly();
        List<OrderRef> refs = place(venue, 5);
        venue.order("4").forgotten = 1;

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ALREADY_CLOSED);
        assertThat(venue.order("4").state).isEqualTo(State.CANCELLED);
    }

    @Test
    void aListThatCannotBeReachedForAWhileIsReadAgain() throws Exception {
        listsOnly();
        for (int i = 0; i < 8; i++) {
            venue.fault("open", ScriptedFault.unreachable());
        }

        CancelReport report = venue.batchCancel().cancel(place(venue, 1));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ALREADY_CLOSED);
    }

    @Test
    void aListThatIsRejectedForGoodDoesNotHoldTheRunUntilItsDeadline() throws Exception {
        listsOnly();
        venue.faults.put(
                "open",
                new ArrayDeque<>(Collections.nCopies(
                        100, ScriptedFault.rejected("no-read", ErrorKind.PERMISSION, Effect.NONE, null))));

        CancelReport report = venue.batchCancel().cancel(place(venue, 1));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ACCEPTED);
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void anOpenOrderOfAListThatCannotBeReadToItsEndIsCancelledAgain() throws Exception {
        listsOnly();
        List<OrderRef> refs = place(venue, 3);
        venue.order("0").forgotten = 1;
        for (int i = 0; i < 100; i++) {
            venue.fault("open", ScriptedFault.Call::execute).fault("open", ScriptedFault.unreachable());
        }
        for (int i = 1; i < 3; i++) {
            venue.order("" + i).forgotten = Integer.MAX_VALUE;
        }

        CancelReport report = venue.batchCancel().timeout(Duration.ofSeconds(5)).cancel(refs);

        assertThat(venue.order("0").state).isEqualTo(State.CANCELLED);
        assertThat(report.outcomes().get(2).status()).isEqualTo(Status.ACCEPTED);
        assertThat(report.outcomes().get(2).message())
                .isEqualTo("The venue took the cancel, but it was not seen done: the deadline of 5 s passed");
    }

    @Test
    void noPageIsAskedForAfterTheDeadline() throws Exception {
        listsOnly();
        venue.fault("open", call -> {
            venue.time.advance(Duration.ofSeconds(5));
            return call.execute();
        });
        List<OrderRef> refs = place(venue, 5);
        refs.forEach(ref -> venue.order(ref.id()).forgotten = 9);

        CancelReport report = venue.batchCancel().timeout(Duration.ofSeconds(5)).cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ACCEPTED);
        assertThat(venue.calls("open")).hasSize(1);
    }

    /** The venue shows orders in pages of two, and in no other way. */
    private void listsOnly() throws NoSuchMethodException {
        venue.description = Descriptions.lookups(venue.description, List.of());
        venue.paging = CancelAllOpenTest.page();
        venue.book.pageSize = 2;
    }

    @Test
    void theVenuesOwnIdIsUsedForLookupsAsSoonAsAResponseTellsIt() {
        venue.place("1");
        venue.fault("cancel", call -> {
            call.execute();
            return Map.of("done", List.of(Map.of("id", "1", "clientId", "c1")));
        });

        CancelReport report = venue.batchCancel().cancel(List.of(OrderRef.byClientOrderId("BTC", "c1")));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
        assertThat(venue.received).extracting(Received::operation).containsExactly("cancel", "lookup");
    }

    @Test
    void theVenuesOwnIdIsUsedForLookupsAsSoonAsALookupTellsIt() {
        venue.place("1").latency = 3;

        CancelReport report = venue.batchCancel().cancel(List.of(OrderRef.byClientOrderId("BTC", "c1")));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
        assertThat(venue.received)
                .extracting(Received::operation)
                .containsExactly("cancel", "lookupOne", "lookup", "lookup");
    }

    static List<Long> gapsInMillis(List<Received> calls) {
        return java.util.stream.IntStream.range(1, calls.size())
                .mapToObj(i -> (calls.get(i).at() - calls.get(i - 1).at()) / 1_000_000)
                .toList();
    }
}
