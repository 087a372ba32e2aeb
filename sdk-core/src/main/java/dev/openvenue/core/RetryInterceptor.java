package dev.openvenue.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Repeats what {@link RetryRules} allow, as often and as late as the {@link RetryPolicy} says, within the deadline. */
final class RetryInterceptor implements Interceptor {
    private final RetryBudget budget;
    private final ClientIdLookup lookup;
    private final Failures failures;
    private final Sleeper sleeper;
    private final DoubleSupplier jitter;

    RetryInterceptor(
            RetryBudget budget, ClientIdLookup lookup, Failures failures, Sleeper sleeper, DoubleSupplier jitter) {
        this.budget = budget;
        this.lookup = lookup;
        this.failures = failures;
        this.sleeper = sleeper;
        this.jitter = jitter;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        for (int attempt = 1; ; attempt++) {
            try {
                Response response = chain.proceed(chain.request());
                budget.earn();
                return response;
            } catch (VenueIoException e) {
                if (attempt >= state.retryPolicy().maxAttempts()
                        || state.turn().isHeldBack()
                        || chain.call().isCanceled()
                        || !RetryRules.mayRepeat(state, e.failure())) {
                    throw e;
                }
                Duration pause = pause(state, attempt, e.failure());
                if (pause.compareTo(state.remaining()) >= 0) {
                    throw e;
                }
                spend(state, e);
                sleep(pause, state, e);
                if (chain.call().isCanceled() || state.end().isOver()) {
                    throw e;
                }
                Response earlier = ClientIdLookup.isDue(state) ? lookUp(chain, state, e) : null;
                if (earlier != null) {
                    return earlier;
                }
            }
        }
    }

    private void spend(CallState<?> state, VenueIoException last) throws VenueIoException {
        if (!budget.spend()) {
            String text = state.endpoint().id() + " was not repeated: this client's repeats are used up, "
                    + "and calls that succeed earn new ones";
            last.failure().addSuppressed(failures.notSent(state.endpoint(), text, null));
            throw last;
        }
    }

    /** What an earlier attempt did; null if the venue does not know it. A venue that cannot say is not sent the call again. */
    private <T> @Nullable Response lookUp(Chain chain, CallState<T> state, VenueIoException last)
            throws VenueIoException {
        try {
            Exchange<T> earlier = lookup.find(state).orElse(null);
            if (earlier == null) {
                return null;
            }
            state.succeeded(earlier);
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(earlier.status())
                    .message("")
                    .body(ResponseBody.create(earlier.body(), null))
                    .build();
        } catch (RuntimeException asking) {
            last.failure().addSuppressed(asking);
            throw last;
        }
    }

    /** An interrupted pause ends in what went before. */
    private void sleep(Duration pause, CallState<?> state, VenueIoException last) throws VenueIoException {
        try {
            sleeper.sleep(pause, state);
        } catch (InterruptedIOException e) {
            last.failure().addSuppressed(e);
            throw last;
        }
    }

    private Duration pause(CallState<?> state, int attempt, VenueException failure) {
        Duration pause = state.retryPolicy().pause(attempt, jitter.getAsDouble());
        Duration demanded = failure instanceof RejectedException refusal
                ? refusal.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return pause.compareTo(demanded) < 0 ? demanded : pause;
    }
}
