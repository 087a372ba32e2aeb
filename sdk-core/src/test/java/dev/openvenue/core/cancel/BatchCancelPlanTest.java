package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a dry run shows of a run that is not made. */
final class BatchCancelPlanTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PARTITIONED, 2);
    private final List<PlannedCall> calls = new ArrayList<>();

    @Test
    void planShowsTheCallsAndSendsNothing() {
        plan(
                OrderRef.byOrderId("BTC", "1"),
                OrderRef.byClientOrderId("BTC", "mine"),
                OrderRef.byOrderId("ETH", "2"),
                OrderRef.byOrderId("BTC", "1"),
                OrderRef.byOrderId("BTC", "3"),
                OrderRef.byOrderId("BTC", "4"));

        assertThat(calls)
                .containsExactly(
                        cancel("BTC", "orderIds", "1", "3"),
                        cancel("BTC", "clientIds", "mine"),
                        cancel("ETH", "orderIds", "2"),
                        cancel("BTC", "orderIds", "4"));
        assertThat(venue.received).isEmpty();
    }

    @Test
    void anOrderIsPlannedAgainOnlyWhenItIsFarBehindTheFirst() {
        CallPlanner plan = new CallPlanner(venue.venue(), Map.of());
        List<OrderRef> refs = Stream.of("1", "2", "1")
                .map(id -> OrderRef.byOrderId("BTC", id))
                .toList();

        new DryRunPlanner(venue.venue(), plan, 3, calls::add).run(refs.iterator());
        assertThat(calls).containsExactly(cancel("BTC", "orderIds", "1", "2"));
        calls.clear();
        new DryRunPlanner(venue.venue(), plan, 2, calls::add).run(refs.iterator());
        assertThat(calls).containsExactly(cancel("BTC", "orderIds", "1", "2"), cancel("BTC", "orderIds", "1"));
    }

    @Test
    void planHoldsTheCallersOwnArguments() {
        venue.batchCancel()
                .arguments(Map.of("account", "7"))
                .plan(List.of(OrderRef.byOrderId("BTC", "1")).iterator(), calls::add);

        assertThat(calls.get(0).arguments()).containsEntry("account", "7");
    }

    @Test
    void orderThatCannotBeCancelledAsItIsNamedIsRejected() {
        assertThatThrownBy(() -> plan(OrderRef.byOrderId("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Test needs the symbol to cancel order 1; give it to OrderRef.order");
    }

    @Test
    void planOfAListingShowsItsFirstCall() {
        assertThat(venue.batchCancel().planAllOpen("BTC"))
                .containsExactly(new PlannedCall("open", Map.of("symbol", "BTC")));
        assertThat(venue.received).isEmpty();
    }

    private void plan(OrderRef... orders) {
        venue.batchCancel().plan(List.of(orders).iterator(), calls::add);
    }

    private static PlannedCall cancel(String symbol, String list, String... ids) {
        return new PlannedCall("cancel", Map.of("mode", "single", "symbol", symbol, list, List.of(ids)));
    }
}
