package dev.openvenue.core.cancel;

import dev.openvenue.core.CallOptions;
import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.NotSentException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls a venue through its generated operations. */
record OperationsGateway(VenueClient client) implements VenueGateway {
    @Override
    public CompletableFuture<VenueResponse<Object>> call(String id, Map<String, ?> arguments, Duration deadline) {
        Operation operation = client.operations().find(id);
        VenueCall<Object> call;
        try {
            call = operation.call(arguments).with(CallOptions.timeout(deadline).urgent());
        } catch (IllegalArgumentException e) {
            throw new NotSentException(client.venueId(), id, e.getMessage() + "; nothing was sent", e);
        }
        // Validates the arguments, before anything is sent.
        call.request();
        return operation.treeAsync(call);
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
        List<Limit> limits = new ArrayList<>();
        RateLimit own = client.operations().find(id).rateLimit();
        if (own != null) {
            limits.add(new Limit(
                    own.group().isEmpty() ? id : own.group(), own.permits(), Duration.ofMillis(own.periodMillis())));
        }
        for (VenueDescription.Limit every : client.description().limits()) {
            limits.add(new Limit("*", every.permits(), Duration.ofMillis(every.periodMillis())));
        }
        return limits;
    }

    @Override
    public @Nullable Integer largest(String id, String argument) {
        BigDecimal maximum = client.operations().find(id).maximum(argument);
        return maximum == null ? null : maximum.intValueExact();
    }
}
