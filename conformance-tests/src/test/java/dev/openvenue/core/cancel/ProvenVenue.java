package dev.openvenue.core.cancel;

import dev.openvenue.core.ClientTime;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A simulated venue whose book is the truth, and the ways to reach it.
 *
 * @param simulator the venue
 * @param http the sockets that all its clients share
 */
record ProvenVenue(VenueSimulator simulator, OkHttpClient http) implements AutoCloseable {
    static ProvenVenue start(String id) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
        return new ProvenVenue(
                VenueSimulator.start(id),
                new OkHttpClient.Builder()
                        .dispatcher(dispatcher)
                        .readTimeout(Duration.ZERO)
                        .build());
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
        return simulator.venue();
    }

    /** A client by the real clock. */
    VenueClient client() {
        return builder(http).build();
    }

    /** A client by the real clock that does not pause between attempts, and repeats as long as it finds a reason. */
    VenueClient impatientClient() {
        return ClientTime.withoutPauses(builder(http))
                .retryPolicy(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, Integer.MAX_VALUE))
                .build();
    }

    /** A client for one run: its pauses cost nothing, its departures are watched, its clock may be wrong. */
    VenueClient client(SkippingClock clock, Departures departures, Duration skew) {
        return ClientTime.of(builder(departures.watch(http)), clock::nanoTime, clock::pause, clock::jitter)
                .clock(InstantSource.offset(InstantSource.system(), skew))
                .build();
    }

    private VenueClientBuilder<? extends VenueClient> builder(OkHttpClient client) {
        return builder(id())
                .baseUrl(simulator.baseUrl())
                .credentials(simulator.credentials())
                .rateLimits(RateLimits.none())
                .httpClient(client);
    }

    /** The batch cancel of such a client. */
    static BatchCancel batchCancel(VenueClient client, SkippingClock clock) {
        CancelVenue venue = cancelVenue(client);
        CancelGateway watched = new WatchedGateway(venue.gateway(), clock);
        return new BatchCancel(
                new CancelVenue(venue.id(), venue.name(), venue.description(), venue.errors(), watched),
                clock,
                CancelOptions.DEFAULT);
    }

    /** The venue as the engine sees it. */
    static CancelVenue cancelVenue(VenueClient client) {
        return new CancelVenue(
                client.venue(),
                client.venueName(),
                Objects.requireNonNull(client.description().batchCancel(), "batchCancel"),
                client.description().errors(),
                new OperationsGateway(client.venue(), client.operations()));
    }

    /** Puts an open order into the book. */
    String place(String symbol, @Nullable String clientOrderId) {
        return simulator
                .orders()
                .place(symbol, SimulatedOrder.Side.BUY, new BigDecimal("10000"), new BigDecimal("0.01"), clientOrderId);
    }

    /** Fills the order if it is still open; the venue's own calls cannot come in between. */
    void fill(String orderId) {
        synchronized (simulator.orders()) {
            if (simulator.orders().find(orderId).filter(SimulatedOrder::isOpen).isPresent()) {
                simulator.orders().fill(orderId);
            }
        }
    }

    /** The order that a reference means; null if there is none. */
    @Nullable
    SimulatedOrder find(OrderRef ref) {
        return (ref.orderId() != null
                        ? simulator.orders().find(ref.orderId())
                        : simulator.orders().findByClientOrderId(ref.id()))
                .orElse(null);
    }

    /** Nothing is left to go wrong, and none of these orders is left open. */
    void tidy(List<String> orderIds) {
        simulator.faults().clear();
        simulator.cancelLatency(0);
        orderIds.forEach(this::fill);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        simulator.close();
    }
}
