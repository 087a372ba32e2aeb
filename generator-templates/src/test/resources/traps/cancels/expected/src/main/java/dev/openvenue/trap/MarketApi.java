package dev.openvenue.trap;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.CancelRequest;
import dev.openvenue.trap.model.CancelResult;
import dev.openvenue.trap.model.CancelRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Cancels all orders unless it is called again in time.
     *
     * <p>{@code POST /switch} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @param countdown Milliseconds
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> cancelAllOrdersAfter(Long countdown);

    /**
     * Cancels an order.
     *
     * <p>{@code POST /cancel-one} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @param orderId The order
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> cancelOrder(String orderId);

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
     * @param orderId The order; optional
     * @param symbol The symbol; optional
     * @param all All of them; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<List<CancelRow>> getOrder(@Nullable String orderId, @Nullable String symbol, @Nullable Boolean all);

    /** Gets an order, with default parameters; see {@link #getOrder(String, String, Boolean)}. */
    default VenueCall<List<CancelRow>> getOrder() {
        return getOrder(null, null, null);
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
     * Lists orders.
     *
     * <p>{@code GET /orders} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry. Paginated: {@link ListingCall#items()}.
     *
     * @param before The last row; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    ListingCall<List<CancelRow>, CancelRow> listOrders(@Nullable String before);

    /** Lists orders, with default parameters; see {@link #listOrders(String)}. */
    default ListingCall<List<CancelRow>, CancelRow> listOrders() {
        return listOrders(null);
    }
}
