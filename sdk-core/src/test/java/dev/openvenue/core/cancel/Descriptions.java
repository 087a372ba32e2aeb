package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.codegen.BatchCancelBuilder;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.QueryBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The description of a {@link ScriptedVenue}, and variations of a venue's description. */
final class Descriptions {
    private Descriptions() {}

    static BatchCancelDescription scripted(Shape shape, int cap) {
        BatchCancelBuilder description = BatchCancelDescription.builder("cancel")
                .cap(cap)
                .argument("mode", "single")
                .id(IdKind.ORDER_ID, "orderIds")
                .id(IdKind.CLIENT_ORDER_ID, "clientIds")
                .response(new Response(shape, ".", "done", "failed", "id", "clientId", "code", "text", Set.of("ok")))
                .lookup(rows("lookup")
                        .symbol("symbol")
                        .id(IdKind.ORDER_ID, "orderIds")
                        .many()
                        .cap(5)
                        .status("status")
                        .build())
                .lookup(rows("lookupOne")
                        .id(IdKind.CLIENT_ORDER_ID, "clientId")
                        .status("status")
                        .build())
                .open(rows("open").symbol("symbol").accepts("account").build())
                .states(new States(Set.of("OPEN"), Set.of("CANCELLED"), Set.of("FILLED")))
                .notListed("stop orders");
        return (shape == Shape.STOPS_AT_FIRST_FAILURE ? description : description.symbol("symbol")).build();
    }

    /** Starts a query whose payload is a list of orders. */
    static QueryBuilder rows(String operation) {
        return Query.builder(operation).rows(".").orderId("id").clientOrderId("clientId");
    }

    static BatchCancelDescription orderIdsOnly(BatchCancelDescription from) {
        return ids(from, Map.of(IdKind.ORDER_ID, new IdArgument("orderIds", null)));
    }

    static BatchCancelDescription ids(BatchCancelDescription from, Map<IdKind, IdArgument> ids) {
        return with(from, ids, from.lookups(), from.open());
    }

    static BatchCancelDescription lookups(BatchCancelDescription from, List<Query> lookups) {
        return with(from, from.ids(), lookups, from.open());
    }

    static BatchCancelDescription open(BatchCancelDescription from, @Nullable Query open) {
        return with(from, from.ids(), from.lookups(), open);
    }

    /** The same venue, but it lets client ids repeat. */
    static BatchCancelDescription clientIdsRepeat(BatchCancelDescription from) {
        return new BatchCancelDescription(
                from.operation(),
                from.cap(),
                from.symbol(),
                from.categories(),
                from.arguments(),
                from.ids(),
                from.response(),
                from.lookups(),
                from.open(),
                from.history(),
                from.states(),
                from.sides(),
                true,
                from.coverage());
    }

    private static BatchCancelDescription with(
            BatchCancelDescription from, Map<IdKind, IdArgument> ids, List<Query> lookups, @Nullable Query open) {
        return new BatchCancelDescription(
                from.operation(),
                from.cap(),
                from.symbol(),
                from.categories(),
                from.arguments(),
                ids,
                from.response(),
                lookups,
                open,
                from.history(),
                from.states(),
                from.sides(),
                from.clientIdsRepeat(),
                from.coverage());
    }

    /** An outcome without what was seen of the order, to be compared as a whole. */
    static CancelOutcome withoutProof(@Nullable CancelOutcome outcome) {
        CancelOutcome some = Objects.requireNonNull(outcome);
        return new CancelOutcome(
                some.ref(), some.status(), some.code(), some.kind(), some.message(), some.cause(), null, List.of());
    }

    /** A row without its quantities and its view, to be compared as a whole. */
    static Row withoutSnapshot(Row row) {
        return new Row(row.lookup(), row.orderId());
    }
}
