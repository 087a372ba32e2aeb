package dev.openvenue.trap;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.AmendOrderRequest;
import dev.openvenue.trap.model.Filter;
import dev.openvenue.trap.model.History;
import dev.openvenue.trap.model.HistoryRow;
import dev.openvenue.trap.model.ListHistoryRequest;
import dev.openvenue.trap.model.ListManyRequest;
import dev.openvenue.trap.model.OrderItem;
import dev.openvenue.trap.model.PlaceRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
     * Amends an order.
     *
     * <p>{@code PUT /amend} (Trap: Amend Order).
     *
     * <p>Takes parameters beside a body.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs#amend">Trap: Amend Order</a>
     */
    VenueCall<OrderItem> amendOrder(AmendOrderRequest request);

    /** Amends an order, with default parameters; see {@link #amendOrder(AmendOrderRequest)}. */
    default VenueCall<OrderItem> amendOrder(String account, OrderItem request2) {
        return amendOrder(
                AmendOrderRequest.builder().account(account).request2(request2).build());
    }

    /**
     * Cancels form.
     *
     * <p>{@code POST /form} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request with the {@code trade} permission. One request carries at most 100 elements. Retried
     * only if the previous attempt certainly had no effect.
     *
     * @param market The market
     * @param data The ids
     * @param orders The orders; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> cancelForm(String market, List<String> data, @Nullable List<OrderItem> orders);

    /** Cancels form, with default parameters; see {@link #cancelForm(String, List, List)}. */
    default VenueCall<Boolean> cancelForm(String market, List<String> data) {
        return cancelForm(market, data, null);
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
     * Lists body.
     *
     * <p>{@code POST /list} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. One request carries at most 10 elements. Retried after an unknown outcome only if
     * {@code clientOid} is given.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> listBody(List<OrderItem> request);

    /**
     * Lists few.
     *
     * <p>{@code GET /few} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request with the {@code read} permission. Safe to retry. Not documented officially: known
     * from the venue's own SDK only.
     *
     * @param symbol The symbol; optional
     * @param coin The coin; optional
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> listFew(@Nullable String symbol, @Nullable String coin);

    /**
     * Lists history.
     *
     * <p>{@code GET /history} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry. Paginated: {@link ListingCall#items()}. One request covers at most
     * 48 hours from {@code start-time} to {@code end-time}; {@code items()} splits a longer range into such windows,
     * oldest first.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    ListingCall<History, HistoryRow> listHistory(ListHistoryRequest request);

    /** Lists history, with default parameters; see {@link #listHistory(ListHistoryRequest)}. */
    default ListingCall<History, HistoryRow> listHistory() {
        return listHistory(ListHistoryRequest.builder().build());
    }

    /**
     * Lists many.
     *
     * <p>{@code GET /many} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Rate limit (inferred): 20 requests per 2 seconds per API key. Safe to retry.
     * Paginated: {@link ListingCall#items()}.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    ListingCall<List<String>, String> listMany(ListManyRequest request);

    /** Lists many, with default parameters; see {@link #listMany(ListManyRequest)}. */
    default ListingCall<List<String>, String> listMany(String symbol) {
        return listMany(ListManyRequest.builder().symbol(symbol).build());
    }

    /**
     * Places an order.
     *
     * <p>{@code POST /body} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Rate limit: 10 requests per second per account. Retried after an unknown outcome
     * only if {@code clientOid} is given.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> placeOrder(PlaceRequest request);

    /**
     * Sets optional body.
     *
     * <p>{@code POST /optional} (Trap: The page).
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: The page</a>
     */
    VenueCall<Boolean> setOptionalBody(@Nullable Filter request);

    /** Sets optional body, with default parameters; see {@link #setOptionalBody(Filter)}. */
    default VenueCall<Boolean> setOptionalBody() {
        return setOptionalBody(Filter.builder().build());
    }
}
