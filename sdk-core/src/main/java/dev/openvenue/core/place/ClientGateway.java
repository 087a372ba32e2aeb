package dev.openvenue.core.place;

import dev.openvenue.core.CallOptions;
import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a venue through its client. */
record ClientGateway(VenueClient client) implements PlaceGateway {
    @Override
    public CompletableFuture<VenueResponse<Object>> call(String operation, Map<String, ?> arguments, Duration timeout) {
        Operation target = client.operations().find(operation);
        VenueCall<Object> call = prepared(target, arguments).with(CallOptions.timeout(timeout));
        return target.treeAsync(call);
    }

    @Override
    public void validate(String operation, Map<String, ?> arguments) {
        prepared(client.operations().find(operation), arguments).request();
    }

    private VenueCall<Object> prepared(Operation operation, Map<String, ?> arguments) {
        try {
            return operation.call(arguments);
        } catch (IllegalArgumentException e) {
            throw new NotSentException(client.venueId(), operation.id(), e.getMessage() + "; nothing was sent", e);
        }
    }

    @Override
    public @Nullable Page page(String operation) {
        return client.operations().find(operation).page();
    }

    @Override
    public Instant time(VenueResponse<?> response) {
        Date date = response.headers().getDate("Date");
        return date == null ? client.clock().now() : date.toInstant();
    }
}
