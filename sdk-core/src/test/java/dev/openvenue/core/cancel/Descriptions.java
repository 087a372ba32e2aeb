package dev.openvenue.core.cancel;

import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Answer;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The description of a {@link ScriptedVenue}, and variations of a venue's description. */
final class Descriptions {
    private Descriptions() {}

    static BatchCancelDescription scripted(Shape shape, int cap) {
        return new BatchCancelDescription(
                "cancel",
                cap,
                shape == Shape.STOPS_AT_FIRST_FAILURE ? null : "symbol",
                Map.of("mode", "single"),
                Map.of(
                        IdKind.ORDER_ID, new IdArgument("orderIds", null),
                        IdKind.CLIENT_ORDER_ID, new IdArgument("clientIds", null)),
                new Answer(shape, ".", "done", "failed", "id", "clientId", "code", "text", Set.of("ok")),
                List.of(
                        new Query(
                                "lookup",
                                "symbol",
                                Map.of(),
                                Map.of(IdKind.ORDER_ID, "orderIds"),
                                true,
                                5,
                                ".",
                                "id",
                                "clientId",
                                "status",
                                Set.of()),
                        new Query(
                                "lookupOne",
                                null,
                                Map.of(),
                                Map.of(IdKind.CLIENT_ORDER_ID, "clientId"),
                                false,
                                0,
                                ".",
                                "id",
                                "clientId",
                                "status",
                                Set.of())),
                new Query(
                        "open", "symbol", Map.of(), Map.of(), false, 0, ".", "id", "clientId", null, Set.of("account")),
                new States(Set.of("OPEN"), Set.of("CANCELLED"), Set.of("FILLED")),
                false,
                List.of("stop orders"));
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
                from.arguments(),
                from.ids(),
                from.answer(),
                from.lookups(),
                from.open(),
                from.states(),
                true,
                from.notListed());
    }

    private static BatchCancelDescription with(
            BatchCancelDescription from, Map<IdKind, IdArgument> ids, List<Query> lookups, @Nullable Query open) {
        return new BatchCancelDescription(
                from.operation(),
                from.cap(),
                from.symbol(),
                from.arguments(),
                ids,
                from.answer(),
                lookups,
                open,
                from.states(),
                from.clientIdsRepeat(),
                from.notListed());
    }
}
