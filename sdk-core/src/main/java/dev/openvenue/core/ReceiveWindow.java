package dev.openvenue.core;

import dev.openvenue.core.annotation.Retry;
import java.time.Duration;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Has the venue reject an order that arrives late, where it offers that: only then can a lookup be certain that the
 * order will not arrive any more.
 */
final class ReceiveWindow {
    /** Longer than anybody waits. */
    private static final Duration UNREADABLE = Duration.ofDays(1);

    private ReceiveWindow() {}

    /** Adds the receive window to the request, if the call may need it and the caller set none. */
    static Request stated(Request request, CallState<?> state) {
        String[] window = offered(state);
        if (window == null || state.arguments().find(window[0]) != null || request.body() == null) {
            return request;
        }
        RequestBody body = RequestBody.create(
                state.arguments().bodyWith(window[0], window[1]), request.body().contentType());
        return request.newBuilder().method(request.method(), body).build();
    }

    /** How long after the signed time the venue still accepts the call; zero if there is no bound. */
    static Duration of(CallState<?> state) {
        String[] window = offered(state);
        if (window == null) {
            return Duration.ZERO;
        }
        Object own = state.arguments().find(window[0]);
        String millis = own == null ? window[1] : own.toString();
        return millis.matches("\\d{1,9}") ? Duration.ofMillis(Long.parseLong(millis)) : UNREADABLE;
    }

    /** Name and milliseconds; null for a call that is not retried after an unknown outcome and so needs none. */
    private static String @Nullable [] offered(CallState<?> state) {
        Retry retry = state.endpoint().retry();
        if (retry == null
                || retry.receiveWindow().isEmpty()
                || state.retryPolicy().maxAttempts() == 1) {
            return null;
        }
        return RetryRules.mayRetryUnknown(retry, state.arguments(), state.retryPolicy())
                ? retry.receiveWindow().split("=", 2)
                : null;
    }
}
