package dev.openvenue.core;

import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up, by the client id of a call whose outcome is unknown, whether an earlier attempt was executed; for
 * operations whose venue forgets client ids, so that a retry could be executed a second time. An order with that id
 * counts as the call's own only if it was created after the call began and matches the call's arguments.
 */
final class ClientIdLookup {
    /** The clocks of a venue's machines differ, and a {@code Date} header has a resolution of one second. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Supplier<Operations> operations;
    private final VenueClock clock;

    /** The operations may be supplied later, but before the first lookup. */
    ClientIdLookup(Supplier<Operations> operations, VenueClock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /** Whether the call must not be retried without a lookup. */
    static boolean isDue(CallState<?> state) {
        Retry retry = state.endpoint().retry();
        return state.isOutcomeUnknown() && retry != null && !retry.lookup().isEmpty();
    }

    /**
     * Makes one lookup.
     *
     * @throws RuntimeException if the lookup failed
     */
    <T> LookupResult<T> lookUp(CallState<T> state) {
        Retry retry = Objects.requireNonNull(state.endpoint().retry());
        String clientId = String.valueOf(state.arguments().find(retry.clientId()));
        Operation lookup = operations.get().find(retry.lookup());
        VenueResponse<Object> response;
        try {
            response = lookup.call(Map.of(retry.clientId(), clientId))
                    .with(CallOptions.timeout(state.remaining()))
                    .executeWithResponse();
        } catch (RejectedException e) {
            if (e.kind() == ErrorKind.ORDER_NOT_FOUND) {
                return new LookupResult.NotFound<>(
                        ReceiveWindow.of(state).isZero() ? clock.now() : clock.measured(state.remaining()));
            }
            throw e;
        }
        Instant asOf = asOf(state, response);
        Map<?, ?> order = only(lookup, retry.clientId() + " " + clientId, lookup.tree(response.value()));
        return order == null ? new LookupResult.NotFound<>(asOf) : conclude(state, retry, response, asOf, order);
    }

    /**
     * The only order of a response; null if it says that there is none. A response that does not say so is a failure.
     */
    private static @Nullable Map<?, ?> only(Operation lookup, String id, @Nullable Object payload) {
        List<?> rows = payload instanceof List<?> list
                ? list.stream().distinct().toList()
                : Collections.singletonList(payload);
        if (rows.isEmpty()) {
            return null;
        }
        if (rows.size() > 1) {
            throw new IllegalStateException(lookup.id() + " returned " + rows.size() + " orders for " + id);
        }
        if (rows.get(0) instanceof Map<?, ?> order) {
            return order;
        }
        throw new IllegalStateException(lookup.id() + " returned nothing for " + id);
    }

    private static <T> LookupResult<T> conclude(
            CallState<T> state, Retry retry, VenueResponse<?> response, Instant asOf, Map<?, ?> order) {
        Map<String, @Nullable Object> asked = state.arguments().byName();
        String clientId = String.valueOf(asked.get(retry.clientId()));
        if (!clientId.equals(order.get(retry.clientId()))) {
            throw new IllegalStateException(
                    retry.lookup() + " returned another order than the one with " + retry.clientId() + " " + clientId);
        }
        Instant created = ReportedTime.millis(order.get(retry.created()));
        if (created == null) {
            throw new IllegalStateException(retry.lookup() + " did not say when the order with " + retry.clientId()
                    + " " + clientId + " was made");
        }
        String whose = "the client order id " + clientId + " belongs to another order";
        if (created.isBefore(asOf.minus(state.sinceFirstSent()).minus(SLACK))) {
            return new LookupResult.Foreign<>(whose + ", made at " + created + " and before this call");
        }
        String difference = difference(asked, order);
        return difference == null
                ? new LookupResult.Found<>(responseToPlace(state, response, order))
                : new LookupResult.Foreign<>(whose + ": " + difference);
    }

    /** How the order differs from the call in the fields that both have; null if it does not. */
    private static @Nullable String difference(Map<String, @Nullable Object> asked, Map<?, ?> order) {
        for (Map.Entry<String, @Nullable Object> argument : asked.entrySet()) {
            Object said = argument.getValue();
            Object found = order.get(argument.getKey());
            if (said != null && found != null && !isSame(said.toString(), found.toString())) {
                return "its " + argument.getKey() + " is " + found + " and not " + said;
            }
        }
        return null;
    }

    /** Compares numbers by value and text ignoring case, since venues vary in how they spell symbols. */
    private static boolean isSame(String asked, String found) {
        try {
            return new BigDecimal(asked).compareTo(new BigDecimal(found)) == 0;
        } catch (NumberFormatException e) {
            return asked.equalsIgnoreCase(found);
        }
    }

    /** When the venue responded, by its own clock. */
    private Instant asOf(CallState<?> state, VenueResponse<?> response) {
        Instant reported = ReportedTime.millis(
                response.envelope().get(state.endpoint().envelope().time()));
        return reported == null
                ? ReportedTime.of(response.headers(), () -> clock.measured(state.remaining()))
                : reported;
    }

    private static <T> VenueResponse<T> responseToPlace(CallState<T> state, VenueResponse<?> found, Map<?, ?> order) {
        T value = state.endpoint().payload().fromJsonValue(order);
        return found.as(value, state.sent());
    }
}
