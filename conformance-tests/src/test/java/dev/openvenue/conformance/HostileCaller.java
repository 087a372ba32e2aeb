package dev.openvenue.conformance;

import dev.openvenue.core.CallOptions;
import dev.openvenue.core.ListingCall;
import dev.openvenue.core.Operation;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.error.VenueException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes calls to a hostile server in every possible way, one after the other, and reports their results. */
final class HostileCaller implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final Duration SHORT_DEADLINE = Duration.ofMillis(100);

    /** Much more than any call may take, also on a busy machine: a call that has not ended by then hangs. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    private static final int PAGES = 4;

    private final HostileServer server = new HostileServer();
    private final Map<Venue, VenueClient> clients = new HashMap<>();
    private final Map<String, VenueCall<Object>> calls = new HashMap<>();
    private ExecutorService thread = newThread();

    HostileCaller() throws IOException {
        Venue.all().forEach(venue -> clients.put(venue, client(venue)));
    }

    /** The ways to make a call. */
    enum Way {
        EXECUTE,
        EXECUTE_ASYNC,
        PAGES,
        TREE;

        /** One of those that an operation offers. */
        static Way any(Operation operation, RandomGenerator random) {
            Way way = values()[random.nextInt(values().length)];
            return way == PAGES && operation.page() == null ? TREE : way;
        }
    }

    /**
     * The result of a call.
     *
     * @param value what it returned
     * @param failure what it threw; null if it returned a value
     */
    record Result(@Nullable Object value, @Nullable Throwable failure) {
        boolean isValue() {
            return failure == null;
        }
    }

    Operation operation(IntactResponse response) {
        return clients.get(response.test().venue())
                .operations()
                .find(response.test().operation());
    }

    /** Makes a call and returns this response to each of its requests. */
    Result call(IntactResponse response, Spoiled spoiled, Way way) throws InterruptedException {
        Operation operation = operation(response);
        Duration deadline = spoiled.stalls() ? SHORT_DEADLINE : DEADLINE;
        VenueCall<Object> call = prepared(response, operation).with(CallOptions.timeout(deadline));
        server.respond(spoiled.wire());
        Future<?> running = thread.submit(() -> made(operation, call, way));
        try {
            return new Result(running.get(HANGS.toSeconds(), TimeUnit.SECONDS), null);
        } catch (ExecutionException e) {
            return new Result(null, e.getCause());
        } catch (TimeoutException e) {
            return new Result(null, abandoned());
        }
    }

    private @Nullable Object made(Operation operation, VenueCall<Object> call, Way way) {
        return switch (way) {
            case EXECUTE -> call.execute();
            case EXECUTE_ASYNC -> joined(call);
            case PAGES -> ((ListingCall<?, ?>) call).pages().limit(PAGES).toList();
            case TREE -> operation.tree(call.execute());
        };
    }

    private static @Nullable Object joined(VenueCall<Object> call) {
        try {
            return call.executeAsync().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VenueException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** The thread is abandoned, since nothing can end a loop in it. */
    private AssertionError abandoned() {
        thread.shutdownNow();
        thread = newThread();
        return new AssertionError("It hangs: nothing came within " + HANGS.toSeconds() + " s");
    }

    private VenueCall<Object> prepared(IntactResponse response, Operation operation) {
        Venue venue = response.test().venue();
        return calls.computeIfAbsent(
                venue.name() + " " + operation.id(), key -> operation.call(venue.arguments(operation.id())));
    }

    private VenueClient client(Venue venue) {
        return venue.signedClient()
                .baseUrl(server.url())
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "hostile-caller");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() throws IOException {
        clients.values().forEach(VenueClient::close);
        thread.shutdownNow();
        server.close();
    }
}
