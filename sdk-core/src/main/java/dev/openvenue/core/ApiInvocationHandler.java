package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.OperationMetadata;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * Wraps Retrofit's implementation of a generated interface, for two things that Retrofit cannot do: it keeps the
 * arguments for validation, since Retrofit would reject some of them with messages of its own; and it passes on lists
 * that are sent as one text.
 */
final class ApiInvocationHandler implements InvocationHandler {
    private final Class<?> api;
    private final Moshi moshi;
    private final Map<String, Endpoint<?>> endpoints = new ConcurrentHashMap<>();
    private final Object retrofitApi;

    private ApiInvocationHandler(Class<?> api, Moshi moshi, Retrofit retrofit, ClientContext context) {
        this.api = api;
        this.moshi = moshi;
        this.retrofitApi = retrofit.newBuilder()
                .addCallAdapterFactory(new VenueCallAdapter(context, endpoints))
                .build()
                .create(api);
    }

    /** Implements the interface. */
    static Object implement(Class<?> api, Moshi moshi, Retrofit retrofit, ClientContext context) {
        return Proxy.newProxyInstance(
                api.getClassLoader(), new Class<?>[] {api}, new ApiInvocationHandler(api, moshi, retrofit, context));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] values) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> values != null && values[0] == proxy;
                case "hashCode" -> System.identityHashCode(proxy);
                default -> api.getSimpleName();
            };
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, values);
        }
        Endpoint<?> endpoint = endpoints.computeIfAbsent(
                method.getAnnotation(OperationId.class).value(), id -> {
                    // The generated interface is hidden from users, and so from this package.
                    method.setAccessible(true);
                    return Endpoint.of(OperationMetadata.of(id, api, method), moshi);
                });
        return call(method, Arguments.of(endpoint.parameters(), values));
    }

    private HttpCall<?> call(Method method, Arguments arguments) {
        try {
            HttpCall<?> call = (HttpCall<?>) method.invoke(retrofitApi, arguments.encoded());
            return call.bind(arguments, other -> call(method, other));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(method + " cannot be called", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is not public", e);
        }
    }
}
