package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.codegen.JsonAdapters;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The JSON form of the records of Trap, without reflection. */
public final class TrapJson {
    /** Finds the adapter of a record. */
    public static final JsonAdapter.Factory FACTORY = (type, annotations, moshi) -> (JsonAdapter<?>) adapter(type);

    private TrapJson() {}

    /**
     * Not a map, so that a program loads no adapters but those it uses. For the same reason it returns an Object: to
     * verify that each of them is an adapter, the JVM would have to load it. Names would not do: shrinkers change them.
     */
    private static @Nullable Object adapter(Type type) {
        if (type == Force.class) {
            return JsonAdapters.ofEnum(Force::of, false);
        }
        if (type == Kind.class) {
            return JsonAdapters.ofEnum(Kind::of, false);
        }
        if (type == Leg.class) {
            return LegJsonAdapter.INSTANCE;
        }
        if (type == OrderFound.class) {
            return OrderFoundJsonAdapter.INSTANCE;
        }
        if (type == OrderToPlace.class) {
            return OrderToPlaceJsonAdapter.INSTANCE;
        }
        return null;
    }
}
