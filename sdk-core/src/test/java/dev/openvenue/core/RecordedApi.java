package dev.openvenue.core;

import dev.openvenue.core.annotation.OperationMetadata;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link TestApi} that keeps the arguments of its last call. */
final class RecordedApi implements InvocationHandler {
    private final Object prepared = proxy(VenueCall.class, (call, method, arguments) -> method.getName());
    private @Nullable Object @Nullable [] received;

    Operations operations() {
        return operations(this);
    }

    static Operations operations(InvocationHandler handler) {
        return new Operations(
                "Testex",
                OperationMetadata.of("Testex", List.of(TestApi.class)),
                id -> List.of(),
                api -> proxy(api, handler),
                TestApi.MOSHI);
    }

    /** What every call responses. */
    Object prepared() {
        return prepared;
    }

    /** The arguments of the last call; null if there was none. */
    @Nullable
    Object @Nullable [] received() {
        return received;
    }

    @Override
    public Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        received = arguments;
        return prepared;
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
