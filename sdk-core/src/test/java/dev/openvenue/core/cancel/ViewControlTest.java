package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.Observation.View;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.cancel.OrderSnapshot.State;
import dev.openvenue.core.codegen.BatchCancelBuilder;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Categories;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.QueryBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which orders of a run prove that a list is the right one, and how far its views and its clock may be off. */
final class ViewControlTest {
    private static final OrderRef BTC = OrderRef.byOrderId("BTC", "1");
    private static final OrderRef OTHER_BTC = OrderRef.byOrderId("BTC", "2");
    private static final OrderRef ETH = OrderRef.byOrderId("ETH", "3");

    private final ViewControl control = control(bySymbol(), false);

    @Test
    void anOrderThatWasListedControlsTheListOfItsSymbolOnly() {
        assertThat(control.isControlled(BTC)).isFalse();

        control.listed(BTC);

        assertThat(control.isControlled(OTHER_BTC)).isTrue();
        assertThat(control.isControlled(ETH)).isFalse();
    }

    @Test
    void whereOneListShowsAllSymbolsAnyOrderControlsIt() {
        ViewControl ofAll = control(venue().open(rows("open").build()), false);

        ofAll.saw(BTC, row(View.LOOKUP, null));

        assertThat(ofAll.isControlled(ETH)).isTrue();
    }

    @Test
    void aVenueWithoutAListHasNothingToControlBySymbol() {
        ViewControl without = control(venue(), false);

        without.saw(BTC, row(View.LOOKUP, null));

        assertThat(without.isControlled(ETH)).isTrue();
    }

    @Test
    void whereAListIsOfOneCategoryAnOrderControlsThatOfItsOwnOnly() {
        ViewControl byCategory =
                control(categories().open(rows("open").category("category").build()), false);

        byCategory.listed(BTC.inCategory("FUTURES"));

        assertThat(byCategory.isControlled(ETH.inCategory("FUTURES"))).isTrue();
        assertThat(byCategory.isControlled(BTC.inCategory("SPOT"))).isFalse();
        // An order that names no category is of the venue's standard one.
        assertThat(byCategory.isControlled(BTC)).isFalse();
        byCategory.listed(BTC.inCategory("SPOT"));
        assertThat(byCategory.isControlled(ETH)).isTrue();
    }

    @Test
    void whereAListShowsAllCategoriesAnyOrderControlsIt() {
        ViewControl ofAll = control(categories().open(rows("open").build()), false);

        ofAll.listed(BTC.inCategory("FUTURES"));

        assertThat(ofAll.isControlled(BTC.inCategory("SPOT"))).isTrue();
    }

    @Test
    void aCancelThatWasTakenControlsTheSymbolThatItNamed() {
        control.accepted(BTC);
        assertThat(control.isControlled(OTHER_BTC)).isFalse();

        ViewControl named = control(bySymbol().symbol("symbol"), false);
        named.accepted(BTC);
        assertThat(named.isControlled(OTHER_BTC)).isTrue();
        assertThat(named.isControlled(ETH)).isFalse();
    }

    @Test
    void anOrderThatALookupShowedControlsItsSymbolIfTheLookupOrTheRowNamedIt() {
        control.saw(BTC, row(View.LOOKUP, null));
        control.saw(BTC, row(View.LOOKUP, "ETH"));
        assertThat(control.isControlled(BTC)).isFalse();
        control.saw(BTC, row(View.LOOKUP, "BTC"));
        assertThat(control.isControlled(BTC)).isTrue();

        ViewControl asked = control(bySymbol().lookup(lookup().symbol("symbol").build()), false);
        asked.saw(BTC, row(View.LOOKUP, null));
        assertThat(asked.isControlled(BTC)).isTrue();

        ViewControl notAsked = control(bySymbol().lookup(lookup().build()), false);
        notAsked.saw(BTC, row(View.LOOKUP, null));
        assertThat(notAsked.isControlled(BTC)).isFalse();
    }

    @Test
    void anOrderThatTheListOfClosedOrdersShowedControlsItsSymbolIfThatListIsOfOne() {
        ViewControl ofOne =
                control(bySymbol().history(rows("history").symbol("symbol").build()), false);
        ofOne.saw(BTC, row(View.HISTORY, null));
        assertThat(ofOne.isControlled(BTC)).isTrue();

        ViewControl ofAll = control(
                bySymbol()
                        .history(rows("history").build())
                        .lookup(lookup().symbol("symbol").build()),
                false);
        ofAll.saw(BTC, row(View.HISTORY, null));
        assertThat(ofAll.isControlled(BTC)).isFalse();

        control.saw(BTC, row(View.HISTORY, null));
        assertThat(control.isControlled(BTC)).isFalse();
    }

    @Test
    void anOrderWhoseSymbolIsNotGivenIsControlledByWhateverShowsIt() {
        OrderRef nowhere = OrderRef.byOrderId("1");

        control.saw(nowhere, row(View.LOOKUP, "ETH"));

        assertThat(control.isControlled(nowhere)).isTrue();
    }

    @Test
    void anOrderThatWasNotFoundControlsNothing() {
        control.saw(BTC, new Row(new NotFound(true), null, null, View.OPEN_LIST));

        assertThat(control.isControlled(BTC)).isFalse();
    }

    @Test
    void whereTheCallersArgumentsFilterTheListOnlyTheListItselfIsAControl() {
        ViewControl filtered = control(bySymbol().symbol("symbol"), true);

        filtered.accepted(BTC);
        filtered.saw(BTC, row(View.LOOKUP, "BTC"));
        assertThat(filtered.isControlled(BTC)).isFalse();

        filtered.saw(BTC, row(View.OPEN_LIST, null));
        assertThat(filtered.isControlled(BTC)).isTrue();
    }

    @Test
    void oneOrderOfASymbolMayBeMistypedAndTwoMayNot() {
        assertThat(control.isOnlyOneMissed(BTC)).isTrue();
        control.missed(BTC);
        control.missed(ETH);
        assertThat(control.isOnlyOneMissed(BTC)).isTrue();

        control.missed(OTHER_BTC);

        assertThat(control.isOnlyOneMissed(BTC)).isFalse();
        assertThat(control.isOnlyOneMissed(ETH)).isTrue();
    }

    @Test
    void anOrderMustBeMissingForTwiceTheLongestLagThatWasSeenAndAtMostTenSecondsForThat() {
        assertThat(control.absence(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));

        control.lagged(Duration.ofMillis(1_400));
        control.lagged(Duration.ofMillis(300));
        assertThat(control.absence(Duration.ofSeconds(2))).isEqualTo(Duration.ofMillis(2_800));
        assertThat(control.absence(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(3));

        control.lagged(Duration.ofSeconds(6));
        assertThat(control.absence(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(10));
        control.lagged(Duration.ofSeconds(15));
        assertThat(control.absence(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(10));
        assertThat(control.absence(Duration.ofSeconds(12))).isEqualTo(Duration.ofSeconds(12));
    }

    /** A response takes time to arrive, so the quickest one tells the venue's time best. */
    @Test
    void anInstantOfTheVenueIsBeforeAMomentOfTheRunIfItIsSoByMoreThanItsClocksMayDiffer() {
        Instant started = Instant.parse("2026-05-04T12:00:00Z");
        long moment = Duration.ofSeconds(5).toNanos();
        assertThat(control.isBefore(started, moment)).isFalse();

        control.told(started.plusSeconds(1), Duration.ofSeconds(3).toNanos());
        control.told(started.plusSeconds(2), Duration.ofSeconds(2).toNanos());
        control.told(started.plusSeconds(3), Duration.ofSeconds(4).toNanos());

        assertThat(control.isBefore(null, moment)).isFalse();
        assertThat(control.isBefore(started.plusSeconds(4), moment)).isFalse();
        assertThat(control.isBefore(started.plusSeconds(4).minusNanos(1), moment))
                .isTrue();
    }

    private static ViewControl control(BatchCancelBuilder venue, boolean filtered) {
        BatchCancelDescription description = venue.build();
        return new ViewControl(description, filtered);
    }

    private static BatchCancelBuilder venue() {
        return BatchCancelDescription.builder("cancel")
                .id(IdKind.ORDER_ID, "ids")
                .response(Response.builder(Shape.ACKNOWLEDGED).build());
    }

    private static BatchCancelBuilder bySymbol() {
        return venue().open(rows("open").symbol("symbol").build());
    }

    private static BatchCancelBuilder categories() {
        return venue().categories(new Categories("SPOT", List.of("SPOT", "FUTURES"), null));
    }

    private static QueryBuilder rows(String operation) {
        return Descriptions.rows(operation);
    }

    private static QueryBuilder lookup() {
        return rows("lookup").id(IdKind.ORDER_ID, "id").status("status");
    }

    /** A row that shows an order open, and names a symbol or none. */
    private static Row row(View view, @Nullable String symbol) {
        OrderSnapshot snapshot = new OrderSnapshot(State.OPEN, symbol, null, null, null, null, null);
        return new Row(Found.OPEN, "1", symbol == null ? null : snapshot, view);
    }
}
