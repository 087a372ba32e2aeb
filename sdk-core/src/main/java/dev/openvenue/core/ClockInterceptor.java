package dev.openvenue.core;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Heals a wrong clock: when the venue refuses the time of a signature, measures the clock once and sends once more. That holds for
 * operations of every kind, since such a refusal comes before anything is executed.
 */
final class ClockInterceptor implements Interceptor {
    private final VenueClock clock;

    ClockInterceptor(VenueClock clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        try {
            return chain.proceed(chain.request());
        } catch (VenueIoException e) {
            if (!isTimeRefused(state, e.failure()) || chain.call().isCanceled() || !state.mayMeasureClock()) {
                throw e;
            }
            try {
                clock.synchronize(state.remaining());
            } catch (RuntimeException measuring) {
                // Whatever went wrong with the clock: the refusal is what the caller must hear of.
                e.failure().addSuppressed(measuring);
                throw e;
            }
        }
        return chain.proceed(chain.request());
    }

    /** An earlier attempt whose outcome is unknown was repeatable by its client id, and so is this one. */
    private static boolean isTimeRefused(CallState<?> state, VenueException failure) {
        return state.endpoint().signed() != null
                && failure instanceof RejectedException refusal
                && refusal.kind() == ErrorKind.TIMESTAMP
                && (refusal.execution() == Execution.NOT_EXECUTED || state.isOutcomeUnknown());
    }
}
