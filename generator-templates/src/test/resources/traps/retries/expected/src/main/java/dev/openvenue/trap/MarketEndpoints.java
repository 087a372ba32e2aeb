package dev.openvenue.trap;

import dev.openvenue.core.VenueCall;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.NoEffect;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.Signed;
import dev.openvenue.trap.model.OrderFound;
import dev.openvenue.trap.model.OrderToPlace;
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
    @OperationId("getOrder")
    @Signed
    @Retry(Safety.SAFE)
    @GET("/find")
    VenueCall<List<OrderFound>> getOrder(@Query("clientOid") @Nullable String clientOid);

    @OperationId("getServerTime")
    @Retry(Safety.SAFE)
    @GET("/time")
    VenueCall<Instant> getServerTime();

    @OperationId("placeOrder")
    @Signed
    @Retry(
            value = Safety.WITH_CLIENT_ID,
            clientId = "clientOid",
            lookup = "getOrder",
            created = "created",
            unless = "kind=trigger",
            immediate = "force=ioc",
            receiveWindow = "window=3000")
    @POST("/orders")
    VenueCall<Instant> placeOrder(@Query("trace") @Nullable String trace, @Body @Nullable OrderToPlace request);

    @OperationId("placeOrders")
    @Signed
    @Retry(Safety.UNSAFE)
    @NoEffect({"1", "2"})
    @POST("/batch")
    VenueCall<Instant> placeOrders(@Body @Nullable OrderToPlace request);
}
