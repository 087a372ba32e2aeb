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
        return new ResponseTree(target, call.executeWithResponseAsync());
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

    /** A response whose payload is a JSON value; cancelling the future cancels the call. */
    private static final class ResponseTree extends CompletableFuture<VenueResponse<Object>> {
        private final CompletableFuture<VenueResponse<Object>> call;

        @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens; this is what the caller holds.
        ResponseTree(Operation operation, CompletableFuture<VenueResponse<Object>> call) {
            this.call = call;
            call.whenComplete((response, failure) -> {
                if (failure != null) {
                    completeExceptionally(failure);
                    return;
                }
                try {
                    complete(new VenueResponse<>(
                            operation.tree(response.value()),
                            response.status(),
                            response.headers(),
                            response.envelope(),
                            response.attempts(),
                            response.body()));
                } catch (Throwable e) {
                    // Errors too: whoever waits for the response must learn that it failed.
                    completeExceptionally(e);
                }
            });
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            call.cancel(mayInterruptIfRunning);
            return super.cancel(mayInterruptIfRunning);
        }
    }
}
