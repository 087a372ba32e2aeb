package dev.openvenue.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the venue, by the client id of a call whose outcome is unknown, whether an earlier attempt was executed; for operations whose
 * venue forgets client ids, so that a repeat could be executed a second time.
 */
final class ClientIdLookup {
    private final Supplier<Operations> operations;

    /** The operations may come later, but before the first question. */
    ClientIdLookup(Supplier<Operations> operations) {
        this.operations = operations;
    }

    /** Whether the call must not be repeated before the venue was asked. */
    static boolean isDue(CallState<?> state) {
        return state.isOutcomeUnknown() && !state.endpoint().lookup().isEmpty();
    }

    /**
     * What the earlier attempt did, as the answer that the call would have had; empty if the venue says for certain that it does not
     * know the client id.
     *
     * @throws RuntimeException if the venue cannot say
     */
    <T> Optional<Exchange<T>> find(CallState<T> state) {
        Endpoint<T> endpoint = state.endpoint();
        String clientId = String.valueOf(state.arguments().find(endpoint.clientId()));
        Operation lookup = operations.get().find(endpoint.lookup());
        Exchange<Object> found;
        try {
            found = lookup.call(Map.of(endpoint.clientId(), clientId))
                    .with(CallOptions.deadline(state.remaining()))
                    .exchange();
        } catch (RejectedException e) {
            if (e.kind() == ErrorKind.ORDER_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
        Object payload = lookup.tree(found.value());
        List<?> rows = payload instanceof List<?> list ? list : payload == null ? List.of() : List.of(payload);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rows.stream()
                .filter(row -> row instanceof Map<?, ?> order && clientId.equals(order.get(endpoint.clientId())))
                .findFirst()
                .map(row -> answer(state, found, row))
                .orElseThrow(() -> new IllegalStateException(lookup.id() + " answered another order than the one with "
                        + endpoint.clientId() + " " + clientId)));
    }

    private static <T> Exchange<T> answer(CallState<T> state, Exchange<?> found, @Nullable Object row) {
        T value = state.endpoint().payload().fromJsonValue(row);
        return new Exchange<>(value, found.status(), found.headers(), found.envelope(), state.sent(), found.body());
    }
}
