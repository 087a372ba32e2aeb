package dev.openvenue.trap.model;

import com.squareup.moshi.JsonAdapter;
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
        if (type == CancelItem.class) {
            return CancelItemJsonAdapter.INSTANCE;
        }
        if (type == CancelRequest.class) {
            return CancelRequestJsonAdapter.INSTANCE;
        }
        if (type == CancelResult.class) {
            return CancelResultJsonAdapter.INSTANCE;
        }
        if (type == NewOrder.class) {
            return NewOrderJsonAdapter.INSTANCE;
        }
        if (type == OrderRow.class) {
            return OrderRowJsonAdapter.INSTANCE;
        }
        return null;
    }
}
