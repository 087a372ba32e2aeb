package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedBook.State;
import dev.openvenue.core.cancel.ScriptedVenue.Received;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders that are named by the client's id, which venues forget sooner than their own, and some let repeat. */
final class BatchCancelClientIdTest {
    private static final OrderRef MINE = OrderRef.byClientOrderId("BTC", "mine");

    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 5);

    @Test
    void anOpenOrderWhoseClientIdIsForgottenIsCancelledByTheVenuesId() {
        venue.place("7", "mine", "BTC");
        venue.book.forgetsClientIds = true;

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(MINE)).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.CANCELLED);
        assertThat(outcome.ref()).isEqualTo(MINE);
        assertThat(venue.calls("cancel")).extracting(Received::ids).containsExactly(List.of("mine"), List.of("7"));
    }

    @Test
    void everyOrderOfAnIdThatRepeatsIsCancelledBeforeItIsCalledSo() {
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        venue.place("7", "mine", "BTC");
        venue.place("8", "mine", "BTC");

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(MINE)).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.CANCELLED);
        assertThat(venue.book.orders.values()).allMatch(order -> order.state == State.CANCELLED);
        assertThat(venue.calls("cancel")).extracting(Received::ids).containsExactly(List.of("mine"), List.of("7"));
    }

    @Test
    void anOlderOrderOfTheIdIsFoundBehindAFilledOne() {
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        venue.place("7", "mine", "BTC");
        venue.place("8", "mine", "BTC").state = State.FILLED;

        venue.batchCancel().cancel(List.of(MINE));

        assertThat(venue.order("7").state).isEqualTo(State.CANCELLED);
    }

    @Test
    void anotherOrderOfTheIdThatTheListShowsLateIsCancelledToo() {
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        venue.place("7", "mine", "BTC");
        venue.place("8", "mine", "BTC");
        venue.fault("open", ScriptedFault.responds(List.of())).fault("open", ScriptedFault.responds(List.of()));

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(MINE)).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.CANCELLED);
        assertThat(venue.book.orders.values()).allMatch(order -> order.state == State.CANCELLED);
    }

    @Test
    void aListThatLagsBehindTheOrdersOwnStateIsReadAgain() {
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        venue.place("8", "mine", "BTC");
        venue.fault("open", ScriptedFault.responds(List.of(Map.of("id", "8", "clientId", "mine"))));

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(MINE)).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.CANCELLED);
        assertThat(venue.calls("cancel")).hasSize(1);
        assertThat(venue.calls("open")).hasSizeGreaterThan(1);
    }

    @Test
    void whereTheListCannotBeReadAnIdThatRepeatsIsNotCalledClosed() {
        venue.description = Descriptions.open(Descriptions.clientIdsRepeat(venue.description), null);
        venue.place("8", "mine", "BTC");

        CancelOutcome outcome =
                venue.batchCancel().cancel(List.of(MINE)).outcomes().get(0);

        assertThat(outcome.status()).isEqualTo(Status.ACCEPTED);
        assertThat(outcome.message())
                .isEqualTo(
                        "The newest order of this client id is closed; the venue lets ids repeat, and whether another"
                                + " one is open could not be seen");
    }

    @Test
    void theVenuesWordThatAnIdThatRepeatsIsClosedIsNoProof() {
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        venue.place("8", "mine", "BTC").state = State.FILLED;

        CancelReport report = venue.batchCancel().verify(false).cancel(List.of(MINE));

        assertThat(report.outcomes().get(0).status()).isEqualTo(Status.UNKNOWN);
    }
}
