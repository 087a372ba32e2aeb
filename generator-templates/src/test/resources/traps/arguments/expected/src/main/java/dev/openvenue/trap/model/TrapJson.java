package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import java.util.Map;

/** The JSON form of the records of Trap, without reflection. */
public final class TrapJson {
    private static final Map<Class<?>, JsonAdapter<?>> ADAPTERS = Map.ofEntries(
            Map.entry(Filter.class, FilterJsonAdapter.INSTANCE),
            Map.entry(History.class, HistoryJsonAdapter.INSTANCE),
            Map.entry(HistoryRow.class, HistoryRowJsonAdapter.INSTANCE),
            Map.entry(OrderItem.class, OrderItemJsonAdapter.INSTANCE),
            Map.entry(PlaceRequest.class, PlaceRequestJsonAdapter.INSTANCE));

    /** Finds the adapter of a record. */
    public static final JsonAdapter.Factory FACTORY =
            (type, annotations, moshi) -> type instanceof Class<?> model ? ADAPTERS.get(model) : null;

    private TrapJson() {}
}
