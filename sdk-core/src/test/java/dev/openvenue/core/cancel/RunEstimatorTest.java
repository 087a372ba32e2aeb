package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a run in which nothing goes wrong will take, said before it begins. */
final class RunEstimatorTest {
    private static final Duration ABSENCE = Duration.ofSeconds(3);

    private final ListedVenue venue = new ListedVenue(true);

    @Test
    void estimateCountsTheCallsAndTheTimeOfTheVenuesLimits() {
        assertThat(venue.batchCancel().estimate(venue.place(1_000)))
                .isEqualTo(new RunEstimate(Map.of("cancel", 20L, "history", 10L), Duration.ofSeconds(1)));
        assertThat(venue.batchCancel().verify(false).estimate(venue.place(1_050)))
                .isEqualTo(new RunEstimate(Map.of("cancel", 21L), Duration.ofSeconds(2)));
        assertThat(venue.batchCancel().estimate(venue.place(3)))
                .isEqualTo(new RunEstimate(Map.of("cancel", 1L, "lookup", 3L), Duration.ZERO));
    }

    @Test
    void timeoutThatCannotSufficeIsSaidBeforeTheFirstCall() {
        List<OrderRef> refs = venue.place(1_050);
        List<CancelProgress> heard = new ArrayList<>();

        venue.batchCancel()
                .timeout(Duration.ofSeconds(1))
                .onProgress(heard::add)
                .cancel(refs);

        assertThat(heard.get(0))
                .isEqualTo(new CancelProgress(
                        "test",
                        0,
                        0,
                        0,
                        "1050 orders need at least 3 s by Test's rate limits, and the timeout is 1 s: outcomes will stay"
                                + " open. Give a longer timeout, or fewer orders"));
        assertThat(heard.subList(1, heard.size())).allMatch(event -> event.warning() == null);
    }

    @Test
    void timeoutThatNobodyGaveIsLongEnoughForTheVenuesLimits() {
        List<CancelProgress> heard = new ArrayList<>();
        List<OrderRef> refs = venue.place(16_000);

        venue.batchCancel().verify(false).onProgress(heard::add).cancel(refs);
        assertThat(heard).extracting(CancelProgress::warning).containsOnlyNulls();
        venue.batchCancel()
                .verify(false)
                .timeout(Duration.ofSeconds(30))
                .onProgress(heard::add)
                .cancel(refs);

        assertThat(heard)
                .extracting(CancelProgress::warning)
                .filteredOn(Objects::nonNull)
                .containsExactly(
                        "16000 orders need at least 31 s by Test's rate limits, and the timeout is 30 s: outcomes will"
                                + " stay open. Give a longer timeout, or fewer orders");
    }

    @Test
    void timeoutThatJustSufficesNeedsNoWarning() {
        List<CancelProgress> heard = new ArrayList<>();

        venue.batchCancel()
                .verify(false)
                .timeout(Duration.ofSeconds(2))
                .onProgress(heard::add)
                .cancel(venue.place(1_050));

        assertThat(heard).extracting(CancelProgress::warning).containsOnlyNulls();
    }

    @Test
    void venueThatListsOnlyOpenOrdersTakesTheTimeOfAProofAsWell() {
        ListedVenue open = new ListedVenue(false);

        assertThat(open.batchCancel().estimate(open.place(1_050)))
                .isEqualTo(new RunEstimate(
                        Map.of("cancel", 21L, "open", 4L), Duration.ofSeconds(2).plus(ABSENCE)));
    }

    @Test
    void venueWithoutLookupsTakesTheTimeOfAProofAsWell() {
        ScriptedVenue blind = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 5);
        blind.description = Descriptions.lookups(blind.description, List.of());

        assertThat(blind.batchCancel().estimate(BatchCancelTest.place(blind, 7)))
                .isEqualTo(new RunEstimate(Map.of("cancel", 2L, "open", 4L), ABSENCE));
    }
}
