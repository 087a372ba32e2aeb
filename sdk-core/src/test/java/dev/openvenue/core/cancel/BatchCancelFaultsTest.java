package dev.openvenue.core.cancel;

import static dev.openvenue.core.cancel.BatchCancelTest.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.ScriptedVenue.Received;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the report says, and what is sent again, when cancels go wrong. */
final class BatchCancelFaultsTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 5);

    @Test
    void aLostResponseIsResolvedByALookupAndNotByARetry() {
        venue.fault("cancel", ScriptedFault.lostResponse());

        CancelReport report = venue.batchCancel().cancel(place(venue, 5));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(5);
        assertThat(venue.calls("cancel")).hasSize(1);
    }

    @Test
    void aLostRequestIsSentAgainAfterTheLookupShowedItsOrdersOpen() {
        venue.fault("cancel", ScriptedFault.lostRequest());

        CancelReport report = venue.batchCancel().cancel(place(venue, 5));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(5);
        assertThat(venue.received)
                .extracting(Received::operation)
                .containsExactly("cancel", "lookup", "cancel", "lookup");
    }

    @Test
    void aResponseThatCannotBeReadIsResolvedByALookup() {
        venue.fault("cancel", ScriptedFault.malformed());

        CancelReport report = venue.batchCancel().cancel(place(venue, 5));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(5);
        assertThat(venue.calls("cancel")).hasSize(1);
    }

    @Test
    void ordersThatTheResponseLeavesOutAreLookedUp() {
        venue.fault("cancel", call -> {
            call.execute();
            return Map.of("done", List.of("0", Map.of("id", "1")), "failed", List.of(Map.of("code", "closed")));
        });

        CancelReport report = venue.batchCancel().cancel(place(venue, 5));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(5);
    }

    @Test
    void aSuccessfulEnvelopeWithoutRowsCancelsNothing() {
        venue.fault("cancel", ScriptedFault.responds(Map.of()));

        CancelReport report = venue.batchCancel().verify(false).cancel(place(venue, 2));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.UNKNOWN);
        assertThat(report.outcomes().get(0).cause())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("Test's cancel left orders of the call out of its response");
    }

    @Test
    void aRateLimitIsWaitedOutByAllCalls() {
        venue.fault("cancel", ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofSeconds(2)));

        CancelReport report = venue.batchCancel().parallelism(1).cancel(place(venue, 10));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(10);
        long rejectedAt = venue.received.get(0).at();
        assertThat(venue.received.get(1).at() - rejectedAt)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(venue.calls("cancel")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"busy, busy, 60 110", "busy, ok, 60 10"})
    void aVenueThatGoesOnComplainingIsLeftAloneForLonger(String first, String second, String gaps) {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1);
        for (String response : List.of(first, second)) {
            venue.fault("cancel", response.equals("ok") ? ScriptedFault.Call::execute : busy());
        }

        venue.batchCancel().parallelism(1).verify(false).cancel(place(venue, 3));

        assertThat(gaps(venue)).startsWith(gaps);
    }

    @Test
    void aResponseEndsTheVenuesComplaints() {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1);
        venue.fault("cancel", busy())
                .fault("cancel", ScriptedFault.Call::execute)
                .fault("cancel", busy());

        venue.batchCancel().parallelism(1).verify(false).cancel(place(venue, 4));

        assertThat(gaps(venue)).startsWith("60 10 60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookup", "open"})
    void aRateLimitOfALookupIsWaitedOutByAllCalls(String operation) {
        if (operation.equals("open")) {
            venue.description = Descriptions.lookups(venue.description, List.of());
        }
        venue.fault(
                operation, ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, Duration.ofSeconds(2)));

        venue.place("1", "BTC");
        venue.place("2", "ETH");

        venue.batchCancel()
                .parallelism(1)
                .cancel(List.of(OrderRef.byOrderId("BTC", "1"), OrderRef.byOrderId("ETH", "2")));

        // The second look is for the other market: only the first was rejected, and all calls wait.
        List<Received> looks = venue.calls(operation);
        assertThat(looks.get(0).arguments().get("symbol"))
                .isNotEqualTo(looks.get(1).arguments().get("symbol"));
        assertThat(looks.get(1).at() - looks.get(0).at())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void anOrderThatIsDueWaitsForACallThatIsUnderWay() {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1);
        Iterator<Duration> latencies =
                Stream.of(10, 1_000, 10).map(Duration::ofMillis).iterator();
        venue.latency = latencies::next;
        venue.fault("cancel", ScriptedFault.unreachable());

        venue.batchCancel().parallelism(1).verify(false).cancel(place(venue, 2));

        assertThat(gaps(venue)).isEqualTo("10 1000");
    }

    private static ScriptedFault busy() {
        return ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, null);
    }

    /** The milliseconds from each cancel to the next. */
    private static String gaps(ScriptedVenue venue) {
        List<Received> calls = venue.calls("cancel");
        return IntStream.range(1, calls.size())
                .mapToObj(i -> (calls.get(i).at() - calls.get(i - 1).at()) / 1_000_000)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @Test
    void aCancelWaitsForASuspendedMarketToOpen() {
        venue.fault("cancel", ScriptedFault.rejected("suspended", ErrorKind.MARKET_UNAVAILABLE, Effect.NONE, null));

        CancelReport report = venue.batchCancel().cancel(place(venue, 1));

        assertThat(report.counts().get(Status.CANCELLED)).isEqualTo(1);
        assertThat(venue.calls("cancel")).hasSize(2);
    }

    @Test
    void aVenueThatCannotBeReachedIsTriedUntilTheDeadlineWithGrowingPauses() {
        venue.chaos = ScriptedFault::unreachable;

        CancelReport report = venue.batchCancel().timeout(Duration.ofSeconds(5)).cancel(place(venue, 3));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.UNKNOWN);
        assertThat(report.outcomes().get(0).message()).isEqualTo("No cancel was executed: the deadline of 5 s passed");
        assertThat(report.outcomes().get(0).cause()).hasMessage("No response from Test");
        assertThat(venue.received).hasSizeBetween(5, 8);
        assertThat(report.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aRateLimitThatNeverEndsIsAnOutcomeWithItsCode() {
        venue.chaos = () -> ScriptedFault.rejected("busy", ErrorKind.RATE_LIMIT, Effect.NONE, null);

        CancelOutcome outcome = venue.batchCancel()
                .timeout(Duration.ofSeconds(3))
                .cancel(place(venue, 1))
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.code()).isEqualTo("busy");
        assertThat(outcome.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(outcome.message()).isEqualTo("Rejected: busy no (rate limit); given up: the deadline of 3 s passed");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorKind.class,
            names = {"AUTHENTICATION", "PERMISSION", "TIMESTAMP"})
    void aRejectionOfTheCallerIsNotRetried(ErrorKind kind) {
        venue.chaos = () -> ScriptedFault.rejected("no-way", kind, Effect.NONE, null);

        CancelReport report = venue.batchCancel().cancel(place(venue, 5));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.REJECTED);
        assertThat(report.outcomes()).extracting(CancelOutcome::code).containsOnly("no-way");
        assertThat(report.outcomes()).extracting(CancelOutcome::kind).containsOnly(kind);
        assertThat(venue.received).hasSize(1);
    }

    @Test
    void anOrderThatMakesTheVenueRejectTheWholeCallIsFoundAndTheOthersAreCancelled() {
        List<OrderRef> refs = place(venue, 5);
        venue.book.poison = "3";

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(
                        Status.CANCELLED, Status.CANCELLED, Status.CANCELLED, Status.REJECTED, Status.CANCELLED);
        assertThat(report.outcomes().get(3).code()).isEqualTo("bad-id");
    }

    @ParameterizedTest
    @EnumSource(
            value = Shape.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SINGLE", "ACKNOWLEDGED"})
    void anOrderThatKeepsBeingRejectedIsRejectedWithItsCodeAndTheOthersGoOn(Shape shape) {
        ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), shape, 5);
        List<OrderRef> refs = place(venue, 5);
        venue.order("1").rejection = "stuck";

        CancelReport report = venue.batchCancel().cancel(refs);

        assertThat(report.outcomes())
                .extracting(CancelOutcome::status)
                .containsExactly(
                        Status.CANCELLED, Status.REJECTED, Status.CANCELLED, Status.CANCELLED, Status.CANCELLED);
        assertThat(report.outcomes().get(1).code()).isEqualTo("stuck");
        assertThat(report.outcomes().get(1).message()).endsWith("; the order is still open");
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void nothingIsSentAfterTheDeadlineAndNoCallOutlivesIt() {
        venue.latency = () -> Duration.ofMillis(700);
        Duration deadline = Duration.ofSeconds(2);
        long startedAt = venue.time.nanoTime();

        CancelReport report =
                venue.batchCancel().timeout(deadline).parallelism(1).cancel(place(venue, 40));

        assertThat(venue.received).isNotEmpty().allMatch(call -> call.at() < startedAt + deadline.toNanos());
        assertThat(venue.received)
                .allMatch(call -> call.at() + call.deadline().toNanos() <= startedAt + deadline.toNanos());
        assertThat(report.elapsed()).isEqualTo(deadline);
        assertThat(report.outcomes())
                .hasSize(40)
                .extracting(CancelOutcome::status)
                .containsOnly(Status.UNKNOWN);
        assertThat(report.outcomes().get(39).message()).isEqualTo("No cancel was executed: the deadline of 2 s passed");
        assertThat(report.outcomes().get(39).cause())
                .isInstanceOf(NotSentException.class)
                .hasMessage("cancel was not sent: the deadline of 2 s passed");
    }

    @Test
    void theDeadlineIsWatchedBetweenTwoCallsThatTakeTimeToPrepare() {
        venue.preparation = Duration.ofMillis(300);
        long startedAt = venue.time.nanoTime();

        venue.batchCancel().timeout(Duration.ofSeconds(1)).parallelism(50).cancel(place(venue, 50));

        assertThat(venue.received)
                .extracting(call -> (call.at() - startedAt) / 1_000_000)
                .containsExactly(0L, 300L, 600L, 900L);
    }

    @Test
    void aResponseThatIsThereAtTheDeadlineCounts() {
        CancelReport report = venue.batchCancel()
                .verify(false)
                .timeout(Duration.ofSeconds(1))
                .onProgress(progress -> venue.time.advance(Duration.ofMinutes(1)))
                .cancel(place(venue, 10));

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void anOrderStillOpenAtTheDeadlineAfterItsCancelWasTakenIsAccepted() {
        List<OrderRef> refs = place(venue, 1);
        venue.order("0").latency = 1000;

        CancelOutcome outcome = venue.batchCancel()
                .timeout(Duration.ofMillis(300))
                .cancel(refs)
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.ACCEPTED);
        assertThat(outcome.message())
                .isEqualTo("The venue took the cancel, but it was not seen done: the deadline of 0.3 s passed");
    }

    @Test
    void aCancelWhoseFateCannotBeSeenInTimeIsUnknownAndKeepsItsCause() {
        venue.chaos = ScriptedFault::lostResponse;

        CancelOutcome outcome = venue.batchCancel()
                .timeout(Duration.ofSeconds(1))
                .cancel(place(venue, 1))
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.UNKNOWN);
        assertThat(outcome.message())
                .isEqualTo("A cancel may have been sent, and its effect is not known: the deadline of 1 s passed");
        assertThat(outcome.cause()).isInstanceOf(TransportException.class).hasMessage("No response from Test");
        assertThat(venue.calls("cancel")).hasSize(1);
    }
}
