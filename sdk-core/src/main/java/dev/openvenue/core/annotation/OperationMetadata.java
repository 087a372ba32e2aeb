package dev.openvenue.core.annotation;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a generated method declares of its operation. A client reads it when it is first needed; nothing else reads the
 * annotations of a method.
 *
 * @param id the operation's id in the spec
 * @param method the generated method
 * @param envelope where responses keep verdict and payload; null if neither the method nor its interface says so
 * @param signed its {@code @Signed} annotation; null for a public operation
 * @param retry whether it may be retried; null for an operation that does not state it and so is never retried
 * @param noEffect the only codes that mean that nothing was executed; null if the catalogue alone decides
 * @param rateLimit its own rate limit; null if it has none
 * @param cancels whether it cancels orders
 * @param batchLimit the maximum length of its list; null if it has none
 * @param oneOf the parameters of which exactly one is required; null if there are none
 * @param anyOf the parameters of which at least one is required; null if there are none
 * @param page how it is paginated; null if it is not
 * @param window the longest time range of one call; null if it is not limited
 */
public record OperationMetadata(
        String id,
        Method method,
        @Nullable Envelope envelope,
        @Nullable Signed signed,
        @Nullable Retry retry,
        @Nullable NoEffect noEffect,
        @Nullable RateLimit rateLimit,
        boolean cancels,
        @Nullable BatchLimit batchLimit,
        @Nullable OneOf oneOf,
        @Nullable AnyOf anyOf,
        @Nullable Page page,
        @Nullable TimeWindow window) {

    /**
     * Reads the operations of generated interfaces, by their ids.
     *
     * @throws IllegalArgumentException if two have the same id
     */
    public static Map<String, OperationMetadata> of(String venueName, Collection<Class<?>> apis) {
        Map<String, OperationMetadata> operations = new TreeMap<>();
        for (Class<?> api : apis) {
            for (Method method : api.getMethods()) {
                // Convenience overloads carry no id; they delegate to the method that does.
                OperationId id = method.getAnnotation(OperationId.class);
                if (id != null && operations.put(id.value(), of(id.value(), api, method)) != null) {
                    throw new IllegalArgumentException(venueName + " has two operations with the id " + id.value()
                            + "; generate it again from its spec");
                }
            }
        }
        return Collections.unmodifiableMap(operations);
    }

    /**
     * Reads one operation.
     *
     * @param api the interface that the method is of
     */
    public static OperationMetadata of(String id, Class<?> api, Method method) {
        Envelope own = method.getAnnotation(Envelope.class);
        return new OperationMetadata(
                id,
                method,
                own != null ? own : api.getAnnotation(Envelope.class),
                method.getAnnotation(Signed.class),
                method.getAnnotation(Retry.class),
                method.getAnnotation(NoEffect.class),
                method.getAnnotation(RateLimit.class),
                method.isAnnotationPresent(Cancels.class),
                method.getAnnotation(BatchLimit.class),
                method.getAnnotation(OneOf.class),
                method.getAnnotation(AnyOf.class),
                method.getAnnotation(Page.class),
                method.getAnnotation(TimeWindow.class));
    }
}
