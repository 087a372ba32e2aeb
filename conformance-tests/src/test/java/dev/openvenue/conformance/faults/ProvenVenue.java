package dev.openvenue.conformance.faults;

import dev.openvenue.core.ClientFixture;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.simulator.SimulatedAccount;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A simulated venue whose book is the ground truth, and clients for it.
 *
 * @param simulator the venue
 * @param time the time of its clock
 * @param stranger an account whose key sees none of the orders
 * @param http the sockets that all its clients share
 */
record ProvenVenue(VenueSimulator simulator, InstantSource time, SimulatedAccount stranger, OkHttpClient http)
        implements AutoCloseable {
    /** A venue with the real clock. */
    static ProvenVenue start(String id) {
        InstantSource time = InstantSource.system();
        return of(VenueSimulator.start(id, time), time, Protocol.HTTP_1_1);
    }

    /** A venue with a clock that the test moves. */
    static ProvenVenue start(String id, VenueTime time) {
        return of(VenueSimulator.start(id, time), time, Protocol.HTTP_1_1);
    }

    /** The same over HTTP/2, where all calls share a connection. */
    static ProvenVenue startHttp2(String id, VenueTime time) {
        return of(VenueSimulator.startHttp2(id, time), time, Protocol.H2_PRIOR_KNOWLEDGE);
    }

    private static ProvenVenue of(VenueSimulator simulator, InstantSource time, Protocol protocol) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        OkHttpClient http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .readTimeout(Duration.ZERO)
                .protocols(List.of(protocol))
                .build();
        return new ProvenVenue(simulator, time, simulator.openAccount(), http);
    }

    /** Starts a client of any venue on the class path. */
    static VenueClientBuilder<? extends VenueClient> builder(String id) {
        return ServiceLoader.load(VenueProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is a simulator for " + id + ", but no client"))
                .builder();
    }

    String id() {
        return simulator.venueId();
    }

    /** A client with the venue's clock. */
    VenueClient client() {
        return builder(http, simulator.credentials()).clock(time).build();
    }

    /** A client whose pauses move the venue's clock, and that retries as long as it finds a reason. */
    static VenueClient patientClient(ProvenVenue venue, VenueTime time) {
        return ClientFixture.withTime(
                        venue.builder(venue.http, venue.simulator.credentials()), time::nanoTime, time::pause, () -> 1)
                .clock(time)
                .retryPolicy(new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1), Integer.MAX_VALUE))
                .build();
    }

    /** A client for one run: its pauses cost nothing, its requests are watched, its clock may be wrong. */
    VenueClient client(SkippingClock clock, Departures departures, FaultSchedule schedule) {
        Credentials credentials = schedule.byStranger() ? stranger.credentials() : simulator.credentials();
        return client(clock, departures, credentials, schedule.skew());
    }

    /** The same with these credentials and a clock that is off by so much. */
    VenueClient client(SkippingClock clock, Departures departures, Credentials credentials, Duration skew) {
        return ClientFixture.withTime(
                        builder(departures.watch(http), credentials), clock::nanoTime, clock::pause, clock::jitter)
                .clock(InstantSource.offset(time, skew))
                .build();
    }

    private VenueClientBuilder<? extends VenueClient> builder(OkHttpClient client, Credentials credentials) {
        return builder(id())
                .baseUrl(simulator.baseUrl())
                .credentials(credentials)
                .rateLimits(RateLimits.none())
                .httpClient(client);
    }

    /** What the venue's spec says of its batch cancel. */
    static BatchCancelDescription batchCancel(VenueClient client) {
        return Objects.requireNonNull(client.description().batchCancel(), "batchCancel");
    }

    /** Whether one call of the venue shows many orders in their final state. */
    static boolean showsMany(VenueClient client) {
        BatchCancelDescription description = batchCancel(client);
        return description.history() != null
                || description.lookups().stream().anyMatch(BatchCancelDescription.Query::many);
    }

    /** Puts an open order into the book. */
    String place(String symbol, @Nullable String clientOrderId) {
        return simulator
                .orders()
                .place(symbol, SimulatedOrder.Side.BUY, new BigDecimal("10000"), new BigDecimal("0.01"), clientOrderId);
    }

    /** Whether orders that wait for a trigger can be placed here. */
    boolean hasTriggerOrders() {
        return id().equals("bitget");
    }

    /** Fills the order if it is still open and waits for nothing; the venue's own calls cannot come in between. */
    void fill(String orderId) {
        synchronized (simulator.orders()) {
            if (find(orderId)
                    .filter(order -> order.isOpen() && !order.awaitsTrigger())
                    .isPresent()) {
                simulator.orders().fill(orderId);
            }
        }
    }

    /** Triggers the order if it waits for its trigger. */
    void trigger(String orderId) {
        synchronized (simulator.orders()) {
            if (find(orderId)
                    .filter(order -> order.isOpen() && order.awaitsTrigger())
                    .isPresent()) {
                simulator.orders().trigger(orderId);
            }
        }
    }

    private Optional<SimulatedOrder> find(String orderId) {
        return simulator.orders().find(orderId);
    }

    /** Closes idle connections, which may be silently dead. */
    void disconnect() {
        http.connectionPool().evictAll();
    }

    /** Removes all faults, and closes these orders. */
    void tidy(List<String> orderIds) {
        simulator.faults().clear();
        simulator.cancelLatency(0);
        HabitDice.forget(simulator.habits());
        orderIds.forEach(this::trigger);
        orderIds.forEach(this::fill);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        simulator.close();
    }
}
