package dev.openvenue.trapv2.model;

import com.squareup.moshi.JsonAdapter;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The JSON form of the records of Trap v2, without reflection. */
public final class TrapV2Json {
    /** Finds the adapter of a record. */
    public static final JsonAdapter.Factory FACTORY = (type, annotations, moshi) -> (JsonAdapter<?>) adapter(type);

    private TrapV2Json() {}

    /**
     * Not a map, so that a program loads no adapters but those it uses. For the same reason it returns an Object: to
     * verify that each of them is an adapter, the JVM would have to load it. Names would not do: shrinkers change them.
     */
    private static @Nullable Object adapter(Type type) {
        if (type == CancelItem.class) {
            return CancelItemJsonAdapter.INSTANCE;
        }
        if (type == CancelStopOrdersRequest.class) {
            return CancelStopOrdersRequestJsonAdapter.INSTANCE;
        }
        if (type == Key.class) {
            return KeyJsonAdapter.INSTANCE;
        }
        if (type == NewKey.class) {
            return NewKeyJsonAdapter.INSTANCE;
        }
        if (type == OpenOrder.class) {
            return OpenOrderJsonAdapter.INSTANCE;
        }
        if (type == OrderPage.class) {
            return OrderPageJsonAdapter.INSTANCE;
        }
        return null;
    }
}
