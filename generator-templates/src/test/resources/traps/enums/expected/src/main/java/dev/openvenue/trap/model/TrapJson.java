package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.codegen.JsonAdapters;
import java.util.Map;

/** The JSON form of the records of Trap, without reflection. */
public final class TrapJson {
    private static final Map<Class<?>, JsonAdapter<?>> ADAPTERS = Map.ofEntries(
            Map.entry(Direction.class, JsonAdapters.ofEnum(Direction::of, true)),
            Map.entry(Either.class, JsonAdapters.ofEnum(Either::of, false)),
            Map.entry(EnumOrder.class, EnumOrderJsonAdapter.INSTANCE),
            Map.entry(Side.class, JsonAdapters.ofEnum(Side::of, true)),
            Map.entry(State.class, JsonAdapters.ofEnum(State::of, false)));

    /** Finds the adapter of a record. */
    public static final JsonAdapter.Factory FACTORY =
            (type, annotations, moshi) -> type instanceof Class<?> model ? ADAPTERS.get(model) : null;

    private TrapJson() {}
}
