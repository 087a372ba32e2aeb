package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.openvenue.core.cancel.CancelEverythingReport.Kind;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The switch that stops everything: all kinds of orders, of all symbols. */
final class CancelEverythingTest {
    private final KindsVenue venue = new KindsVenue();

    @Test
    void ordersOfAllKindsAndSymbolsAreCancelled() {
        venue.plain.putAll(Map.of("1", "BTC", "2", "ETH"));
        venue.stops.put("3", "BTC");

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(venue.plain).isEmpty();
        assertThat(venue.stops).isEmpty();
        assertThat(report.noneOpen()).isTrue();
        assertThat(report.cause()).isNull();
        assertThat(report.kinds()).extracting(Kind::name).containsExactly("stop orders", "plain orders");
        assertThat(report.orders().outcomes())
                .extracting(outcome -> outcome.ref().toString())
                .containsExactlyInAnyOrder("BTC order 1", "ETH order 2", "BTC order 3");
        assertThat(report.orders().resolved()).isTrue();
        assertThat(report.notListed()).containsExactly("margin orders");
        assertThat(report.message())
                .isEqualTo("Listed as open: 1 stop orders, and none is listed any more;"
                        + " 2 plain orders, and none is listed any more");
    }

    @Test
    void everythingIsCancelledOnAThreadOfItsOwnToo() {
        venue.plain.put("1", "BTC");
        venue.stops.put("3", "BTC");

        CancelEverythingReport report =
                venue.batchCancel().cancelEverythingAsync().join();

        assertThat(report.noneOpen()).isTrue();
        assertThat(report.orders().outcomes()).hasSize(2);
    }

    @Test
    void listsAreReadInTheDirectionInWhichOrdersMoveAndPlainOrdersAreCancelledFirst() {
        venue.plain.put("1", "BTC");
        venue.stops.put("3", "BTC");

        venue.batchCancel().cancelEverything();

        assertThat(venue.asked).startsWith("openStops", "open", "cancel");
        assertThat(venue.asked.indexOf("cancelStop")).isGreaterThan(venue.asked.indexOf("cancel"));
    }

    @Test
    void stopOrderThatIsTriggeredMeanwhileIsCancelledAsAPlainOne() {
        venue.plain.put("1", "BTC");
        venue.stops.put("3", "BTC");
        venue.time.in(Duration.ofMillis(25), () -> venue.trigger("3"));

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(report.noneOpen()).isTrue();
        assertThat(venue.plain).isEmpty();
        // It was seen in both kinds, and counts in the one to which it moved.
        assertThat(report.kinds().get(1).outcomes())
                .extracting(CancelOutcome::ref)
                .contains(OrderRef.byOrderId("BTC", "3"));
        assertThat(report.kinds().get(0).outcomes()).isEmpty();
        assertThat(report.kinds().get(1).outcomes().get(1).proof().get(0).said())
                .isEqualTo("accepted");
        assertThat(report.orders().resolved()).isTrue();
    }

    @Test
    void stopOrderThatIsTriggeredAndThenDeclinedIsNotCalledClosed() {
        venue.plain.put("1", "BTC");
        venue.stops.put("3", "BTC");
        venue.time.in(Duration.ofMillis(25), () -> venue.trigger("3"));
        venue.failures.put("cancel", ScriptedFault.rejection("forbidden", ErrorKind.PERMISSION, Effect.NONE, null));

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(report.kinds().get(0).outcomes()).isEmpty();
        assertThat(report.kinds().get(1).outcomes())
                .extracting(outcome -> outcome.ref().id(), CancelOutcome::status, CancelOutcome::message)
                .containsExactlyInAnyOrder(
                        tuple("1", Status.REJECTED, "Rejected: forbidden no (permission)"),
                        tuple(
                                "3",
                                Status.UNKNOWN,
                                "It was closed, by what the venue showed, and then listed as open again:"
                                        + " Rejected: forbidden no (permission)"));
    }

    @Test
    void whereTheListingNeedsASymbolEverySymbolIsListed() {
        venue.listsBySymbol = true;
        venue.namesSymbols = false;
        venue.plain.putAll(Map.of("1", "BTC", "2", "ETH"));

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(report.noneOpen()).isTrue();
        assertThat(venue.plain).isEmpty();
        assertThat(venue.calls("symbols")).isOne();
        assertThat(venue.calls("open") % 2).isZero();
    }

    @Test
    void symbolsAreListedOneAfterTheOtherIfOnlyOneCallMayBeOnTheWire() {
        venue.listsBySymbol = true;
        venue.plain.putAll(Map.of("1", "BTC", "2", "ETH"));

        CancelEverythingReport report = venue.batchCancel().parallelism(1).cancelEverything();

        assertThat(report.noneOpen()).isTrue();
        assertThat(venue.plain).isEmpty();
        assertThat(venue.mostRunning).isOne();
    }

    @Test
    void symbolsMayBeTheMembersOfAnObject() {
        venue.listsBySymbol = true;
        venue.symbolsAreMembers = true;
        venue.plain.putAll(Map.of("1", "BTC", "2", "ETH"));

        assertThat(venue.batchCancel().cancelEverything().noneOpen()).isTrue();
        assertThat(venue.plain).isEmpty();
    }

    @Test
    void symbolsThatCannotBeReadForAWhileAreReadAgain() {
        venue.listsBySymbol = true;
        venue.plain.put("1", "BTC");
        venue.failures.put("symbols", ScriptedFault.transport(Effect.UNKNOWN));
        venue.time.in(Duration.ofMillis(25), venue.failures::clear);

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(report.noneOpen()).isTrue();
        assertThat(venue.plain).isEmpty();
    }

    @Test
    void symbolWithoutItsNameIsNoSymbolToPassOver() {
        venue.listsBySymbol = true;
        venue.symbols = List.of("BTC", "");
        venue.plain.put("1", "BTC");

        CancelEverythingReport report =
                venue.batchCancel().timeout(Duration.ofSeconds(5)).cancelEverything();

        assertThat(report.noneOpen()).isFalse();
        assertThat(report.cause()).hasMessage("Test's symbols listed a symbol without its name");
    }

    @Test
    void symbolsThatCannotBeReadAreTheCause() {
        venue.listsBySymbol = true;
        venue.failures.put("symbols", ScriptedFault.rejection("forbidden", ErrorKind.PERMISSION, Effect.NONE, null));

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(report.noneOpen()).isFalse();
        assertThat(report.cause()).isSameAs(venue.failures.get("symbols"));
        assertThat(report.elapsed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void kindThatCannotBeListedDoesNotKeepTheOthersOpen() {
        venue.plain.put("1", "BTC");
        venue.failures.put("openStops", ScriptedFault.rejection("forbidden", ErrorKind.PERMISSION, Effect.NONE, null));

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(venue.plain).isEmpty();
        assertThat(report.kinds()).extracting(Kind::noneOpen).containsExactly(false, true);
        assertThat(report.noneOpen()).isFalse();
        assertThat(report.cause()).isSameAs(venue.failures.get("openStops"));
    }

    @Test
    void ordersThatTheVenueDeclinesToCancelStayOpenAndAreNamed() {
        venue.stops.put("3", "BTC");
        venue.declinesStops = true;

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(report.noneOpen()).isFalse();
        assertThat(report.orders().outcomes()).extracting(CancelOutcome::status).containsExactly(Status.REJECTED);
        assertThat(report.message())
                .isEqualTo("Listed as open: 1 stop orders, and others may still be open:"
                        + " the venue declines to cancel some; no plain orders");
    }

    @Test
    void orderWithoutItsSymbolIsNoOrderThatCouldBeCancelled() {
        venue.plain.put("1", "BTC");
        venue.namesSymbols = false;

        CancelEverythingReport report = venue.batchCancel().cancelEverything();

        assertThat(report.noneOpen()).isFalse();
        assertThat(report.cause()).hasMessage("Test's open listed the order 1 without its symbol");
    }

    @Test
    void deadlineThatLeavesNoTimeForTheProofProvesNothing() {
        CancelEverythingReport report =
                venue.batchCancel().timeout(Duration.ofSeconds(1)).cancelEverything();

        assertThat(report.noneOpen()).isFalse();
        assertThat(report.cause()).hasMessage("cancel was not sent: the deadline of 1 s passed");
    }

    @Test
    void planShowsTheListings() {
        assertThat(venue.batchCancel().planEverything())
                .containsExactly(new PlannedCall("openStops", Map.of()), new PlannedCall("open", Map.of()));
        venue.listsBySymbol = true;
        assertThat(venue.batchCancel().planEverything()).containsExactly(new PlannedCall("symbols", Map.of()));
    }

    @Test
    void symbolThatTheVenueDoesNotKnowIsAnError() {
        venue.plain.put("1", "BTC");

        CancelAllReport report = venue.batchCancel().cancelAllOpen("btc");

        assertThat(report.noneOpen()).isFalse();
        assertThat(report.message())
                .isEqualTo("0 open orders were listed for btc, and orders may still be open:"
                        + " Test has no symbol btc; did you mean BTC?");
        assertThat(report.orders().elapsed()).isLessThan(Duration.ofSeconds(1));
        assertThat(venue.batchCancel().cancelAllOpen("XYZ").cause())
                .hasMessage("Test has no symbol XYZ; see its symbols");
    }

    @Test
    void knownSymbolWithoutOrdersHasNoneOpenAfterOneLookAtTheSymbols() {
        CancelAllReport report = venue.batchCancel().cancelAllOpen("BTC");

        assertThat(report.noneOpen()).isTrue();
        assertThat(venue.calls("symbols")).isOne();
        assertThat(report.notListed()).containsExactly("stop orders", "margin orders");
    }

    @Test
    void whereTheSymbolsHaveNoNamesNothingIsClaimed() {
        venue.symbols = List.of();

        CancelAllReport report =
                venue.batchCancel().timeout(Duration.ofSeconds(5)).cancelAllOpen("BTC");

        assertThat(report.noneOpen()).isFalse();
        assertThat(report.cause()).hasMessage("Test's symbols responded without symbols");
    }

    @Test
    void venueWithoutAListingCannotStopEverything() {
        ScriptedVenue blind = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 10);
        blind.description = Descriptions.open(blind.description, null);

        assertThatThrownBy(() -> blind.batchCancel().cancelEverything())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("Test cannot list open orders; cancel them by their ids with cancel");
    }
}
