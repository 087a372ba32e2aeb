package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What stands behind {@link MarketApi}: its operations as Retrofit needs them, and what the spec says of each. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface MarketEndpoints {
    @OperationId("getNames")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/orders/{class}")
    VenueCall<Names> getNames(
            @Path("class") @Constraint(required = true) String classValue,
            @Query("new") @Nullable String newValue,
            @Query("order-id") @Nullable String orderId,
            @Query("orderId") @Nullable String orderId2,
            @Query("wait") @Nullable Boolean waitValue,
            @Header("X-CH-TS") @Nullable String xCHTS);

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("placeOrder")
    @Signed
    @Retry(Safety.UNSAFE)
    @POST("/orders")
    VenueCall<Boolean> placeOrder(@Query("request") @Nullable String request, @Body Names request2);
}
