package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.OrderFound;
import dev.openvenue.trap.model.OrderToPlace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everybody may see. */
public interface MarketApi {
    /**
     * Many orders.
     *
     * <p>Many orders.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Instant> batch(@Nullable OrderToPlace request);

    /** Many orders, with default parameters; see {@link #batch(OrderToPlace)}. */
    default VenueCall<Instant> batch() {
        return batch(OrderToPlace.builder().build());
    }

    /**
     * Finds an order.
     *
     * <p>By the client's id.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @param clientOid The client's id; optional
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<List<OrderFound>> find(@Nullable String clientOid);

    /** Finds an order, with default parameters; see {@link #find(String)}. */
    default VenueCall<List<OrderFound>> find() {
        return find(null);
    }

    /**
     * Orders.
     *
     * <p>Orders.
     *
     * <p>Requires a signed request. Retried after an unknown outcome only if {@code clientOid} is given and
     * {@code find} does not find it. Never retried then with {@code kind=trigger}. Retried only if the policy allows
     * immediate orders with {@code force=ioc}.
     *
     * @param trace A mark; optional
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Instant> order(@Nullable String trace, @Nullable OrderToPlace request);

    /** Orders, with default parameters; see {@link #order(String, OrderToPlace)}. */
    default VenueCall<Instant> order() {
        return order(null, OrderToPlace.builder().build());
    }

    /**
     * Tells the time.
     *
     * <p>The venue's clock.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Instant> time();
}
