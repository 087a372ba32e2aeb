package dev.openvenue.core;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Recovers from clock skew: when the venue rejects a signature's timestamp, re-synchronises with the server's clock
 * and, if the clock was off, retries once. This is safe for every operation, since such a rejection comes before
 * anything is executed. Some venues have one code for everything that can be wrong with a signature; then the
 * measurement shows that it was not the timestamp.
 */
final class ClockSkewInterceptor implements Interceptor {
    /** No venue rejects a timestamp for less skew than this. */
    private static final Duration NOTICEABLE = Duration.ofMillis(500);

    private final VenueClock clock;

    ClockSkewInterceptor(VenueClock clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        Duration offset = clock.offset();
        try {
            return chain.proceed(chain.request());
        } catch (VenueIoException e) {
            if (!isTimeRejected(state)
                    || chain.call().isCanceled()
                    || !state.mayMeasureClock()
                    || !wasWrong(offset, state, e.failure())
                    || chain.call().isCanceled()) {
                throw e;
            }
        }
        return chain.proceed(chain.request());
    }

    private boolean wasWrong(Duration offset, CallState<?> state, VenueException rejection) {
        try {
            Duration corrected = clock.correct(offset, state.remaining());
            boolean wrong = corrected.minus(offset).abs().compareTo(NOTICEABLE) >= 0;
            if (wrong) {
                state.events().clockCorrected(state, corrected);
            }
            return wrong;
        } catch (RuntimeException measuring) {
            // Whatever went wrong with the measurement: the rejection is what the caller must learn of.
            rejection.addSuppressed(measuring);
            return false;
        }
    }

    /** Looks at the last attempt only: an earlier one was retryable, and so is this. */
    private static boolean isTimeRejected(CallState<?> state) {
        Rejection rejection = state.attempt().rejection();
        return state.endpoint().signed() != null
                && rejection != null
                && rejection.remedy() == Remedy.SYNC_CLOCK
                && rejection.effect() == Effect.NONE;
    }
}
