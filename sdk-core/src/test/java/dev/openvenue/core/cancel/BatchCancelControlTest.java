package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That an order is missing proves something only if it was sought in the right place, and for long enough. */
final class BatchCancelControlTest {
    private static final String VAIN = "Not found, but neither was any other order of the run and this symbol, which"
            + " proves nothing; check symbol, key and account";

    private final ListedVenue venue = new ListedVenue(false);

    @Test
    void ordersOfWhichNoneIsFoundWerePerhapsSoughtInTheWrongPlace() {
        List<OrderRef> refs = IntStream.range(4_000, 4_100)
                .mapToObj(id -> OrderRef.byOrderId("BTC", "" + id))
                .toList();

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
            assertThat(outcome.message()).isEqualTo(VAIN);
        });
    }

    @Test
    void anOrderThatIsNotFoundBesideOthersThatAreDoesNotExist() {
        List<OrderRef> refs = new ArrayList<>(venue.place(2));
        refs.add(OrderRef.byOrderId("BTC", "4711"));
        refs.add(OrderRef.byOrderId("BTC", "4712"));

        assertThat(venue.batchCancel().cancel(refs).outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(Status.CANCELLED, Status.CANCELLED, Status.NOT_FOUND, Status.NOT_FOUND);
    }

    @Test
    void aListOfTheRightSymbolProvesThatOrdersAreClosedAndOneLookupShowsThatItIsTheRightOne() {
        venue.listsBySymbol = true;

        CancelReport report = venue.batchCancel().cancel(venue.place(200));

        assertThat(report.counts()).containsEntry(Status.ALREADY_CLOSED, 199L).containsEntry(Status.CANCELLED, 1L);
        assertThat(venue.calls("lookup")).isEqualTo(1);
    }

    @Test
    void aListOfAnotherSymbolDoesNotProveThatOrdersAreClosed() {
        venue.listsBySymbol = true;
        List<OrderRef> refs = venue.place(200).stream()
                .map(ref -> OrderRef.byOrderId("ETH", ref.id()))
                .toList();

        CancelReport report = venue.batchCancel().cancel(refs);

        // The one that was looked up names its own symbol, so that its state is certain, and the list is the wrong one.
        assertThat(report.counts()).containsEntry(Status.CANCELLED, 1L).containsEntry(Status.ACCEPTED, 199L);
        assertThat(report.outcomes().get(199).message()).isEqualTo("The venue took the cancel. " + VAIN);
    }

    @Test
    void aLagThatWasSeenMakesTheProofOfAbsenceLonger() {
        venue.lag.put("lookup", Duration.ofMillis(1_400));
        List<OrderRef> refs = new ArrayList<>(venue.place(2));
        refs.add(OrderRef.byOrderId("BTC", "4711"));

        CancelReport report =
                venue.batchCancel().timeout(Duration.ofSeconds(20)).cancel(refs);

        assertThat(report.outcomes().get(2).status()).isEqualTo(Status.NOT_FOUND);
        // Without a lag that is after 2 s.
        assertThat(venue.askedAt.get(venue.asked.lastIndexOf("open"))).isGreaterThan(Duration.ofMillis(2_500));
    }
}
