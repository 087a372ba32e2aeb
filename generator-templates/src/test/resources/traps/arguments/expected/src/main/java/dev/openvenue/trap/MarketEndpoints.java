package dev.openvenue.trap;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.AnyOf;
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
import dev.openvenue.trap.model.History;
import dev.openvenue.trap.model.HistoryRow;
import dev.openvenue.trap.model.OrderItem;
import dev.openvenue.trap.model.PlaceRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Query;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("amendOrder")
    @Signed
    @Retry(Safety.UNSAFE)
    @PUT("/amend")
    VenueCall<OrderItem> amendOrder(
            @Query("account") @Constraint(required = true) String account,
            @Query("endpoints") @Nullable String endpoints,
            @Query("request") @Nullable String request,
            @Body OrderItem request2);

    @OperationId("cancelForm")
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @BatchLimit(list = "data", cap = 100)
    @FormUrlEncoded
    @POST("/form")
    VenueCall<Boolean> cancelForm(
            @Field("market") @Constraint(required = true, pattern = "^[a-z]+_[a-z]+$") String market,
            @Field("data") @Base64Json @Constraint(required = true, minSize = 1, maxSize = 100) List<String> data,
            @Field("orders") @Base64Json @Nullable List<OrderItem> orders);

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("listBody")
    @Signed
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid")
    @BatchLimit(list = ".", cap = 10)
    @POST("/list")
    VenueCall<Boolean> listBody(@Body List<OrderItem> request);

    @OperationId("listFew")
    @Signed(permission = "read")
    @Retry(Safety.SAFE)
    @OneOf({"symbol", "coin"})
    @GET("/few")
    VenueCall<Boolean> listFew(@Query("symbol") @Nullable String symbol, @Query("coin") @Nullable String coin);

    @OperationId("listHistory")
    @Signed
    @Retry(Safety.SAFE)
    @Page(parameter = "fromId", start = 1, rows = "list")
    @TimeWindow(from = "start-time", to = "end-time", spanHours = 48, oldestFirst = true, reversedBy = "sort=desc")
    @GET("/history")
    ListingCall<History, HistoryRow> listHistory(
            @Query("start-time") @Nullable Instant startTime,
            @Query("end-time") @Nullable Instant endTime,
            @Query("sort") @Nullable String sort,
            @Query("fromId") @Nullable String fromId);

    @OperationId("listMany")
    @Signed
    @Retry(Safety.SAFE)
    @RateLimit(permits = 20, periodMillis = 2000, scope = Scope.KEY, group = "reading")
    @AnyOf({"symbol", "symbols"})
    @Page(parameter = "fromId", start = 1, size = "limit")
    @GET("/many")
    ListingCall<List<String>, String> listMany(
            @Query("symbol") @Constraint(required = true) String symbol,
            @Query(value = "symbols", encoded = true) @Joined @Constraint(maxSize = 10) @Nullable List<String> symbols,
            @Query("both") @Capitalized @Nullable Boolean both,
            @Query("limit") @Constraint(min = "1", max = "100") @Nullable Integer limit,
            @Query("startTime") @Nullable Instant startTime,
            @Query("price") @Constraint(min = "0") @Nullable BigDecimal price,
            @Query("fromId") @Nullable String fromId);

    @OperationId("placeOrder")
    @Signed
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid")
    @RateLimit(permits = 10, periodMillis = 1000, scope = Scope.ACCOUNT)
    @POST("/body")
    VenueCall<Boolean> placeOrder(@Body PlaceRequest request);

    @OperationId("setOptionalBody")
    @Signed
    @Retry(Safety.UNSAFE)
    @POST("/optional")
    VenueCall<Boolean> setOptionalBody(@Body @Nullable Filter request);
}
