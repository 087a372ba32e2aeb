package dev.openvenue.core;

import dev.openvenue.core.annotation.AnyOf;
import dev.openvenue.core.annotation.Base64Json;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Cancels;
import dev.openvenue.core.annotation.Capitalized;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.Joined;
import dev.openvenue.core.annotation.NoEffect;
import dev.openvenue.core.annotation.OneOf;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** An invented venue's interface, written the way the generator writes them. */
@Envelope(
        verdict = "code",
        success = {"0"},
        code = {"errorCode", "code"},
        message = {"msg", "message"},
        data = "data",
        time = "time")
public interface SampleApi {
    record Side(String wire) implements OpenEnum {}

    record Order(
            @Nullable String orderId,
            @Nullable BigDecimal price,
            @Nullable Side side) {}

    record Time(@Nullable Instant serverTime) {}

    record NewOrder(
            @Nullable String symbol,
            @Nullable Side side,
            @Nullable BigDecimal size,
            @Nullable String clientOid) implements Validatable {
        static final NewOrder BUY = new NewOrder("BTCUSDT", new Side("buy"), new BigDecimal("0.00000001"), null);

        NewOrder withClientOid(String id) {
            return new NewOrder(symbol, side, size, id);
        }

        @Override
        public void check(Violations checks) {
            checks.required("symbol", symbol);
            checks.size("clientOid", clientOid, 1, 8);
        }
    }

    record NewOrders(@Nullable List<@Nullable NewOrder> orderList) implements Validatable {
        @Override
        public void check(Violations checks) {
            checks.required("orderList", orderList);
            checks.nested("orderList", orderList);
        }
    }

    @OperationId("serverTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Time> serverTime();

    @OperationId("lastPrice")
    @Retry(Safety.SAFE)
    @GET("/price")
    VenueCall<Map<String, BigDecimal>> lastPrice();

    @OperationId("findOrder")
    @Signed(permission = "read")
    @Retry(Safety.SAFE)
    @GET("/orders/{orderId}")
    VenueCall<Order> findOrder(@Path("orderId") @Nullable String orderId, @Header("X-Locale") @Nullable String locale);

    default VenueCall<Order> findOrder(String orderId) {
        return findOrder(orderId, null);
    }

    @OperationId("openOrders")
    @Signed(permission = "read")
    @Retry(Safety.SAFE)
    @AnyOf({"symbol", "since"})
    @GET("/orders")
    VenueCall<List<Order>> openOrders(
            @Query("symbol") @Constraint(pattern = "[A-Z]+") @Nullable String symbol,
            @Query(value = "sides", encoded = true) @Joined @Nullable List<@Nullable Side> sides,
            @Query("since") @Nullable Instant since,
            @Query("minPrice") @Nullable BigDecimal minPrice,
            @Query("mine") @Capitalized @Nullable Boolean mine,
            @Query("limit") @Constraint(min = "1", max = "100") @Nullable Integer limit);

    @OperationId("placeOrder")
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @POST("/orders")
    VenueCall<Order> placeOrder(@Body @Nullable NewOrder order);

    @OperationId("placeOrderOnce")
    @Signed(permission = "trade")
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid")
    @POST("/orders/once")
    VenueCall<Order> placeOrderOnce(@Body NewOrder order);

    @OperationId("placeGuarded")
    @Signed(permission = "trade")
    @Retry(
            value = Safety.WITH_CLIENT_ID,
            clientId = "clientOid",
            lookup = "orderByClientId",
            created = "createdAt",
            unless = "kind=trigger",
            immediate = {"type=market", "force=ioc"},
            receiveWindow = "window=3000")
    @POST("/orders/guarded")
    VenueCall<Order> placeGuarded(@Body Map<String, String> order);

    @OperationId("placeAll")
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @NoEffect({"3001", "401"})
    @POST("/orders/all")
    VenueCall<Order> placeAll(@Body Map<String, String> orders);

    @OperationId("placeOrderUnlessKnown")
    @Signed(permission = "trade")
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid", lookup = "orderByClientId", created = "createdAt")
    @POST("/orders/known")
    VenueCall<Order> placeOrderUnlessKnown(@Body NewOrder order);

    @OperationId("orderByClientId")
    @Signed(permission = "read")
    @Retry(Safety.SAFE)
    @GET("/orders/mine")
    VenueCall<List<Map<String, String>>> orderByClientId(@Query("clientOid") @Nullable String clientOid);

    @OperationId("placeOrders")
    @Signed(permission = "trade")
    @Retry(value = Safety.WITH_CLIENT_ID, clientId = "clientOid")
    @BatchLimit(list = "orderList", cap = 3)
    @POST("/orders/batch")
    VenueCall<List<Order>> placeOrders(@Body @Nullable NewOrders orders);

    @OperationId("cancelOrders")
    @Cancels
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @BatchLimit(
            list = {"orderIds", "clientOids"},
            cap = 3)
    @OneOf({"orderIds", "clientOids"})
    @FormUrlEncoded
    @POST("/cancel")
    VenueCall<Void> cancelOrders(
            @Field("symbol") @Constraint(required = true) @Nullable String symbol,
            @Field("orderIds") @Base64Json @Nullable List<@Nullable String> orderIds,
            @Field("clientOids") @Joined @Nullable List<@Nullable String> clientOids);

    @OperationId("lookUp")
    @Retry(Safety.SAFE)
    @GET("/lookup")
    VenueCall<Void> lookUp(
            @Query("data") @Base64Json @Nullable List<String> data, @Query("one") @Base64Json @Nullable Side one);

    @OperationId("snapshot")
    @Retry(Safety.SAFE)
    @Envelope(
            verdict = "code",
            success = {"0"},
            code = {"code"},
            message = {"msg"},
            data = Envelope.WHOLE_DOCUMENT)
    @GET("/snapshot")
    VenueCall<Object> snapshot();

    @OperationId("status")
    @Retry(Safety.SAFE)
    @Envelope(
            verdict = "status",
            success = {"ok"},
            code = {"code"},
            message = {"msg"},
            data = "data")
    @GET("/status")
    VenueCall<Object> status();
}
