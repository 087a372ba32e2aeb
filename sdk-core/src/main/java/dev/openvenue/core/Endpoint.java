package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.AnyOf;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.NoEffect;
import dev.openvenue.core.annotation.OneOf;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.core.annotation.TimeWindow;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation as declared by its generated method.
 *
 * @param id the operation's id in the spec
 * @param envelope where its responses keep verdict and payload
 * @param signed its {@code @Signed} annotation; null for a public operation
 * @param retry whether it may be retried; null for an operation that does not state it and so is never retried
 * @param noEffect the only codes that mean that nothing was executed; null if the catalogue alone decides
 * @param batchLimit the maximum length of its list, if it has one
 * @param oneOf the parameters of which exactly one is required, if there are such
 * @param anyOf the parameters of which at least one is required, if there are such
 * @param page how it is paginated, if it is
 * @param window the longest time range of one call, if it is limited
 * @param parameters its parameters in order
 * @param payload reads its payload
 */
record Endpoint<T>(
        String id,
        Envelope envelope,
        @Nullable Signed signed,
        @Nullable Retry retry,
        @Nullable NoEffect noEffect,
        @Nullable BatchLimit batchLimit,
        @Nullable OneOf oneOf,
        @Nullable AnyOf anyOf,
        @Nullable Page page,
        @Nullable TimeWindow window,
        List<Parameter> parameters,
        JsonAdapter<T> payload) {

    static Endpoint<?> of(Class<?> api, Method method, Moshi moshi) {
        Envelope own = method.getAnnotation(Envelope.class);
        Envelope envelope = require(own != null ? own : api.getAnnotation(Envelope.class), "@Envelope", method);
        if (!(method.getGenericReturnType() instanceof ParameterizedType type)
                || type.getRawType() != VenueCall.class) {
            throw new IllegalArgumentException(method + " does not return VenueCall<…>");
        }
        return new Endpoint<>(
                operationId(method),
                envelope,
                method.getAnnotation(Signed.class),
                method.getAnnotation(Retry.class),
                method.getAnnotation(NoEffect.class),
                method.getAnnotation(BatchLimit.class),
                method.getAnnotation(OneOf.class),
                method.getAnnotation(AnyOf.class),
                method.getAnnotation(Page.class),
                method.getAnnotation(TimeWindow.class),
                Arrays.stream(method.getParameters())
                        .map(parameter -> Parameter.of(parameter, moshi))
                        .toList(),
                moshi.<Object>adapter(type.getActualTypeArguments()[0]));
    }

    static String operationId(Method method) {
        return require(method.getAnnotation(OperationId.class), "@OperationId", method)
                .value();
    }

    boolean isSafe() {
        return retry != null && retry.value() == Retry.Safety.SAFE;
    }

    private static <A> A require(@Nullable A annotation, String name, Method method) {
        if (annotation == null) {
            throw new IllegalArgumentException(method + " has no " + name);
        }
        return annotation;
    }
}
