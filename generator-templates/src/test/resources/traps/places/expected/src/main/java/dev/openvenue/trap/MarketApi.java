package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.CancelRequest;
import dev.openvenue.trap.model.CancelResult;
import dev.openvenue.trap.model.NewOrder;
import dev.openvenue.trap.model.OrderRow;
import dev.openvenue.trap.model.PlaceOrdersRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Cancels orders.
     *
     * <p>{@code POST /cancel} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request with the {@code trade} permission. One request carries at most 50 elements. Retried
     * only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<CancelResult> cancelOrders(CancelRequest request);

    /**
     * Gets an order.
     *
     * <p>{@code GET /order} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry.
     *
     * @param clientOid The order; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<OrderRow>> getOrder(@Nullable String clientOid);

    /** Gets an order, with default parameters; see {@link #getOrder(String)}. */
    default VenueCall<List<OrderRow>> getOrder() {
        return getOrder(null);
    }

    /**
     * Gets the venue's clock.
     *
     * <p>{@code GET /time} (Trap: The page).
     *
     * <p>Needs no key.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Instant> getServerTime();

    /**
     * Places orders.
     *
     * <p>{@code POST /place} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request with the {@code trade} permission. One request carries at most 10 elements. Retried
     * only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<OrderRow>> placeOrders(PlaceOrdersRequest request);

    /** Places orders, with default parameters; see {@link #placeOrders(PlaceOrdersRequest)}. */
    default VenueCall<List<OrderRow>> placeOrders(List<NewOrder> request) {
        return placeOrders(PlaceOrdersRequest.builder().request(request).build());
    }
}
