package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.Signed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One operation of a venue, to be called with named arguments (names as on the wire). */
public final class Operation {
    private final String venueName;
    private final String id;
    private final Method method;
    private final Object api;
    private final List<OperationParameter> parameters;
    private final Type payloadType;
    private final Moshi moshi;

    private Operation(String venueName, String id, Method method, Object api, Type payloadType, Moshi moshi) {
        this.venueName = venueName;
        this.id = id;
        this.method = method;
        // The generated interface is hidden from users, and so from this package.
        method.setAccessible(true);
        this.api = api;
        this.parameters = Stream.of(method.getParameters())
                .map(parameter -> OperationParameter.of(parameter, moshi))
                .toList();
        this.payloadType = payloadType;
        this.moshi = moshi;
    }

    static Operation of(String venueName, String id, Method method, Object api, Moshi moshi) {
        if (method.getGenericReturnType() instanceof ParameterizedType call
                && VenueCall.class.isAssignableFrom((Class<?>) call.getRawType())) {
            return new Operation(venueName, id, method, api, call.getActualTypeArguments()[0], moshi);
        }
        throw new IllegalArgumentException(method + " does not return VenueCall<…>");
    }

    /** The operation's id in the spec. */
    public String id() {
        return id;
    }

    /** Whether it needs credentials. */
    public boolean signed() {
        return method.isAnnotationPresent(Signed.class);
    }

    /** The generated method; its annotations hold the rest of the metadata. */
    public Method method() {
        return method;
    }

    /** The names of its parameters on the wire, in order; a JSON body is called {@code body}. */
    public List<String> parameters() {
        return parameters.stream().map(OperationParameter::name).toList();
    }

    /**
     * Prepares a call. Values are text, flags, whole numbers, {@link java.math.BigDecimal}, lists, and maps for
     * objects; times are epoch milliseconds. The fields of a JSON body are given under {@code body} or next to the
     * other arguments. Null values are treated as absent.
     *
     * @throws IllegalArgumentException if there is no such argument, or a value does not fit its type
     */
    public VenueCall<Object> call(Map<String, ? extends @Nullable Object> arguments) {
        @Nullable Object[] values = new ArgumentBinder(venueName + "'s " + id, parameters, moshi).arrange(arguments);
        try {
            // A payload is only ever read, and as an Object.
            @SuppressWarnings("unchecked")
            VenueCall<Object> call = (VenueCall<Object>) method.invoke(api, values);
            return call;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Cannot prepare " + venueName + "'s " + id, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is not public", e);
        }
    }

    /**
     * Prepares a call of a paginated listing, like {@link #call}.
     *
     * @throws UnsupportedOperationException if the operation is not paginated
     */
    public ListingCall<Object, Object> listing(Map<String, ? extends @Nullable Object> arguments) {
        if (call(arguments) instanceof HttpListing<Object> listing) {
            return listing;
        }
        throw new UnsupportedOperationException(
                id + " has no pages; make the call as it is, one response holds everything");
    }

    /**
     * A payload of this operation as a JSON value in the venue's own names: maps, lists, text, flags and exact numbers.
     */
    public @Nullable Object tree(@Nullable Object payload) {
        return payload == null ? null : moshi.adapter(payloadType).toJsonValue(payload);
    }

    @Override
    public String toString() {
        return "Operation[" + venueName + " " + id + "]";
    }
}
