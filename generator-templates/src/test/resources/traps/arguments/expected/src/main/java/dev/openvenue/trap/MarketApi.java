package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Base64Json;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Capitalized;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.Joined;
import dev.openvenue.core.annotation.OneOf;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.core.annotation.TimeWindow;
import dev.openvenue.trap.model.Filter;
import dev.openvenue.trap.model.ListHistoryParameters;
import dev.openvenue.trap.model.ListManyParameters;
import dev.openvenue.trap.model.OrderItem;
import dev.openvenue.trap.model.PlaceRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** What the trap is about. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
public interface MarketApi {
    /**
     * Cancels form.
     *
     * <p>Invented.
     *
     * <p>Signed, needs the right to trade. A call carries at most 100 elements. Never retried unless it is certain that
     * nothing was executed.
     *
     * @param market The market
     * @param data The ids
     * @param orders The orders; optional
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("cancelForm")
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @BatchLimit(list = "data", cap = 100)
    @FormUrlEncoded
    @POST("/form")
    VenueCall<Boolean> cancelForm(
            @Field("market") @Constraint(required = true, pattern = "^[a-z]+_[a-z]+$") String market,
            @Field("data") @Base64Json @Constraint(required = true, minSize = 1, maxSize = 100) List<String> data,
            @Field("orders") @Base64Json List<OrderItem> orders);

    /** The same, without what is optional. */
    default VenueCall<Boolean> cancelForm(String market, List<String> data) {
        return cancelForm(market, data, null);
    }

    /**
     * Gets the venue's clock.
     *
     * <p>Needs no key.
     *
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
     *
     * <p>Invented.
     *
     * <p>Signed. A call carries at most 10 elements. Repeated after an unknown outcome only if {@code clientOid} is given.
     *
     * @param request the request
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("listBody")
    @Signed
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid")
    @BatchLimit(list = ".", cap = 10)
    @POST("/list")
    VenueCall<Boolean> listBody(
            @Body List<OrderItem> request);

    /**
     * Lists few.
     *
     * <p>Invented.
     *
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
     *
     * @param symbol The symbol
     * @param symbols Symbols joined with commas; optional
     * @param both A flag with a capital; optional
     * @param limit How many; optional
     * @param startTime From when; optional
     * @param price The price; optional
     * @param fromId The next page. Optional.
     * @see <a href="https://venue.example/docs">Source</a>
     */
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
     *
     * <p>Invented.
     *
     * <p>Signed. At most 10 calls per second and account. Repeated after an unknown outcome only if {@code clientOid} is
     * given.
     *
     * @param request the request
     * @see <a href="https://venue.example/docs">Source</a>
     */
    @OperationId("placeOrder")
    @Signed
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid")
    @RateLimit(permits = 10, periodMillis = 1000, scope = Scope.ACCOUNT)
    @POST("/body")
    VenueCall<Boolean> placeOrder(
            @Body PlaceRequest request);

    /**
     * Sets optional body.
     *
     * <p>Invented.
     *
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
}
