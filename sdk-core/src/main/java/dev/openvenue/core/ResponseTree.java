package dev.openvenue.core;

import java.util.concurrent.CompletableFuture;

/** A response whose payload is a JSON value; cancelling the future cancels the call. */
final class ResponseTree extends CompletableFuture<VenueResponse<Object>> {
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
                complete(response.as(operation.tree(response.value()), response.attempts()));
            } catch (Throwable e) {
                // Errors too, such as for a body that exceeds the memory: whoever waits for the response must learn
                // that it failed.
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
