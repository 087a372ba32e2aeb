package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.trap.model.AmendRequest;
import dev.openvenue.trap.model.Filter;
<<<<<<< HEAD
import dev.openvenue.trap.model.ListHistoryParameters;
import dev.openvenue.trap.model.ListManyParameters;
=======
import dev.openvenue.trap.model.HistoryRequest;
import dev.openvenue.trap.model.ManyRequest;
>>>>>>> xv
import dev.openvenue.trap.model.OrderItem;
import dev.openvenue.trap.model.PlaceRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trap is about. */
public interface MarketApi {
    /**
<<<<<<< HEAD
     * Cancels form.
     *
     * <p>Invented.
     *
     * <p>Signed, needs the right to trade. A call carries at most 100 elements. Never retried unless it is certain that
     * nothing was executed.
=======
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
>>>>>>> xv
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
     * Gets the venue's clock.
     *
     * <p>Needs no key.
     *
<<<<<<< HEAD
     * <p>Public. Safe to repeat.
     *
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    /**
     * Lists body.
=======
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
>>>>>>> xv
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
     * Lists few.
     *
     * <p>Invented.
     *
<<<<<<< HEAD
     * <p>Signed, needs the right to read. Safe to repeat. No official page describes it: it is known from the venue's own
     * SDK only.
     *
     * @param symbol The symbol; optional
     * @param coin The coin; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("listFew")
    @Signed(permission = "read")
    @Retry(Safety.SAFE)
    @OneOf({"symbol", "coin"})
    @GET("/few")
    VenueCall<Boolean> listFew(
            @Query("symbol") String symbol,
            @Query("coin") String coin);

    /**
     * Lists history.
     *
     * <p>Invented.
     *
     * <p>Signed. A call answers at most 48 hours from {@code start-time} to {@code end-time}; {@code pages()} reads a
     * longer time in such windows, oldest first. Safe to repeat.
     *
     * @param startTime From when; optional
     * @param endTime Until when; optional
     * @param sort The order; optional
     * @param fromId The next page; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("listHistory")
    @Signed
    @Retry(Safety.SAFE)
    @Page(parameter = "fromId", start = 1)
    @TimeWindow(from = "start-time", to = "end-time", spanHours = 48, oldestFirst = true, reversedBy = "sort=desc")
    @GET("/history")
    VenueCall<Boolean> listHistory(
            @Query("start-time") Instant startTime,
            @Query("end-time") Instant endTime,
            @Query("sort") String sort,
            @Query("fromId") String fromId);

    /** The same, with the parameters by name. */
    default VenueCall<Boolean> listHistory(ListHistoryParameters parameters) {
        return listHistory(parameters.startTime(), parameters.endTime(), parameters.sort(), parameters.fromId());
    }

    /** The same, without what is optional. */
    default VenueCall<Boolean> listHistory() {
        return listHistory(null, null, null, null);
    }

    /**
     * Lists many.
     *
     * <p>Invented.
     *
     * <p>Signed. At most 20 calls per 2 seconds and API key (inferred). Safe to repeat.
=======
     * <p>Requires a signed request. Rate limit (inferred): 20 requests per 2 seconds per API key. Safe to retry.
     * Paginated: {@link VenueCall#pages()}.
>>>>>>> xv
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
<<<<<<< HEAD
    @OperationId("listMany")
    @Signed
    @Retry(Safety.SAFE)
    @RateLimit(permits = 20, periodMillis = 2000, scope = Scope.KEY, group = "reading")
    @OneOf(value = {"symbol", "symbols"}, orMore = true)
    @Page(parameter = "fromId", start = 1, size = "limit")
    @GET("/many")
    VenueCall<Boolean> listMany(
            @Query("symbol") @Constraint(required = true) String symbol,
            @Query(value = "symbols", encoded = true) @Joined @Constraint(maxSize = 10) List<String> symbols,
            @Query("both") @Capitalized Boolean both,
            @Query("limit") @Constraint(min = "1", max = "100") Integer limit,
            @Query("startTime") Instant startTime,
            @Query("price") @Constraint(min = "0") BigDecimal price,
            @Query("fromId") String fromId);

    /** The same, with the parameters by name. */
    default VenueCall<Boolean> listMany(ListManyParameters parameters) {
        return listMany(
                parameters.symbol(), parameters.symbols(), parameters.both(), parameters.limit(),
                parameters.startTime(), parameters.price(), parameters.fromId());
    }

    /** The same, without what is optional. */
    default VenueCall<Boolean> listMany(String symbol) {
        return listMany(symbol, null, null, null, null, null, null);
    }

    /**
     * Places an order.
=======
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
>>>>>>> xv
     *
     * <p>Invented.
     *
     * <p>Requires a signed request. Rate limit: 10 requests per second per account. Retried after an unknown outcome
     * only if {@code clientOid} is given.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
<<<<<<< HEAD
    @OperationId("placeOrder")
    @Signed
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid")
    @RateLimit(permits = 10, periodMillis = 1000, scope = Scope.ACCOUNT)
    @POST("/body")
    VenueCall<Boolean> placeOrder(
            @Body PlaceRequest request);
=======
    VenueCall<Boolean> place(PlaceRequest request);
>>>>>>> xv

    /**
     * Sets optional body.
     *
     * <p>Invented.
     *
<<<<<<< HEAD
     * <p>Signed. Never retried unless it is certain that nothing was executed.
     *
     * @param request the request; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("setOptionalBody")
    @Signed
    @Retry(Safety.UNSAFE)
    @POST("/optional")
    VenueCall<Boolean> setOptionalBody(
            @Body Filter request);

    /** The same, without what is optional. */
    default VenueCall<Boolean> setOptionalBody() {
        return setOptionalBody(Filter.builder().build());
    }
=======
     * <p>Requires no credentials. Safe to retry.
     *
     * @see <a href="https://venue.example/docs">Trap: API documentation</a>
     */
    VenueCall<Instant> time();
>>>>>>> xv
}
