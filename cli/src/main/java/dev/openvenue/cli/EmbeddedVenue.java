package dev.openvenue.cli;

import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.SampleOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * A venue inside this process, and a client of it.
 *
 * @param simulator the venue
 * @param client the client
 * @param witness records what the client receives
 */
record EmbeddedVenue(VenueSimulator simulator, VenueClient client, OkHttpClient http, FirstResponseRecorder witness)
        implements AutoCloseable {
    /** How many orders to place in one call where the spec states no cap. */
    private static final int UNSTATED_CAP = 10;

    /**
     * The server logs warnings about connections that a client abandons, which here happens on purpose. The reference
     * keeps the logger's level from being lost.
     */
    private static final Logger SERVER_LOG = Logger.getLogger("mockwebserver3.MockWebServer");

    /**
     * Starts a venue that bears any load, and a client that waits for no limit, because a demo that waits shows
     * nothing.
     */
    static EmbeddedVenue start(String venue) {
        SERVER_LOG.setLevel(Level.OFF);
        VenueSimulator simulator = VenueSimulator.start(venue);
        FirstResponseRecorder witness = new FirstResponseRecorder(cancelPath(simulator));
        OkHttpClient http =
                new OkHttpClient.Builder().addNetworkInterceptor(witness).build();
        return new EmbeddedVenue(simulator, client(simulator, http, RateLimits.none()), http, witness);
    }

    /** The same venue, which enforces its limits and takes its time from now on, with a client that keeps them. */
    EmbeddedVenue limited(Duration latency) {
        client.close();
        simulator.enforceLimits(true);
        simulator.faults().onAny().always(Fault.delayBeforeExecution(latency));
        return new EmbeddedVenue(simulator, client(simulator, http, RateLimits.inMemory()), http, witness);
    }

    private static VenueClient client(VenueSimulator simulator, OkHttpClient http, RateLimits limits) {
        return Venues.find(simulator.venueId())
                .builder()
                .baseUrl(simulator.baseUrl())
                .credentials(simulator.credentials())
                .httpClient(http)
                .rateLimits(limits)
                .build();
    }

    /** The URL path of batch cancels, found by preparing one. */
    private static String cancelPath(VenueSimulator simulator) {
        try (VenueClient client = Venues.find(simulator.venueId()).builder().build()) {
            String[] path = {""};
            BatchCancel.of(client)
                    .plan(List.of(OrderRef.byOrderId(simulator.symbol(), "1")).iterator(), planned -> {
                        Request request = client.operations()
                                .find(planned.operation())
                                .call(planned.arguments())
                                .request();
                        path[0] = request.url().encodedPath();
                    });
            return path[0];
        }
    }

    /**
     * Places orders through the client, in batches as large as the venue accepts, and reads their ids from its list of
     * open orders.
     */
    List<OrderRef> place(int count) {
        for (int from = 1; from <= count; ) {
            int size = Math.min(count - from + 1, cap());
            SampleOrder batch = simulator.sampleBatch(from, size);
            client.operations()
                    .find(batch.operationId())
                    .call(batch.arguments())
                    .execute();
            from += size;
        }
        return BatchCancel.of(client).openOrders(simulator.symbol()).stream()
                .map(order -> ref(order.orderId()))
                .toList();
    }

    OrderRef ref(String orderId) {
        return OrderRef.byOrderId(simulator.symbol(), orderId);
    }

    /** The operation that cancels in batches. */
    String cancelOperation() {
        BatchCancelDescription description = client.description().batchCancel();
        return Objects.requireNonNull(description, "batchCancel").operation();
    }

    private int cap() {
        Operation operation =
                client.operations().find(simulator.sampleBatch(1, 1).operationId());
        BatchLimit limit = operation.batchLimit();
        return limit == null ? UNSTATED_CAP : limit.cap();
    }

    @Override
    public void close() {
        client.close();
        // The client does not close the HTTP client that it was given.
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        simulator.close();
    }
}
