package dev.openvenue.core;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets a call through once. A user's own OkHttp client may hold an interceptor that repeats what failed; it knows nothing of
 * {@link Execution} and would place an order twice.
 */
final class OnceInterceptor implements Interceptor {
    private final Failures failures;

    OnceInterceptor(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        if (!state.enter() && state.isOutcomeUnknown()) {
            throw new VenueIoException(failures.notSent(
                    state,
                    "An interceptor of the given OkHttpClient tried to repeat "
                            + state.endpoint().id()
                            + " and was stopped; remove it, repeats are the retry policy's business",
                    null));
        }
        return chain.proceed(chain.request());
    }
}
