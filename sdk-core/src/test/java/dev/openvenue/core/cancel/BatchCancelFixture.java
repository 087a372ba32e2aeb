package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gives batch cancels a time of a test's own, and says what the engine derives from a spec; for other modules. */
public final class BatchCancelFixture {
    private BatchCancelFixture() {}

    /** The time of one run, which also learns which of its calls are in progress. */
    public interface RunClock {
        /** Monotonic time. */
        long nanoTime();

        /** Waits for an element to arrive; null if none did in time. */
        <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException;

        /** A number from 0 to 1, random or not. */
        double jitter();

        /** A call begins. */
        void begin();

        /** A call has ended, and the run can see its result. */
        void end();
    }

    /** The batch cancel of a client, for a single run by this clock. Streams of orders must be in memory. */
    public static BatchCancel of(VenueClient client, RunClock clock) {
        VenueContext venue = context(client);
        VenueGateway watched = new WatchedGateway(venue.gateway(), clock);
        return new BatchCancel(
                new VenueContext(venue.id(), venue.name(), venue.description(), venue.errors(), watched),
                new EngineTime(clock),
                RunOptions.DEFAULT);
    }

    /** How many orders a run sends in one call. */
    public static int cap(VenueClient client) {
        return context(client).cap();
    }

    /** Every operation that a run may call, the cancel first. */
    public static List<String> operations(VenueClient client) {
        return context(client).operations();
    }

    /** How long a run with this timeout looks an order up before it counts as absent. */
    public static Duration absence(Duration timeout) {
        return RunOptions.DEFAULT.withTimeout(timeout).absence();
    }

    private static VenueContext context(VenueClient client) {
        return new VenueContext(
                client.venueId(),
                client.venueName(),
                Objects.requireNonNull(client.description().batchCancel(), "batchCancel"),
                client.description().errors(),
                new OperationsGateway(client));
    }

    private record EngineTime(RunClock clock) implements EngineClock {
        @Override
        public long nanoTime() {
            return clock.nanoTime();
        }

        @Override
        public <T> @Nullable T await(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
            return clock.await(queue, atMost);
        }

        @Override
        public double jitter() {
            return clock.jitter();
        }

        @Override
        public OrderInput read(Iterator<OrderRef> orders, int room, Runnable onArrival, String name) {
            return OrderInput.ready(orders);
        }
    }

    private record WatchedGateway(VenueGateway venue, RunClock clock) implements VenueGateway {
        @Override
        public CompletableFuture<VenueResponse<Object>> call(
                String operation, Map<String, ?> arguments, Duration deadline) {
            clock.begin();
            try {
                return new WatchedCall(venue.call(operation, arguments, deadline), clock);
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
        public List<Limit> limits(String operation) {
            return venue.limits(operation);
        }

        @Override
        public boolean requires(String operation, String argument) {
            return venue.requires(operation, argument);
        }

        @Override
        public @Nullable Integer largest(String operation, String argument) {
            return venue.largest(operation, argument);
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
