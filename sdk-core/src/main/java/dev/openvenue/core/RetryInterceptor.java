package dev.openvenue.core;

import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Retries what {@link RetryRules} allow, as often and after such pauses as the {@link RetryPolicy} says, within the
 * deadline.
 */
final class RetryInterceptor implements Interceptor {
    private final RetryBudget budget;
    private final LookupBeforeRetry looking;
    private final VenueExceptions failures;
    private final DoubleSupplier jitter;

    RetryInterceptor(RetryBudget budget, LookupBeforeRetry looking, VenueExceptions failures, DoubleSupplier jitter) {
        this.budget = budget;
        this.looking = looking;
        this.failures = failures;
        this.jitter = jitter;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        CallState<?> state = CallState.of(chain.request());
        Request request = ReceiveWindow.stated(chain.request(), state);
        for (int attempt = 1; ; attempt++) {
            try {
                Response response = chain.proceed(request);
                budget.earn();
                return response;
            } catch (VenueIoException e) {
                if (attempt >= state.retryPolicy().maxAttempts()
                        || state.permit().isHeldBack()
                        || chain.call().isCanceled()
                        || !RetryRules.mayRetry(state, e.failure())) {
                    throw e;
                }
                Duration pause = pause(state, attempt, e.failure());
                if (pause.compareTo(state.remaining()) >= 0) {
                    throw e;
                }
                spend(state, e);
                state.events().retrying(state, pause, e.failure());
                looking.pause(pause, chain, state, e);
                Response earlier = ClientIdLookup.isDue(state) ? looking.earlier(chain, state, e) : null;
                if (earlier != null) {
                    return earlier;
                }
            }
        }
    }

    private void spend(CallState<?> state, VenueIoException last) throws VenueIoException {
        if (!budget.spend()) {
            String text = state.endpoint().id() + " was not retried: this client's retry budget is used up, "
                    + "and calls that succeed earn new ones";
            last.failure().addSuppressed(failures.notSent(state.endpoint(), text, null));
            throw last;
        }
    }

    private Duration pause(CallState<?> state, int attempt, VenueException failure) {
        Duration pause = state.retryPolicy().pause(attempt, jitter.getAsDouble());
        Duration demanded = failure instanceof RejectedException rejection
                ? rejection.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        return Collections.max(List.of(pause, demanded));
    }
}
