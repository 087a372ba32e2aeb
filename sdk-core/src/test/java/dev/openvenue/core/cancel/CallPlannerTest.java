package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.cancel.CallBatch.Group;
import dev.openvenue.core.cancel.CallBatch.Named;
import dev.openvenue.core.cancel.CallBatch.Purpose;
import dev.openvenue.core.cancel.CallPlanner.Source;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Categories;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.QueryBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        order.fewer(2);

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

    @Test
    void aCancelIsOfOneCategoryWhereTheCallOrItsElementsNameIt() {
        OrderCancelState order = order(OrderRef.byOrderId("BTC", "1").inCategory("FUTURES"));
        IdArgument ids = new IdArgument("ids", "id", null, null, Map.of());
        IdArgument idsWithCategory = new IdArgument("ids", "id", null, "type", Map.of());

        assertThat(plan(categories(null, ids)).cancel(order).category()).isNull();
        assertThat(plan(categories("product", ids)).cancel(order).category()).isEqualTo("FUTURES");
        assertThat(plan(categories(null, idsWithCategory)).cancel(order).category())
                .isEqualTo("FUTURES");
        assertThat(plan().cancel(order(OrderRef.byOrderId("BTC", "1"))).category())
                .isNull();
    }

    @Test
    void theCategoryOfACancelIsSentWhereTheVenueTakesIt() {
        Group group = new Group(Purpose.CANCEL, null, "FUTURES", IdKind.ORDER_ID, 5);
        List<Named> orders = List.of(new Named("1", null));
        IdArgument ids = new IdArgument("ids", "id", null, null, Map.of());

        assertThat(plan(categories("product", ids)).cancelArguments(group, orders))
                .isEqualTo(Map.of("product", "FUTURES", "ids", List.of(Map.of("id", "1"))));
    }

    @Test
    void aLookupOfOneCategoryIsForTheOrdersOfThat() {
        OrderRef futures = OrderRef.byOrderId("BTC", "1").inCategory("FUTURES");
        venue.description = categories(null, new IdArgument("ids", "id"));
        Query lookup = Descriptions.rows("lookup")
                .category("product")
                .id(IdKind.ORDER_ID, "id")
                .status("status")
                .build();
        lookups(lookup);

        Group group = new Group(Purpose.LOOKUP, null, "FUTURES", IdKind.ORDER_ID, 1);
        assertThat(plan().lookup(order(futures))).contains(group);
        assertThat(plan().lookupArguments(lookup, group, List.of("1")))
                .isEqualTo(Map.of("product", "FUTURES", "id", "1"));
    }

    @Test
    void ordersThatAreLookedUpOneByOneAreSoughtTogetherInTheListOfClosedOnes() {
        history(Descriptions.rows("history").symbol("symbol"));

        assertThat(plan().look(order(OrderRef.byOrderId("BTC", "1")))).contains(evidence("BTC", IdKind.ORDER_ID));
        assertThat(plan().look(order(OrderRef.byClientOrderId("BTC", "mine"))))
                .contains(evidence("BTC", IdKind.CLIENT_ORDER_ID));
    }

    @Test
    void aListOfClosedOrdersOfAllSymbolsTakesOrdersOfEach() {
        history(Descriptions.rows("history"));

        assertThat(plan().look(order(OrderRef.byOrderId("BTC", "1")))).contains(evidence(null, IdKind.ORDER_ID));
    }

    @Test
    void anOrderWithoutASymbolIsLookedUpByItselfWhereAListNeedsOne() {
        history(Descriptions.rows("history").symbol("symbol"));

        assertThat(plan().look(order(OrderRef.byOrderId("1"))))
                .contains(new Group(Purpose.LOOKUP, null, IdKind.ORDER_ID, 1));
    }

    @Test
    void anOrderIsSoughtByItsClientsIdOnlyWhereTheListNamesItBeyondDoubt() {
        OrderCancelState order = order(OrderRef.byClientOrderId("BTC", "mine"));
        Group alone = new Group(Purpose.LOOKUP, null, IdKind.CLIENT_ORDER_ID, 1);

        history(Query.builder("history").rows(".").orderId("id"));
        assertThat(plan().look(order)).contains(alone);

        history(Descriptions.rows("history"));
        venue.description = Descriptions.clientIdsRepeat(venue.description);
        assertThat(plan().look(order)).contains(alone);

        order.looked(new Row(Found.OPEN, "1"), 0);
        assertThat(plan().look(order)).contains(evidence(null, IdKind.ORDER_ID));
    }

    @Test
    void anOrderThatMustBeLookedUpAloneIsInNoPool() {
        history(Descriptions.rows("history"));
        OrderCancelState order = order(OrderRef.byOrderId("BTC", "1"));
        order.fewer(2);

        assertThat(plan().look(order)).contains(new Group(Purpose.LOOKUP, null, IdKind.ORDER_ID, 1));
    }

    @Test
    void closedOrdersAreListedFromFourOrdersOnAndOpenOnesFromFiftyOne() {
        assertThat(plan().source(50, 0)).isEqualTo(Source.LOOKUP);
        assertThat(plan().source(51, 0)).isEqualTo(Source.OPEN_LIST);
        assertThat(plan().source(20, 30)).isEqualTo(Source.LOOKUP);
        assertThat(plan().source(20, 31)).isEqualTo(Source.OPEN_LIST);

        history(Descriptions.rows("history"));
        assertThat(plan().source(3, 100)).isEqualTo(Source.LOOKUP);
        assertThat(plan().source(4, 0)).isEqualTo(Source.HISTORY);
        CallPlanner without = plan();
        without.withoutHistory();
        assertThat(without.source(4, 0)).isEqualTo(Source.LOOKUP);
    }

    @Test
    void aPageIsTwiceAsLargeAsTheOrdersNeedWithinWhatTheVenueAllows() throws Exception {
        Query open = Objects.requireNonNull(venue.description.open());
        venue.book.pageSize = 500;
        assertThat(plan().rows(open, 300)).isEqualTo(100);

        venue.paging = page("unsized");
        assertThat(plan().rows(open, 300)).isEqualTo(100);

        venue.paging = page("sized");
        assertThat(plan().rows(open, 10)).isEqualTo(100);
        assertThat(plan().rows(open, 60)).isEqualTo(120);
        assertThat(plan().rows(open, 300)).isEqualTo(500);
        venue.book.pageSize = 50;
        assertThat(plan().rows(open, 10)).isEqualTo(50);
    }

    private CallPlanner plan() {
        return new CallPlanner(venue.venue(), Map.of());
    }

    private CallPlanner plan(BatchCancelDescription description) {
        return new CallPlanner(venue.venue().of(description), Map.of());
    }

    /** A venue of two categories. */
    private static BatchCancelDescription categories(@Nullable String argument, IdArgument ids) {
        return BatchCancelDescription.builder("cancel")
                .cap(5)
                .categories(new Categories("SPOT", List.of("SPOT", "FUTURES"), argument))
                .id(IdKind.ORDER_ID, ids)
                .response(Response.builder(Shape.ACKNOWLEDGED).build())
                .build();
    }

    /** A venue that looks orders up one by one, and lists closed ones. */
    private void history(QueryBuilder history) {
        venue.description = BatchCancelDescription.builder("cancel")
                .id(IdKind.ORDER_ID, "ids")
                .id(IdKind.CLIENT_ORDER_ID, "clientIds")
                .response(Response.builder(Shape.ACKNOWLEDGED).build())
                .lookup(Descriptions.rows("lookup")
                        .id(IdKind.ORDER_ID, "id")
                        .id(IdKind.CLIENT_ORDER_ID, "clientId")
                        .status("status")
                        .build())
                .history(history.status("status").build())
                .build();
    }

    private static Group evidence(@Nullable String symbol, IdKind kind) {
        return new Group(Purpose.EVIDENCE, symbol, kind, Integer.MAX_VALUE);
    }

    private static Page page(String name) throws NoSuchMethodException {
        return Pages.class.getDeclaredMethod(name).getAnnotation(Page.class);
    }

    /** Ways to page; found by their names. */
    @SuppressWarnings("UnusedMethod")
    private interface Pages {
        @Page(parameter = "before", row = "id")
        void unsized();

        @Page(parameter = "before", row = "id", size = "limit")
        void sized();
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
