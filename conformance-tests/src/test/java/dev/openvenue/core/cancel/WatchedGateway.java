package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells the clock which calls of a run are on their way. */
record WatchedGateway(VenueGateway venue, SkippingClock clock) implements VenueGateway {
    @Override
    public CompletableFuture<VenueResponse<Object>> call(
            String operation, Map<String, ?> arguments, Duration deadline) {
        clock.begin();
        try {
            return new Watched(venue.call(operation, arguments, deadline), clock);
        } catch (RuntimeException e) {
            clock.end();
            throw e;
        }
    }

    @Override
    public boolean takes(String operation, String argument, Object value) {
        return venue.takes(operation, argument, value);
    }

    @Override
    public @Nullable Page page(String operation) {
        return venue.page(operation);
    }

    @Override
    public @Nullable Integer largest(String operation, String argument) {
        return venue.largest(operation, argument);
    }

    /** Ends for the clock only after the run could take notice; otherwise time would jump in between. */
    private static final class Watched extends CompletableFuture<VenueResponse<Object>> {
        private final CompletableFuture<VenueResponse<Object>> call;

        @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens.
        Watched(CompletableFuture<VenueResponse<Object>> call, SkippingClock clock) {
            this.call = call;
            call.whenComplete((response, failure) -> {
                if (failure == null) {
                    complete(response);
                } else {
                    completeExceptionally(failure);
                }
                clock.end();
            });
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return call.cancel(mayInterruptIfRunning);
        }
    }
}
