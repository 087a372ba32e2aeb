package dev.openvenue.core.engine;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gives runs a time of a test's own; for other packages and modules. */
public final class EngineFixture {
    private EngineFixture() {}

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

    /** Runs by this clock. Streams of orders must be in memory. */
    public static EngineClock time(RunClock clock) {
        return new EngineTime(clock);
    }

    /** A gateway whose calls the clock sees. */
    public static VenueGateway watched(VenueGateway venue, RunClock clock) {
        return new WatchedGateway(venue, clock);
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
        public <T> OrderInput<T> read(Iterator<T> orders, int room, Runnable onArrival, String name) {
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
        public Runnable onClose(Runnable action) {
            return venue.onClose(action);
        }

        @Override
        public void validate(String operation, Map<String, ?> arguments) {
            venue.validate(operation, arguments);
        }

        @Override
        public boolean takes(String operation, String argument, Object value) {
            return venue.takes(operation, argument, value);
        }

        @Override
        public boolean requires(String operation, String argument) {
            return venue.requires(operation, argument);
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
        public @Nullable Integer largest(String operation, String argument) {
            return venue.largest(operation, argument);
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
