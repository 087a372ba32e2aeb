package dev.openvenue.core.cancel;

import dev.openvenue.core.CallOptions;
import dev.openvenue.core.Exchange;
import dev.openvenue.core.NotSentException;
import dev.openvenue.core.Operation;
import dev.openvenue.core.Operations;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Page;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reaches a venue through its generated operations. */
record OperationsGateway(String venue, Operations operations) implements CancelGateway {
    @Override
    public CompletableFuture<Exchange<Object>> call(String id, Map<String, ?> arguments, Duration deadline) {
        Operation operation = operations.find(id);
        VenueCall<Object> call;
        try {
            call = operation.call(arguments).with(CallOptions.deadline(deadline));
        } catch (IllegalArgumentException e) {
            throw new NotSentException(venue, id, e.getMessage() + "; nothing was sent", e);
        }
        // Finds what breaks the spec, before anything is on its way.
        call.request();
        return new ExchangeTree(operation, call.exchangeAsync());
    }

    @Override
    public boolean takes(String id, String argument, Object value) {
        try {
            operations.find(id).call(Map.of(argument, value));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public @Nullable Page page(String id) {
        return operations.find(id).method().getAnnotation(Page.class);
    }

    @Override
    public @Nullable Integer largest(String id, String argument) {
        Operation operation = operations.find(id);
        int index = operation.parameters().indexOf(argument);
        Constraint constraint =
                index < 0 ? null : operation.method().getParameters()[index].getAnnotation(Constraint.class);
        return constraint == null || constraint.max().isEmpty()
                ? null
                : new BigDecimal(constraint.max()).intValueExact();
    }

    /** An exchange whose payload is a JSON value; cancelling it cancels the call. */
    private static final class ExchangeTree extends CompletableFuture<Exchange<Object>> {
        private final CompletableFuture<Exchange<Object>> call;

        @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens; this is what the caller holds.
        ExchangeTree(Operation operation, CompletableFuture<Exchange<Object>> call) {
            this.call = call;
            call.whenComplete((exchange, failure) -> {
                if (failure != null) {
                    completeExceptionally(failure);
                    return;
                }
                try {
                    complete(new Exchange<>(
                            operation.tree(exchange.value()),
                            exchange.status(),
                            exchange.headers(),
                            exchange.envelope(),
                            exchange.attempts(),
                            exchange.body()));
                } catch (Throwable e) {
                    // An Error too, of a body that is too much for this machine: who waits for the reply must hear of
                    // its end.
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
