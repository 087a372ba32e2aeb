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
     * Gets an order.
     *
     * <p>{@code GET /find} (Trap: The page).
     *
     * <p>By the client's id.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @param clientOid The client's id; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<OrderFound>> getOrder(@Nullable String clientOid);

    /** Gets an order, with default parameters; see {@link #getOrder(String)}. */
    default VenueCall<List<OrderFound>> getOrder() {
        return getOrder(null);
    }

    /**
     * Gets the venue's clock.
     *
     * <p>{@code GET /time} (Trap: The page).
     *
     * <p>The venue's clock.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Instant> getServerTime();

    /**
     * Places an order.
     *
     * <p>{@code POST /orders} (Trap: The page).
     *
     * <p>Orders.
     *
     * <p>Requires a signed request. Retried after an unknown outcome only if {@code clientOid} is given and
     * {@code getOrder} does not find it. Never retried then with {@code kind=trigger}. Retried only if the policy
     * allows immediate orders with {@code force=ioc}.
     *
     * @param trace A mark; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Instant> placeOrder(@Nullable String trace, @Nullable OrderToPlace request);

    /** Places an order, with default parameters; see {@link #placeOrder(String, OrderToPlace)}. */
    default VenueCall<Instant> placeOrder() {
        return placeOrder(null, OrderToPlace.builder().build());
    }

    /**
     * Places many orders.
     *
     * <p>{@code POST /batch} (Trap: The page).
     *
     * <p>Many orders.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Instant> placeOrders(@Nullable OrderToPlace request);

    /** Places many orders, with default parameters; see {@link #placeOrders(OrderToPlace)}. */
    default VenueCall<Instant> placeOrders() {
        return placeOrders(OrderToPlace.builder().build());
    }
}
