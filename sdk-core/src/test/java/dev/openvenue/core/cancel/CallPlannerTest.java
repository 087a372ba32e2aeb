package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Named;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.QueryBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which call serves an order, and with which arguments. */
final class CallPlannerTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.STOPS_AT_FIRST_FAILURE, 10);

    @Test
    void anOrderIsLookedUpWithTheOthersOfItsSymbolAsManyAsOneCallTakes() {
        assertThat(plan().look(order(OrderRef.byOrderId("BTC", "1"))))
                .contains(new Group(Purpose.LOOKUP, "BTC", IdKind.ORDER_ID, 5));
    }

    @Test
    void aLookupThatStatesNoCapTakesTwenty() {
        lookups(lookup(null, true, 0));

        assertThat(plan().look(order(OrderRef.byOrderId("BTC", "1"))))
                .contains(new Group(Purpose.LOOKUP, null, IdKind.ORDER_ID, 20));
    }

    @Test
    void aLookupOfOneTakesOneWhateverItsCap() {
        lookups(lookup(null, false, 5));

        assertThat(plan().lookup(order(OrderRef.byOrderId("BTC", "1"))))
                .contains(new Group(Purpose.LOOKUP, null, IdKind.ORDER_ID, 1));
    }

    @Test
    void anOrderThatWasRejectedTogetherWithOthersIsLookedUpAlone() {
        OrderCancelState order = order(OrderRef.byOrderId("BTC", "1"));
        order.alone();

        assertThat(plan().look(order)).contains(new Group(Purpose.LOOKUP, "BTC", IdKind.ORDER_ID, 1));
    }

    @Test
    void anOrderWithoutASymbolIsNotLookedUpWhereALookupNeedsOne() {
        assertThat(plan().look(order(OrderRef.byOrderId("1")))).isEmpty();
    }

    @Test
    void aListNamesOrdersByTheVenuesIdAsSoonAsItIsKnown() {
        OrderCancelState order = order(OrderRef.byClientOrderId("BTC", "mine"));
        assertThat(plan().list(order)).contains(list(IdKind.CLIENT_ORDER_ID));

        order.looked(new Row(Found.OPEN, "1"), 0);

        assertThat(plan().list(order)).contains(list(IdKind.ORDER_ID));
        assertThat(plan().namesakes(order)).contains(list(IdKind.CLIENT_ORDER_ID));
    }

    @Test
    void whereClientIdsRepeatAListIsSearchedForAllOrdersOfTheId() {
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        OrderCancelState byClient = order(OrderRef.byClientOrderId("BTC", "mine"));
        byClient.looked(new Row(Found.OPEN, "1"), 0);

        assertThat(plan().list(byClient)).contains(list(IdKind.CLIENT_ORDER_ID));
        assertThat(plan().list(order(OrderRef.byOrderId("BTC", "1")))).contains(list(IdKind.ORDER_ID));
    }

    @Test
    void aListOfAllSymbolsNeedsNone() {
        venue.description = Descriptions.open(
                venue.description, Query.builder("open").rows(".").orderId("id").build());

        assertThat(plan().list(order(OrderRef.byOrderId("1"))))
                .contains(new Group(Purpose.LIST, null, IdKind.ORDER_ID, Integer.MAX_VALUE));
        assertThat(plan().list(order(OrderRef.byOrderId("BTC", "1"))))
                .contains(new Group(Purpose.LIST, null, IdKind.ORDER_ID, Integer.MAX_VALUE));
        assertThat(plan().list(order(OrderRef.byClientOrderId("BTC", "mine")))).isEmpty();
    }

    @Test
    void aCancelNamesItsOrdersInTheFormThatTheVenueTakes() {
        venue.description =
                Descriptions.ids(venue.description, Map.of(IdKind.ORDER_ID, new IdArgument("orders", "orderId")));
        Group group = new Group(Purpose.CANCEL, null, IdKind.ORDER_ID, 10);

        assertThat(plan().cancelArguments(group, List.of(new Named("1", null), new Named("2", null))))
                .isEqualTo(Map.of("mode", "single", "orders", List.of(Map.of("orderId", "1"), Map.of("orderId", "2"))));
    }

    @Test
    void aLookupSendsWhatTheSpecAddsAndOfTheCallersArgumentsOnlyThoseThatItAccepts() {
        Query query = Query.builder("lookup")
                .symbol("symbol")
                .argument("type", "spot")
                .id(IdKind.ORDER_ID, "orderId")
                .rows(".")
                .orderId("id")
                .status("status")
                .accepts("account")
                .build();
        CallPlanner plan = new CallPlanner(venue.venue(), Map.of("account", "7", "side", "buy"));

        assertThat(plan.lookupArguments(query, new Group(Purpose.LOOKUP, "BTC", IdKind.ORDER_ID, 1), List.of("1")))
                .isEqualTo(Map.of("account", "7", "type", "spot", "symbol", "BTC", "orderId", "1"));
    }

    private CallPlanner plan() {
        return new CallPlanner(venue.venue(), Map.of());
    }

    private void lookups(Query lookup) {
        venue.description = Descriptions.lookups(venue.description, List.of(lookup));
    }

    private static Query lookup(@Nullable String symbol, boolean many, int cap) {
        QueryBuilder lookup = Descriptions.rows("lookup")
                .id(IdKind.ORDER_ID, "orderIds")
                .cap(cap)
                .status("status");
        QueryBuilder sized = many ? lookup.many() : lookup;
        return (symbol == null ? sized : sized.symbol(symbol)).build();
    }

    private static OrderCancelState order(OrderRef ref) {
        return new OrderCancelState(ref, new RunRules(true, Duration.ofSeconds(2), false), false);
    }

    private static Group list(IdKind kind) {
        return new Group(Purpose.LIST, "BTC", kind, Integer.MAX_VALUE);
    }
}
