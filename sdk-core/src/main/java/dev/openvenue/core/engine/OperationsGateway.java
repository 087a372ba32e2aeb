package dev.openvenue.core.engine;

import dev.openvenue.core.CallOptions;
import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.error.NotSentException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Calls a venue through its generated operations.
 *
 * @param urgent whether its calls go before the client's other calls
 */
public record OperationsGateway(VenueClient client, boolean urgent) implements VenueGateway {
    @Override
    public CompletableFuture<VenueResponse<Object>> call(String id, Map<String, ?> arguments, Duration deadline) {
        Operation operation = client.operations().find(id);
        CallOptions options = CallOptions.timeout(deadline);
        VenueCall<Object> call = prepared(operation, arguments).with(urgent ? options.urgent() : options);
        // Validates the arguments, before anything is sent.
        call.request();
        return operation.treeAsync(call);
    }

    private VenueCall<Object> prepared(Operation operation, Map<String, ?> arguments) {
        try {
            return operation.call(arguments);
        } catch (IllegalArgumentException e) {
            throw new NotSentException(client.venueId(), operation.id(), e.getMessage() + "; nothing was sent", e);
        }
    }

    @Override
    public void validate(String id, Map<String, ?> arguments) {
        prepared(client.operations().find(id), arguments).request();
    }

    @Override
    public Runnable onClose(Runnable action) {
        return client.onClose(action);
    }

    @Override
    public boolean takes(String id, String argument, Object value) {
        try {
            client.operations().find(id).call(Map.of(argument, value));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean requires(String id, String argument) {
        return client.operations().find(id).requires(argument);
    }

    @Override
    public @Nullable Page page(String id) {
        return client.operations().find(id).page();
    }

    @Override
    public List<Limit> limits(String id) {
        return client.operations().find(id).limits().stream()
                .map(quota -> new Limit(quota.name(), quota.permits(), quota.period()))
                .toList();
    }

    @Override
    public @Nullable Integer largest(String id, String argument) {
        BigDecimal maximum = client.operations().find(id).maximum(argument);
        return maximum == null ? null : maximum.intValueExact();
    }

    @Override
    public Instant time(VenueResponse<?> response) {
        Instant stated = statedTime(response);
        return stated == null ? client.clock().now() : stated;
    }
}
