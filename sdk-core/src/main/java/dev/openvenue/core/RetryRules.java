package dev.openvenue.core;

import com.squareup.moshi.JsonEncodingException;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed call may be retried: if it only reads, if it certainly was not executed, or if a client id
 * lets the venue recognise the duplicate; and only if a retry can help.
 */
final class RetryRules {
    private RetryRules() {}

    static boolean mayRetry(CallState<?> state, VenueException failure) {
        if (state.endpoint().isSafe()) {
            return isTransient(failure) || isCutOff(failure) || isServerError(failure);
        }
        if (!isTransient(failure)) {
            return false;
        }
        return failure.effect() == Effect.NONE
                || mayRetryUnknown(state.endpoint().retry(), state.arguments(), state.retryPolicy());
    }

    /** Whether a call with these arguments may be retried after an unknown outcome, because a client id protects it. */
    static boolean mayRetryUnknown(@Nullable Retry retry, Arguments arguments, RetryPolicy policy) {
        if (retry == null || retry.value() != Retry.Safety.WITH_CLIENT_ID) {
            return false;
        }
        Map<String, @Nullable Object> byName = arguments.byName();
        return hasClientId(byName, retry.clientId())
                && !meetsAny(byName, retry.unless())
                && (policy.immediateOrders() || !meetsAny(byName, retry.immediate()));
    }

    private static boolean isTransient(VenueException failure) {
        if (failure instanceof RejectedException rejection) {
            return rejection.kind() == ErrorKind.RATE_LIMIT
                    || rejection.kind() == ErrorKind.VENUE_UNAVAILABLE
                    || rejection.remedy() == Remedy.WAIT;
        }
        return failure instanceof TransportException;
    }

    /**
     * A server error, whatever its code means: the server may be back for the next attempt, and reading does no harm.
     */
    private static boolean isServerError(VenueException failure) {
        return failure instanceof RejectedException rejection && rejection.status() >= 500;
    }

    /** Whether the connection ended in the middle of a response. */
    private static boolean isCutOff(VenueException failure) {
        return failure instanceof MalformedResponseException
                && failure.getCause() instanceof IOException cause
                && !(cause instanceof JsonEncodingException);
    }

    /** Whether the call has a client id: as an argument, or in every element of a list. */
    private static boolean hasClientId(Map<String, @Nullable Object> arguments, String clientId) {
        return isGiven(arguments.get(clientId))
                || lists(arguments)
                        .anyMatch(list ->
                                !list.isEmpty() && list.stream().allMatch(item -> isGiven(at(item, clientId))));
    }

    /** Whether an argument, or a field of an element of a list, has the value of a condition {@code name=value}. */
    private static boolean meetsAny(Map<String, @Nullable Object> arguments, String[] conditions) {
        return Stream.of(conditions)
                .map(condition -> condition.split("=", 2))
                .anyMatch(condition -> Stream.concat(
                                Stream.of(arguments), lists(arguments).flatMap(List::stream))
                        .anyMatch(fields -> condition[1].equals(String.valueOf(at(fields, condition[0])))));
    }

    private static Stream<List<?>> lists(Map<String, @Nullable Object> arguments) {
        return arguments.values().stream().mapMulti((value, lists) -> {
            if (value instanceof List<?> list) {
                lists.accept(list);
            }
        });
    }

    private static @Nullable Object at(@Nullable Object fields, String name) {
        return fields instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !value.toString().isBlank();
    }
}
