package dev.openvenue.trap;

import dev.openvenue.core.ListingCall;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.BatchLimit;
import dev.openvenue.core.annotation.Cancels;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.CancelRequest;
import dev.openvenue.trap.model.CancelResult;
import dev.openvenue.trap.model.CancelRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("cancelAllOrdersAfter")
    @Signed
    @Retry(Safety.UNSAFE)
    @Cancels
    @POST("/switch")
    VenueCall<Boolean> cancelAllOrdersAfter(@Query("countdown") @Constraint(required = true) Long countdown);

    @OperationId("cancelOrder")
    @Signed
    @Retry(Safety.UNSAFE)
    @Cancels
    @POST("/cancel-one")
    VenueCall<Boolean> cancelOrder(@Query("orderId") @Constraint(required = true) String orderId);

    @OperationId("cancelOrders")
    @Signed(permission = "trade")
    @Retry(Safety.UNSAFE)
    @Cancels
    @BatchLimit(list = "orderList", cap = 50)
    @POST("/cancel")
    VenueCall<CancelResult> cancelOrders(@Body CancelRequest request);

    @OperationId("getOrder")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/order")
    VenueCall<List<CancelRow>> getOrder(
            @Query("orderId") @Nullable String orderId,
            @Query("symbol") @Nullable String symbol,
            @Query("all") @Nullable Boolean all);

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("listOrders")
    @Signed
    @Retry(Safety.SAFE)
    @Page(parameter = "before", row = "orderId")
    @GET("/orders")
    ListingCall<List<CancelRow>, CancelRow> listOrders(@Query("before") @Nullable String before);
}
