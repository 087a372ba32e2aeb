package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.core.limit.Quota;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One operation of a venue, to be called with named arguments (names as on the wire). */
public final class Operation {
    private final String venueName;
    private final String id;
    private final OperationMetadata metadata;
    private final Object api;
    private final List<Parameter> parameters;
    private final Type payloadType;
    private final List<Quota> limits;
    private final Moshi moshi;

    private Operation(
            String venueName,
            OperationMetadata metadata,
            Object api,
            Type payloadType,
            List<Quota> limits,
            Moshi moshi) {
        this.venueName = venueName;
        this.id = metadata.id();
        this.metadata = metadata;
        Method method = metadata.method();
        // The generated interface is hidden from users, and so from this package.
        method.setAccessible(true);
        this.api = api;
        this.parameters = Stream.of(method.getParameters())
                .map(parameter -> Parameter.of(parameter, moshi))
                .toList();
        this.payloadType = payloadType;
        this.limits = limits;
        this.moshi = moshi;
    }

    static Operation of(String venueName, OperationMetadata metadata, Object api, List<Quota> limits, Moshi moshi) {
        return new Operation(venueName, metadata, api, Endpoint.results(metadata)[0], limits, moshi);
    }

    /** The operation's id in the spec. */
    public String id() {
        return id;
    }

    /** Whether it needs credentials. */
    public boolean signed() {
        return metadata.signed() != null;
    }

    /** The permission that the key needs; empty if none is stated, or if the operation is public. */
    public String permission() {
        Signed signed = metadata.signed();
        return signed == null ? "" : signed.permission();
    }

    /** How it is paginated; null if it is not. */
    public @Nullable Page page() {
        return metadata.page();
    }

    /** The limits that its calls count against, its own first: those of the spec, or the client's own figures. */
    public List<Quota> limits() {
        return limits;
    }

    /** The maximum length of its list; null if the spec states none. */
    public @Nullable BatchLimit batchLimit() {
        return metadata.batchLimit();
    }

    /** The largest number that a parameter may have; null if the spec states none, or if there is no such parameter. */
    public @Nullable BigDecimal maximum(String parameter) {
        return parameters.stream()
                .filter(candidate -> candidate.name().equals(parameter))
                .map(Parameter::constraint)
                .flatMap(Stream::ofNullable)
                .map(Constraint::max)
                .filter(max -> !max.isEmpty())
                .map(BigDecimal::new)
                .findFirst()
                .orElse(null);
    }

    /** Whether a parameter must be given; false also if there is no such parameter. */
    public boolean requires(String parameter) {
        return parameters.stream()
                .filter(candidate -> candidate.name().equals(parameter))
                .map(Parameter::constraint)
                .flatMap(Stream::ofNullable)
                .anyMatch(Constraint::required);
    }

    /** The names of its parameters on the wire, in order; a JSON body is called {@code body}. */
    public List<String> parameters() {
        return parameters.stream().map(Parameter::name).toList();
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
            VenueCall<Object> call = (VenueCall<Object>) metadata.method().invoke(api, values);
            return call;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Cannot prepare " + venueName + "'s " + id, e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(metadata.method() + " is not public", e);
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
     * Executes a prepared call of this operation asynchronously; the payload of the response is a JSON value, as
     * {@link #tree} makes it. Cancelling the future cancels the call.
     */
    public CompletableFuture<VenueResponse<Object>> treeAsync(VenueCall<Object> call) {
        return new ResponseTree(this, call.executeWithResponseAsync());
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
