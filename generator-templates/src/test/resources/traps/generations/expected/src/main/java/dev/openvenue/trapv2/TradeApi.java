package dev.openvenue.trapv2;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.trapv2.model.CancelItem;
import dev.openvenue.trapv2.model.CancelStopOrdersRequest;
import dev.openvenue.trapv2.model.Key;
import dev.openvenue.trapv2.model.ListOpenOrdersRequest;
import dev.openvenue.trapv2.model.NewKey;
import dev.openvenue.trapv2.model.OpenOrder;
import dev.openvenue.trapv2.model.OrderPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface TradeApi {
    /**
     * Cancels orders.
     *
     * <p>{@code DELETE /orders} (Trap v2: The page).
     *
     * <p>Has a body.
     *
     * <p>Requires a signed request. One request carries at most 20 elements. Retried only if the previous attempt
     * certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap v2: The page</a>
     */
    VenueCall<Object> cancelOrders(List<CancelItem> request);

    /**
     * Cancels stop orders.
     *
     * <p>{@code PUT /stop-orders} (Trap v2: The page).
     *
     * <p>A row without a code was cancelled.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap v2: The page</a>
     */
    VenueCall<List<OpenOrder>> cancelStopOrders(CancelStopOrdersRequest request);

    /**
     * Gets an order.
     *
     * <p>{@code GET /order} (Trap v2: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Rate limit: 5 requests per 2 seconds per API key. Safe to retry.
     *
     * @param orderId The order; optional
     * @see <a href="https://venue.example/docs">Trap v2: The page</a>
     */
    VenueCall<OpenOrder> getOrder(@Nullable String orderId);

    /** Gets an order, with default parameters; see {@link #getOrder(String)}. */
    default VenueCall<OpenOrder> getOrder() {
        return getOrder(null);
    }

    /**
     * Gets the venue's clock.
     *
     * <p>{@code GET /time} (Trap v2: The page).
     *
     * <p>Needs no key.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap v2: The page</a>
     */
    VenueCall<Instant> getServerTime();

    /**
     * Lists open orders.
     *
     * <p>{@code GET /orders} (Trap v2: The page).
     *
     * <p>An object, or only its rows.
     *
     * <p>Requires a signed request. Safe to retry. Paginated: {@link ListingCall#items()}.
     *
     * @see <a href="https://venue.example/docs">Trap v2: The page</a>
     */
    ListingCall<OrderPage, OpenOrder> listOpenOrders(ListOpenOrdersRequest request);

    /** Lists open orders, with default parameters; see {@link #listOpenOrders(ListOpenOrdersRequest)}. */
    default ListingCall<OrderPage, OpenOrder> listOpenOrders() {
        return listOpenOrders(ListOpenOrdersRequest.builder().build());
    }

    /**
     * Places a key.
     *
     * <p>{@code POST /keys} (Trap v2: The page).
     *
     * <p>Has a secret in the request and one in the response.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap v2: The page</a>
     */
    VenueCall<Key> placeKey(NewKey request);
}
