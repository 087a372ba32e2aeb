package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import java.util.Map;

/** The JSON form of the records of Trap, without reflection. */
public final class TrapJson {
    private static final Map<Class<?>, JsonAdapter<?>> ADAPTERS = Map.ofEntries(
            Map.entry(CancelItem.class, CancelItemJsonAdapter.INSTANCE),
            Map.entry(CancelRequest.class, CancelRequestJsonAdapter.INSTANCE),
            Map.entry(CancelResult.class, CancelResultJsonAdapter.INSTANCE),
            Map.entry(NewOrder.class, NewOrderJsonAdapter.INSTANCE),
            Map.entry(OrderRow.class, OrderRowJsonAdapter.INSTANCE));

    /** Finds the adapter of a record. */
    public static final JsonAdapter.Factory FACTORY =
            (type, annotations, moshi) -> type instanceof Class<?> model ? ADAPTERS.get(model) : null;

    private TrapJson() {}
}
