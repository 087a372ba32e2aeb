package dev.openvenue.core;

import com.squareup.moshi.JsonEncodingException;
import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.annotation.Retry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed call may be repeated: if it only reads, if it certainly was not executed, or if a client id makes the
 * venue recognise the second one. And only if a repeat can help.
 */
final class RetryRules {
    private RetryRules() {}

    static boolean mayRepeat(CallState<?> state, VenueException failure) {
        Endpoint<?> endpoint = state.endpoint();
        if (endpoint.isSafe()) {
            return isTransient(failure) || isCutOff(failure) || isServerError(failure);
        }
        if (!isTransient(failure)) {
            return false;
        }
        return failure.execution() == Execution.NOT_EXECUTED
                || (endpoint.safety() == Retry.Safety.WITH_CLIENT_ID
                        && hasClientId(state.arguments(), endpoint.clientId()));
    }

    private static boolean isTransient(VenueException failure) {
        if (failure instanceof RejectedException refusal) {
            return refusal.kind() == ErrorKind.RATE_LIMIT
                    || refusal.kind() == ErrorKind.VENUE_UNAVAILABLE
                    || refusal.remedy() == Remedy.WAIT;
        }
        return failure instanceof TransportException;
    }

    /** Whatever its code means: a server that broke down may be back the next time, and reading costs nothing. */
    private static boolean isServerError(VenueException failure) {
        return failure instanceof RejectedException refusal && refusal.status() >= 500;
    }

    /** Whether the connection ended in the middle of an answer. */
    private static boolean isCutOff(VenueException failure) {
        return failure instanceof MalformedResponseException
                && failure.getCause() instanceof IOException cause
                && !(cause instanceof JsonEncodingException);
    }

    /** Whether the call names a client id: as a parameter, as a field of the body, or in every element of its list. */
    static boolean hasClientId(Arguments arguments, String clientId) {
        return isGiven(arguments.parameter(clientId))
                || arguments.trees().stream().anyMatch(tree -> holds(tree, clientId));
    }

    private static boolean holds(@Nullable Object tree, String clientId) {
        if (tree instanceof List<?> list) {
            return !list.isEmpty()
                    && list.stream().allMatch(item -> item instanceof Map<?, ?> map && isGiven(map.get(clientId)));
        }
        return tree instanceof Map<?, ?> fields
                && (isGiven(fields.get(clientId))
                        || fields.values().stream()
                                .anyMatch(value -> value instanceof List<?> && holds(value, clientId)));
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !value.toString().isBlank();
    }
}
