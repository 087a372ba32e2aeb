package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.BatchCancelDescription.IdArgument;
import dev.openvenue.core.cancel.BatchCancelDescription.IdKind;
import dev.openvenue.core.cancel.BatchCancelDescription.Query;
import dev.openvenue.core.cancel.BatchCancelDescription.Shape;
import dev.openvenue.core.cancel.CancelWork.Group;
import dev.openvenue.core.cancel.CancelWork.Purpose;
import dev.openvenue.core.cancel.OrderSight.Row;
import dev.openvenue.core.cancel.OrderSight.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which call serves an order, and with which arguments. */
final class CancelPlanTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.STOPS_AT_FIRST_FAILURE, 10);

    @Test
    void anOrderIsLookedUpWithTheOthersOfItsSymbolAsManyAsOneCallTakes() {
        assertThat(plan().look(track(OrderRef.order("BTC", "1"))))
                .contains(new Group(Purpose.LOOKUP, "BTC", IdKind.ORDER_ID, 5));
    }

    @Test
    void aLookupThatStatesNoCapTakesTwenty() {
        lookups(lookup(null, true, 0));

        assertThat(plan().look(track(OrderRef.order("BTC", "1"))))
                .contains(new Group(Purpose.LOOKUP, null, IdKind.ORDER_ID, 20));
    }

    @Test
    void aLookupOfOneTakesOneWhateverItsCap() {
        lookups(lookup(null, false, 5));

        assertThat(plan().look(track(OrderRef.order("BTC", "1"))))
                .contains(new Group(Purpose.LOOKUP, null, IdKind.ORDER_ID, 1));
    }

    @Test
    void anOrderThatWasRefusedTogetherWithOthersIsLookedUpAlone() {
        CancelTrack track = track(OrderRef.order("BTC", "1"));
        track.alone();

        assertThat(plan().look(track)).contains(new Group(Purpose.LOOKUP, "BTC", IdKind.ORDER_ID, 1));
    }

    @Test
    void anOrderWithoutASymbolIsNotLookedUpWhereALookupNeedsOne() {
        assertThat(plan().look(track(OrderRef.order("1")))).isEmpty();
    }

    @Test
    void aListNamesOrdersByTheVenuesIdAsSoonAsItIsKnown() {
        CancelTrack track = track(OrderRef.client("BTC", "mine"));
        assertThat(plan().list(track)).contains(list(IdKind.CLIENT_ORDER_ID));

        track.looked(new Row(State.OPEN, "1"), 0);

        assertThat(plan().list(track)).contains(list(IdKind.ORDER_ID));
        assertThat(plan().namesakes(track)).contains(list(IdKind.CLIENT_ORDER_ID));
    }

    @Test
    void whereClientIdsRepeatAListIsSearchedForAllOrdersOfTheId() {
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        CancelTrack byClient = track(OrderRef.client("BTC", "mine"));
        byClient.looked(new Row(State.OPEN, "1"), 0);

        assertThat(plan().list(byClient)).contains(list(IdKind.CLIENT_ORDER_ID));
        assertThat(plan().list(track(OrderRef.order("BTC", "1")))).contains(list(IdKind.ORDER_ID));
    }

    @Test
    void aListOfAllSymbolsNeedsNone() {
        venue.description = Descriptions.open(
                venue.description,
                new Query("open", null, Map.of(), Map.of(), false, 0, ".", "id", null, null, Set.of()));

        assertThat(plan().list(track(OrderRef.order("1"))))
                .contains(new Group(Purpose.LIST, null, IdKind.ORDER_ID, Integer.MAX_VALUE));
        assertThat(plan().list(track(OrderRef.order("BTC", "1"))))
                .contains(new Group(Purpose.LIST, null, IdKind.ORDER_ID, Integer.MAX_VALUE));
        assertThat(plan().list(track(OrderRef.client("BTC", "mine")))).isEmpty();
    }

    @Test
    void aCancelNamesItsOrdersInTheFormThatTheVenueTakes() {
        venue.description =
                Descriptions.ids(venue.description, Map.of(IdKind.ORDER_ID, new IdArgument("orders", "orderId")));
        Group group = new Group(Purpose.CANCEL, null, IdKind.ORDER_ID, 10);

        assertThat(plan().cancelArguments(group, List.of("1", "2")))
                .isEqualTo(Map.of("mode", "single", "orders", List.of(Map.of("orderId", "1"), Map.of("orderId", "2"))));
    }

    @Test
    void aLookupSendsWhatTheSpecAddsAndOfTheCallersArgumentsOnlyThoseThatItAccepts() {
        Query query = new Query(
                "lookup",
                "symbol",
                Map.of("type", "spot"),
                Map.of(IdKind.ORDER_ID, "orderId"),
                false,
                0,
                ".",
                "id",
                null,
                "status",
                Set.of("account"));
        CancelPlan plan = new CancelPlan(venue.venue(), Map.of("account", "7", "side", "buy"));

        assertThat(plan.lookupArguments(query, new Group(Purpose.LOOKUP, "BTC", IdKind.ORDER_ID, 1), List.of("1")))
                .isEqualTo(Map.of("account", "7", "type", "spot", "symbol", "BTC", "orderId", "1"));
    }

    private CancelPlan plan() {
        return new CancelPlan(venue.venue(), Map.of());
    }

    private void lookups(Query lookup) {
        venue.description = Descriptions.lookups(venue.description, List.of(lookup));
    }

    private static Query lookup(@Nullable String symbol, boolean many, int cap) {
        return new Query(
                "lookup",
                symbol,
                Map.of(),
                Map.of(IdKind.ORDER_ID, "orderIds"),
                many,
                cap,
                ".",
                "id",
                "clientId",
                "status",
                Set.of());
    }

    private static CancelTrack track(OrderRef ref) {
        return new CancelTrack(ref, new CancelRules(true, Duration.ofSeconds(2), false), false);
    }

    private static Group list(IdKind kind) {
        return new Group(Purpose.LIST, "BTC", kind, Integer.MAX_VALUE);
    }
}
