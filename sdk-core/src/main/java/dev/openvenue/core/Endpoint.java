package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.AnyOf;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.NoEffect;
import dev.openvenue.core.annotation.OneOf;
import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.core.annotation.TimeWindow;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation, with what reads and writes its JSON.
 *
 * @param metadata what its generated method declares
 * @param envelope where its responses keep verdict and payload
 * @param parameters its parameters in order
 * @param payload reads and writes its payload
 * @param row reads a row of its pages, if it is paginated
 */
record Endpoint<T>(
        OperationMetadata metadata,
        Envelope envelope,
        List<Parameter> parameters,
        JsonAdapter<T> payload,
        @Nullable JsonAdapter<Object> row) {

    static Endpoint<?> of(OperationMetadata metadata, Moshi moshi) {
        Method method = metadata.method();
        if (metadata.envelope() == null) {
            throw new IllegalArgumentException(method + " has no @Envelope");
        }
        Type[] results = results(metadata);
        return new Endpoint<>(
                metadata,
                metadata.envelope(),
                Arrays.stream(method.getParameters())
                        .map(parameter -> Parameter.of(parameter, moshi))
                        .toList(),
                moshi.<Object>adapter(results[0]),
                metadata.page() == null ? null : moshi.adapter(results[1]));
    }

    /** The type arguments of what a method returns: its payload, and its rows if it is paginated. */
    static Type[] results(OperationMetadata metadata) {
        Class<?> call = metadata.page() == null ? VenueCall.class : ListingCall.class;
        if (metadata.method().getGenericReturnType() instanceof ParameterizedType type && type.getRawType() == call) {
            return type.getActualTypeArguments();
        }
        throw new IllegalArgumentException(metadata.method() + " does not return " + call.getSimpleName() + "<…>");
    }

    String id() {
        return metadata.id();
    }

    boolean isSafe() {
        return retry() != null && retry().value() == Retry.Safety.SAFE;
    }

    @Nullable
    Signed signed() {
        return metadata.signed();
    }

    @Nullable
    Retry retry() {
        return metadata.retry();
    }

    @Nullable
    NoEffect noEffect() {
        return metadata.noEffect();
    }

    @Nullable
    BatchLimit batchLimit() {
        return metadata.batchLimit();
    }

    @Nullable
    OneOf oneOf() {
        return metadata.oneOf();
    }

    @Nullable
    AnyOf anyOf() {
        return metadata.anyOf();
    }

    @Nullable
    Page page() {
        return metadata.page();
    }

    @Nullable
    TimeWindow window() {
        return metadata.window();
    }
}
