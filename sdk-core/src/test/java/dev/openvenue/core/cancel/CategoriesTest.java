package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Categories;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.engine.PlainGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A venue where one symbol exists in several categories, and each element of a cancel names its own. */
final class CategoriesTest implements PlainGateway {
    private static final OrderFields FIELDS = new OrderFields("symbol", "category", null, null, null, null, null, null);

    private record Order(String category, String symbol, boolean open) {}

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final List<PlannedCall> calls = new ArrayList<>();

    @Test
    void aCallHoldsOneCategoryAndAnySymbols() {
        orders.put("1", new Order("SPOT", "BTC", true));
        orders.put("2", new Order("SPOT", "ETH", true));
        orders.put("3", new Order("FUTURES", "BTC", true));
        List<OrderRef> refs = List.of(
                OrderRef.byOrderId("BTC", "1"),
                OrderRef.byOrderId("ETH", "2").inCategory("SPOT"),
                OrderRef.byOrderId("BTC", "3").inCategory("FUTURES"));

        CancelReport report = batchCancel().cancel(refs);

        assertThat(report.outcomes()).extracting(CancelOutcome::status).containsOnly(Status.CANCELLED);
        assertThat(report.outcomes()).extracting(CancelOutcome::ref).isEqualTo(refs);
        assertThat(calls.subList(0, 2))
                .containsExactly(
                        cancelCall(element("SPOT", "BTC", "1"), element("SPOT", "ETH", "2")),
                        cancelCall(element("FUTURES", "BTC", "3")));
    }

    @Test
    void anOrderThatIsInAnotherCategoryIsNotTakenForTheOneThatIsMeant() {
        orders.put("1", new Order("FUTURES", "BTC", false));

        CancelOutcome outcome = batchCancel()
                .cancel(List.of(OrderRef.byOrderId("BTC", "1")))
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.NOT_FOUND);
        assertThat(outcome.message()).isEqualTo("The venue knows no such order");
        assertThat(outcome.cause())
                .hasMessage("Test's lookup showed the order in the category FUTURES and not in SPOT");
    }

    /** The same symbol in another category is another list. */
    @Test
    void anOrderOfOneCategoryDoesNotProveThatTheListOfAnotherIsTheRightOne() {
        orders.put("1", new Order("SPOT", "BTC", true));

        List<CancelOutcome> outcomes = batchCancel()
                .cancel(List.of(
                        OrderRef.byOrderId("BTC", "1"),
                        OrderRef.byOrderId("BTC", "8").inCategory("FUTURES"),
                        OrderRef.byOrderId("BTC", "9").inCategory("FUTURES")))
                .outcomes();

        assertThat(outcomes)
                .extracting(CancelOutcome::status)
                .containsExactly(Status.CANCELLED, Status.UNKNOWN, Status.UNKNOWN);
        assertThat(outcomes.get(1).message())
                .isEqualTo(
                        "Not found, but neither was any other order of the run and this symbol, which proves nothing;"
                                + " check symbol, key and account");
    }

    @Test
    void whatTheVenueDoesNotHaveIsNotSent() {
        CancelOutcome outcome = batchCancel()
                .cancel(List.of(OrderRef.byOrderId("BTC", "1").inCategory("OPTIONS")))
                .outcomes()
                .get(0);

        assertThat(outcome.status()).isEqualTo(Status.REJECTED);
        assertThat(outcome.message()).isEqualTo("Not sent: Test has no category OPTIONS; it has SPOT, FUTURES");
        assertThat(calls).isEmpty();
        assertThatThrownBy(() -> batchCancel().inCategory("OPTIONS"))
                .hasMessage("Test has no category OPTIONS; it has SPOT, FUTURES");
    }

    @Test
    void aVenueWithoutCategoriesTakesNone() {
        BatchCancel without = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1).batchCancel();

        assertThat(without.cancel(List.of(OrderRef.byOrderId("BTC", "1").inCategory("SPOT")))
                        .outcomes()
                        .get(0)
                        .message())
                .isEqualTo("Not sent: Test has no categories; leave out that of SPOT BTC order 1");
        assertThatThrownBy(() -> without.inCategory("SPOT")).hasMessage("Test has no categories; leave SPOT out");
    }

    @Test
    void everythingIsCancelledInEachCategory() {
        orders.put("1", new Order("SPOT", "BTC", true));
        orders.put("2", new Order("FUTURES", "ETH", true));

        CancelEverythingReport report = batchCancel().cancelEverything();

        assertThat(report.noneOpen()).isTrue();
        assertThat(report.orders().outcomes())
                .extracting(CancelOutcome::ref)
                .containsExactlyInAnyOrder(
                        OrderRef.byOrderId("BTC", "1").inCategory("SPOT"),
                        OrderRef.byOrderId("ETH", "2").inCategory("FUTURES"));
    }

    @Test
    void aRunOfOneCategoryLeavesTheOthersAlone() {
        orders.put("1", new Order("SPOT", "BTC", true));
        orders.put("2", new Order("FUTURES", "BTC", true));

        CancelAllReport report = batchCancel().inCategory("FUTURES").cancelAllOpen("BTC");

        assertThat(report.noneOpen()).isTrue();
        assertThat(report.orders().outcomes())
                .extracting(CancelOutcome::ref)
                .containsExactly(OrderRef.byOrderId("BTC", "2").inCategory("FUTURES"));
        assertThat(Objects.requireNonNull(orders.get("1")).open()).isTrue();
    }

    @Test
    void aDryRunListsEachCategory() {
        assertThat(batchCancel().planAllOpen("BTC"))
                .containsExactly(
                        new PlannedCall("open", Map.of("symbol", "BTC", "category", "SPOT")),
                        new PlannedCall("open", Map.of("symbol", "BTC", "category", "FUTURES")));
    }

    private BatchCancel batchCancel() {
        BatchCancelDescription description = BatchCancelDescription.builder("cancel")
                .cap(5)
                .categories(new Categories("SPOT", List.of("SPOT", "FUTURES"), null))
                .id(IdKind.ORDER_ID, new IdArgument(".", "id", "symbol", "category", Map.of()))
                .response(Response.builder(Shape.PER_ITEM)
                        .rows(".")
                        .orderId("id")
                        .code("code")
                        .cancelled("", "0")
                        .build())
                .lookup(Query.builder("lookup")
                        .id(IdKind.ORDER_ID, "id")
                        .rows(".")
                        .orderId("id")
                        .status("status")
                        .fields(FIELDS)
                        .build())
                .open(Query.builder("open")
                        .symbol("symbol")
                        .category("category")
                        .rows(".")
                        .orderId("id")
                        .fields(FIELDS)
                        .build())
                .states(new States(Set.of("OPEN"), Set.of("CANCELLED"), Set.of()))
                .build();
        VenueContext venue = new VenueContext("test", "Test", description, ScriptedVenue.ERRORS, this);
        return new BatchCancel(venue, new VirtualTime(), RunOptions.DEFAULT);
    }

    @Override
    public CompletableFuture<VenueResponse<Object>> call(
            String operation, Map<String, ?> arguments, Duration deadline) {
        calls.add(new PlannedCall(operation, Map.copyOf(arguments)));
        Object payload = switch (operation) {
            case "cancel" ->
                JsonTree.rows(arguments.get("body")).stream().map(this::cancel).toList();
            case "lookup" ->
                orders.containsKey(String.valueOf(arguments.get("id")))
                        ? List.of(row(String.valueOf(arguments.get("id"))))
                        : List.of();
            default ->
                orders.entrySet().stream()
                        .filter(order -> order.getValue().open())
                        .filter(order -> order.getValue().category().equals(arguments.get("category")))
                        .filter(order -> !arguments.containsKey("symbol")
                                || order.getValue().symbol().equals(arguments.get("symbol")))
                        .map(order -> row(order.getKey()))
                        .toList();
        };
        return CompletableFuture.completedFuture(ScriptedVenue.response(payload));
    }

    /** A row without a code is a success. */
    private Map<String, Object> cancel(Object element) {
        String id = String.valueOf(JsonTree.text(element, "id"));
        Order order = orders.get(id);
        if (order == null || !order.category().equals(JsonTree.text(element, "category"))) {
            return Map.of("id", id, "code", "missing");
        }
        orders.put(id, new Order(order.category(), order.symbol(), false));
        return Map.of("id", id);
    }

    private Map<String, Object> row(String id) {
        Order order = Objects.requireNonNull(orders.get(id));
        return Map.of(
                "id",
                id,
                "symbol",
                order.symbol(),
                "category",
                order.category(),
                "status",
                order.open() ? "OPEN" : "CANCELLED");
    }

    private static Map<String, Object> element(String category, String symbol, String id) {
        return Map.of("category", category, "symbol", symbol, "id", id);
    }

    private static PlannedCall cancelCall(Object... elements) {
        return new PlannedCall("cancel", Map.of("body", List.of(elements)));
    }

    @Override
    public boolean requires(String operation, String argument) {
        return false;
    }
}
