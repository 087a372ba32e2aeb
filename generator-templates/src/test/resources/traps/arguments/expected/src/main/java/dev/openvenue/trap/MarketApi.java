package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.AmendRequest;
import dev.openvenue.trap.model.Filter;
import dev.openvenue.trap.model.HistoryRequest;
import dev.openvenue.trap.model.ManyRequest;
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
     * <p>Takes parameters beside a body.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs#amend">Trap: Amend Order</a>
     */
    VenueCall<OrderItem> amend(AmendRequest request);

    /** Amends an order, with default parameters; see {@link #amend(AmendRequest)}. */
    default VenueCall<OrderItem> amend(String account, OrderItem request2) {
        return amend(AmendRequest.builder().account(account).request2(request2).build());
    }

    /**
     * Calls cancelForm.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request with the {@code trade} permission. One request carries at most 100 elements. Retried
     * only if the previous attempt certainly had no effect.
     *
     * @param market The market
     * @param data The ids
     * @param orders The orders; optional
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> cancelForm(String market, List<String> data, @Nullable List<OrderItem> orders);

    /** Calls cancelForm, with default parameters; see {@link #cancelForm(String, List, List)}. */
    default VenueCall<Boolean> cancelForm(String market, List<String> data) {
        return cancelForm(market, data, null);
    }

    /**
     * Calls few.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request with the {@code read} permission. Safe to retry. Not documented officially: known
     * from the venue's own SDK only.
     *
     * @param symbol The symbol; optional
     * @param coin The coin; optional
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> few(@Nullable String symbol, @Nullable String coin);

    /**
     * Calls history.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Safe to retry. Paginated: {@link VenueCall#pages()}. One request covers at most 48
     * hours from {@code start-time} to {@code end-time}; {@code pages()} splits a longer range into such windows,
     * oldest first.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> history(HistoryRequest request);

    /** Calls history, with default parameters; see {@link #history(HistoryRequest)}. */
    default VenueCall<Boolean> history() {
        return history(HistoryRequest.builder().build());
    }

    /**
     * Calls listBody.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. One request carries at most 10 elements. Retried after an unknown outcome only if
     * {@code clientOid} is given.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> listBody(List<OrderItem> request);

    /**
     * Calls many.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Rate limit (inferred): 20 requests per 2 seconds per API key. Safe to retry.
     * Paginated: {@link VenueCall#pages()}.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> many(ManyRequest request);

    /** Calls many, with default parameters; see {@link #many(ManyRequest)}. */
    default VenueCall<Boolean> many(String symbol) {
        return many(ManyRequest.builder().symbol(symbol).build());
    }

    /**
     * Calls optionalBody.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Retried only if the previous attempt certainly had no effect.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> optionalBody(@Nullable Filter request);

    /** Calls optionalBody, with default parameters; see {@link #optionalBody(Filter)}. */
    default VenueCall<Boolean> optionalBody() {
        return optionalBody(Filter.builder().build());
    }

    /**
     * Calls place.
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Rate limit: 10 requests per second per account. Retried after an unknown outcome
     * only if {@code clientOid} is given.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Boolean> place(PlaceRequest request);

    /**
     * The venue's clock.
     *
     * <p>Needs no key.
     *
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Instant> time();
}
