package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.codegen.JsonAdapters;
import java.util.Map;

/** The JSON form of the records of Trap, without reflection. */
public final class TrapJson {
    private static final Map<Class<?>, JsonAdapter<?>> ADAPTERS = Map.ofEntries(
            Map.entry(Force.class, JsonAdapters.ofEnum(Force::of, false)),
            Map.entry(Kind.class, JsonAdapters.ofEnum(Kind::of, false)),
            Map.entry(Leg.class, LegJsonAdapter.INSTANCE),
            Map.entry(OrderFound.class, OrderFoundJsonAdapter.INSTANCE),
            Map.entry(OrderToPlace.class, OrderToPlaceJsonAdapter.INSTANCE));

    /** Finds the adapter of a record. */
    public static final JsonAdapter.Factory FACTORY =
            (type, annotations, moshi) -> type instanceof Class<?> model ? ADAPTERS.get(model) : null;

    private TrapJson() {}
}
