package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import java.util.Map;

/** The JSON form of the records of Trap v2, without reflection. */
public final class TrapV2Json {
    private static final Map<Class<?>, JsonAdapter<?>> ADAPTERS = Map.ofEntries(
            Map.entry(CancelItem.class, CancelItemJsonAdapter.INSTANCE),
            Map.entry(CancelStopOrdersRequest.class, CancelStopOrdersRequestJsonAdapter.INSTANCE),
            Map.entry(Key.class, KeyJsonAdapter.INSTANCE),
            Map.entry(NewKey.class, NewKeyJsonAdapter.INSTANCE),
            Map.entry(OpenOrder.class, OpenOrderJsonAdapter.INSTANCE),
            Map.entry(OrderPage.class, OrderPageJsonAdapter.INSTANCE));

    /** Finds the adapter of a record. */
    public static final JsonAdapter.Factory FACTORY =
            (type, annotations, moshi) -> type instanceof Class<?> model ? ADAPTERS.get(model) : null;

    private TrapV2Json() {}
}
