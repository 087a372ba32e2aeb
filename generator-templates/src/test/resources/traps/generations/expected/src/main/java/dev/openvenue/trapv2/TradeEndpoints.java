package dev.openvenue.trapv2;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Cancels;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trapv2.model.CancelItem;
import dev.openvenue.trapv2.model.CancelStopOrdersRequest;
import dev.openvenue.trapv2.model.Key;
import dev.openvenue.trapv2.model.NewKey;
import dev.openvenue.trapv2.model.OpenOrder;
import dev.openvenue.trapv2.model.OrderPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Query;

/** What stands behind {@link TradeApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "rc", success = "0", code = "mc", arguments = "ma", data = "result")
interface TradeEndpoints {
    @OperationId("cancelOrders")
    @Signed
    @Retry(Safety.UNSAFE)
    @Cancels
    @BatchLimit(list = ".", cap = 20)
    @HTTP(method = "DELETE", path = "/orders", hasBody = true)
    VenueCall<Object> cancelOrders(@Body List<CancelItem> request);

    @OperationId("cancelStopOrders")
    @Signed
    @Retry(Safety.UNSAFE)
    @Cancels
    @PUT("/stop-orders")
    VenueCall<List<OpenOrder>> cancelStopOrders(@Body CancelStopOrdersRequest request);

    @OperationId("getOrder")
    @Signed
    @Retry(Safety.SAFE)
    @RateLimit(permits = 5, periodMillis = 2000, scope = Scope.KEY)
    @GET("/order")
    VenueCall<OpenOrder> getOrder(@Query("orderId") @Nullable String orderId);

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("listOpenOrders")
    @Signed
    @Retry(Safety.SAFE)
    @Page(parameter = "before", row = "orderId", rows = "items")
    @GET("/orders")
    ListingCall<OrderPage, OpenOrder> listOpenOrders(
            @Query("symbol") @Nullable String symbol,
            @Query("category") @Nullable String category,
            @Query("stop") @Nullable Boolean stop,
            @Query("before") @Nullable String before);

    @OperationId("placeKey")
    @Signed
    @Retry(Safety.UNSAFE)
    @POST("/keys")
    VenueCall<Key> placeKey(@Body NewKey request);
}
