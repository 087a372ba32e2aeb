package dev.openvenue.core;

import dev.openvenue.core.error.Effect;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets a call through once. A user's own OkHttp client may have an interceptor that retries failed calls, or that sends
 * a second request when the first is slow; it does not know {@link Effect} and would place an order twice. A copy of
 * the call is stopped too: no deadline would end it.
 */
final class ReentryGuardInterceptor implements Interceptor {
    private final VenueExceptions failures;

    ReentryGuardInterceptor(VenueExceptions failures) {
        this.failures = failures;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        if (!state.end().isOf(chain.call())) {
            throw new VenueIoException(failures.stopped(state, tried(state, "send a copy of ")));
        }
        if (!state.enter()) {
            throw new VenueIoException(failures.stopped(state, tried(state, "send a second ")));
        }
        try {
            if (state.isOutcomeUnknown()) {
                throw new VenueIoException(failures.notSent(state, tried(state, "retry "), null));
            }
            return chain.proceed(chain.request());
        } finally {
            state.exit();
        }
    }

    private static String tried(CallState<?> state, String what) {
        return "An interceptor of the given OkHttpClient tried to " + what
                + state.endpoint().id()
                + " and was stopped; remove it, retries are the retry policy's business";
    }
}
