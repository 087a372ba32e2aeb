package dev.openvenue.core.place;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.cancel.BatchCancelFixture.RunClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gives batch places a time of a test's own, and says what the engine derives from a spec; for other modules. */
public final class BatchPlaceFixture {
    private BatchPlaceFixture() {}

    /** The batch place of a client, for a single run by this clock. */
    public static BatchPlace<Map<String, ?>> of(VenueClient client, RunClock clock) {
        PlaceContext venue = BatchPlace.context(client);
        PlaceContext watched = new PlaceContext(
                venue.id(),
                venue.name(),
                venue.description(),
                venue.query(),
                venue.errors(),
                new WatchedGateway(venue.gateway(), clock));
        return new BatchPlace<>(watched, order -> order, new PlaceTime(clock), PlaceOptions.DEFAULT);
    }

    /** Every operation that a run may call, the one that places orders first. */
    public static List<String> operations(VenueClient client) {
        PlaceContext venue = BatchPlace.context(client);
        return venue.query() == null
                ? List.of(venue.operation())
                : List.of(venue.operation(), venue.query().operation());
    }

    /** How long a run with this timeout expects a new order to be invisible at most. */
    public static Duration lag(Duration timeout) {
        return PlaceOptions.DEFAULT.withTimeout(timeout).lag();
    }

    private record PlaceTime(RunClock clock) implements PlaceClock {
        @Override
        public long nanoTime() {
            return clock.nanoTime();
        }

        @Override
        public <E> @Nullable E await(BlockingQueue<E> queue, Duration atMost) throws InterruptedException {
            return clock.await(queue, atMost);
        }
    }

    private record WatchedGateway(PlaceGateway venue, RunClock clock) implements PlaceGateway {
        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration timeout) {
            clock.begin();
            try {
                return new WatchedCall(venue.call(operation, arguments, timeout), clock);
            } catch (RuntimeException e) {
                clock.end();
                throw e;
            }
        }

        @Override
        public void validate(String operation, Map<String, ?> arguments) {
            venue.validate(operation, arguments);
        }

        @Override
        public @Nullable Page page(String operation) {
            return venue.page(operation);
        }

        @Override
        public Instant time(VenueResponse<?> response) {
            return venue.time(response);
        }
    }

    /** Ends for the clock only after the run can see its result; otherwise time would jump in between. */
    private static final class WatchedCall extends CompletableFuture<VenueResponse<Object>> {
        private final CompletableFuture<VenueResponse<Object>> call;

        @SuppressWarnings("FutureReturnValueIgnored") // whenComplete only listens.
        WatchedCall(CompletableFuture<VenueResponse<Object>> call, RunClock clock) {
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
